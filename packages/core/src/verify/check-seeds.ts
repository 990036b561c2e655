/** The seeds of all rounds, each against its own notice (draw-spec D2, D8). */
import type { Notice } from '../record/notice.js';
import { PATHS, roundPaths } from '../record/paths.js';
import type { SeedDocument } from '../record/round-schemas.js';
import type { Sealed } from '../record/sealed.js';
import { checkSeed, type SeedRule } from './check-seed.js';
import type { Finding } from './findings.js';
import type { OpenedRecord } from './opened-record.js';
import { notThere, when } from './parts.js';

/** The seed of every round that was drawn, each fresh (protocol §8). */
export const checkSeeds = (record: OpenedRecord): readonly Finding[] =>
  record.rounds.flatMap(({ round, seed, notice }) =>
    when({ sealed: record.sealed, seed, notice }, (parts) => {
      if (parts.seed === undefined) return notThere(record, round);
      const rule = ruleOf(parts.sealed, round, parts.notice);
      if (rule === undefined) return [{ code: 'depends-on', severity: 'error', fields: { files: [roundPaths(round).notice] } }];
      return [...checkSeed(rule, parts.seed), ...usedBefore(record, round, parts.seed)];
    }),
  );

const ruleOf = ({ drawId, seed, sealedAt }: Sealed, round: number, notice: Notice | undefined): SeedRule | undefined => {
  if (round === 0) return { drawId, round, terms: seed, fixedAt: sealedAt, file: PATHS.sealed };
  return notice === undefined || !('changes' in notice) ? undefined : { drawId, round, terms: notice.seed, fixedAt: notice.noticedAt, file: roundPaths(round).notice };
};

/** The values of an earlier round are known to everybody. */
const usedBefore = ({ rounds }: OpenedRecord, round: number, seed: SeedDocument): readonly Finding[] => {
  const textOf = ({ lines }: SeedDocument): string => lines.map(({ line }) => line).join('\n');
  const first = rounds.slice(0, round).find((one) => one.seed.ok && one.seed.value !== undefined && textOf(one.seed.value) === textOf(seed));
  return first === undefined ? [] : [{ code: 'seed-used-before', severity: 'error', where: { file: roundPaths(round).seed }, fields: { round: first.round } }];
};
