/** Pools and quotas, as far as neutral strata show them (draw-spec D6.2, record-format R12.4). */
import { compareValues } from '../verify/compare-texts.js';
import type { Finding } from '../verify/findings.js';
import type { LaterRound, PublicDocument, PublicRound } from './public-document.js';
import { PUBLIC_FILE } from './public-paths.js';

const file = PUBLIC_FILE;

/** Rounds in order with the same strata, no quota above its pool, something drawn, later rounds as their withdrawals ask. */
export const checkPublicQuotas = ({ rounds }: PublicDocument): readonly Finding[] => {
  const names = namesOf(rounds[0]);
  const impossible = rounds.flatMap(({ round, strata }) => strata.filter(({ pool, quota }) => quota > pool).map(({ name, pool, quota }) => `D6.2: quota ${quota} of stratum ${name} in round ${round} is above its pool of ${pool}`));
  const [main] = rounds;
  const isNothing = main !== undefined && main.strata.every(({ quota }) => quota === 0);
  return [
    ...compareValues({ file, field: 'rounds.round', recorded: rounds.map(({ round }) => round), replayed: rounds.map((_, index) => index) }),
    ...rounds.flatMap((round, index) => compareValues({ file, field: `rounds.${index}.strata`, recorded: namesOf(round), replayed: names.map((_, at) => `S${at + 1}`) })),
    ...[...impossible, ...(isNothing ? ['D6.2: nothing is drawn at all'] : [])].map((reason): Finding => ({ code: 'replay-impossible', severity: 'error', where: { file }, fields: { reason } })),
    ...rounds.flatMap((round, index) => ('changes' in round ? checkLater(round, rounds.slice(0, index)) : [])),
  ];
};

const namesOf = (round: PublicRound | undefined): readonly string[] => (round?.strata ?? []).map(({ name }) => name);

/** As many as were withdrawn, or the whole pool; pools shrink by those drawn and by no more than those withdrawn. */
const checkLater = ({ round, strata, changes }: LaterRound, earlier: readonly PublicRound[]): readonly Finding[] => {
  const gone = changes.find(({ kind }) => kind === 'target-withdrawn')?.count ?? 0;
  const before = earlier.at(-1);
  const shrunk = strata.map(({ name, pool }) => {
    const last = before?.strata.find((stratum) => stratum.name === name);
    return (last?.pool ?? 0) - (last?.quota ?? 0) - pool;
  });
  const withdrawn = strata.reduce((sum, stratum) => sum + stratum.withdrawn, 0);
  const undrawn = shrunk.reduce((sum, one) => sum + one, 0);
  return [
    ...compareValues({ file, field: `rounds.${round}.quota`, recorded: strata.map(({ quota }) => quota), replayed: strata.map((stratum) => Math.min(stratum.withdrawn, stratum.pool)) }),
    ...compareValues({ file, field: `rounds.${round}.withdrawn`, recorded: withdrawn + undrawn, replayed: gone }),
    ...compareValues({ file, field: `rounds.${round}.pool`, recorded: shrunk.every((one) => one >= 0), replayed: true }),
  ];
};
