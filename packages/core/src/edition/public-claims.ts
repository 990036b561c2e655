/** What a public edition cannot show, with the evidence there is (record-format R15.7). */
import type { Claim } from '../verify/claims.js';
import type { OpenedEdition } from './opened-edition.js';

/** In the order in which a reader would ask. */
export const publicClaims = ({ document, rounds, reveal }: OpenedEdition, isAgainst: boolean): readonly Claim[] => {
  if (!document.ok) return [];
  const { clock, sealedAt, withheld, rounds: stated, seed } = document.value;
  const seeds = rounds.flatMap((round) => (round.seed.ok ? [round.seed.value] : []));
  const revealDocument = reveal.ok ? reveal.value : undefined;
  const clocks = [clock, ...seeds.map((one) => one.clock), ...stated.flatMap((round) => ('clock' in round ? [round.clock] : [])), revealDocument?.clock];
  const lines = seeds.flatMap((one) => one.lines);
  const agencies = [...new Set(lines.flatMap((line) => line.agencies))];
  const warnings = [...new Set(seeds.flatMap((one) => one.warnings))];
  const withdrawn = stated.flatMap((round) => ('changes' in round ? round.changes : [])).reduce((sum, { kind, count }) => sum + (kind === 'target-withdrawn' ? count : 0), 0);
  return [
    ...(warnings.length === 0 ? [] : [{ code: 'seed-warnings', warnings } as const]),
    { code: 'undrawn-by-proof' },
    ...(isAgainst ? [] : [{ code: 'files-withheld', files: withheld.length } as const]),
    ...(withdrawn === 0 ? [] : [{ code: 'withdrawn-as-stated', count: withdrawn } as const]),
    { code: 'sealed-before-seed', round: 0, sealedAt, drawnAt: seeds[0]?.drawnAt, notBefore: seed.notBefore, isShown: false, evidence: [] },
    { code: clocks.includes('fixed') ? 'clock-fixed' : 'clock-trusted' },
    ...(lines.length === 0 ? [] : [{ code: 'seed-came-so', lines: lines.map(({ line }) => line) } as const]),
    ...(agencies.length === 0 ? [] : [{ code: 'witnesses', names: agencies, sheets: lines.flatMap(({ sheet }) => sheet ?? []) } as const]),
    ...(revealDocument === undefined ? [] : [{ code: 'visits-finished', on: revealDocument.visitsFinishedOn } as const]),
  ];
};
