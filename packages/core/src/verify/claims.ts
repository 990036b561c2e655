/** What no recomputation can show, with the evidence there is (record-format R11). @zh 不能由复算证明的事项 */
import type { SeedWarning } from '../seed/problems.js';
import type { OpenedRecord } from './opened-record.js';

export type Claim =
  /** Warnings that stay with the draw (D2.4). */
  | { readonly code: 'seed-warnings'; readonly warnings: readonly SeedWarning[] }
  /** That the seal was public before the seed; this version takes no evidence that a program could check. */
  | { readonly code: 'sealed-before-seed'; readonly sealedAt: string; readonly drawnAt?: string | undefined }
  | { readonly code: 'clock-fixed' }
  | { readonly code: 'clock-trusted' }
  | { readonly code: 'seed-came-so'; readonly lines: readonly string[] }
  | { readonly code: 'witnesses'; readonly names: readonly string[]; readonly sheets: readonly string[] }
  | { readonly code: 'names-of-inspectors' }
  | { readonly code: 'visits-finished'; readonly on: string }
  | { readonly code: 'ledger-times-back'; readonly rows: readonly number[] }
  | { readonly code: 'forecast-not-replayed' };

/** In the order in which an auditor would ask. */
export const claimsOf = ({ sealed, rounds, reveal, ledger }: OpenedRecord): readonly Claim[] => {
  if (!sealed.ok) return [];
  const seeds = rounds.flatMap(({ seed }) => (seed.ok && seed.value !== undefined ? [seed.value] : []));
  const revealDocument = reveal.ok ? reveal.value : undefined;
  const clocks = [sealed.value.clock, ...seeds.map(({ clock }) => clock), revealDocument?.clock];
  const lines = seeds.flatMap((seed) => seed.lines);
  const witnesses = lines.flatMap((line) => line.witnesses.map(({ name, agency }) => `${name}（${agency}）`));
  const back = (ledger.ok ? ledger.value.problems : []).flatMap(({ code, where }) => (code === 'ledger-time' && where?.row !== undefined ? [where.row] : []));
  const warnings = [...new Set(seeds.flatMap((seed) => seed.warnings))];
  return [
    ...(warnings.length === 0 ? [] : [{ code: 'seed-warnings', warnings } as const]),
    { code: 'sealed-before-seed', sealedAt: sealed.value.sealedAt, drawnAt: seeds[0]?.drawnAt },
    { code: clocks.includes('fixed') ? 'clock-fixed' : 'clock-trusted' },
    ...(lines.length === 0 ? [] : [{ code: 'seed-came-so', lines: lines.map(({ line }) => line) } as const]),
    ...(witnesses.length === 0 ? [] : [{ code: 'witnesses', names: [...new Set(witnesses)], sheets: lines.flatMap(({ sheet }) => sheet ?? []) } as const]),
    { code: 'names-of-inspectors' },
    ...(revealDocument === undefined ? [] : [{ code: 'visits-finished', on: revealDocument.visitsFinishedOn } as const]),
    ...(back.length === 0 ? [] : [{ code: 'ledger-times-back', rows: back } as const]),
    ...(sealed.value.forecast.draws === 0 ? [] : [{ code: 'forecast-not-replayed' } as const]),
  ];
};
