/** What no recomputation can show, with the evidence there is (record-format R11). @zh 不能由复算证明的事项 */
import type { SeedWarning } from '../seed/problems.js';
import { type SealedBeforeSeed, sealedBeforeSeed } from './sealed-before-seed.js';
import type { OpenedRecord } from './opened-record.js';
import type { TokenReadings, TrustedKey } from './token-reading.js';

export type Claim =
  /** Warnings that stay with the draw (D2.4). */
  | { readonly code: 'seed-warnings'; readonly warnings: readonly SeedWarning[] }
  | SealedBeforeSeed
  | { readonly code: 'clock-fixed' }
  | { readonly code: 'clock-trusted' }
  | { readonly code: 'seed-came-so'; readonly lines: readonly string[] }
  | { readonly code: 'witnesses'; readonly names: readonly string[]; readonly sheets: readonly string[] }
  | { readonly code: 'names-of-inspectors' }
  | { readonly code: 'visits-finished'; readonly on: string }
  | { readonly code: 'ledger-times-back'; readonly rows: readonly number[] }
  | { readonly code: 'forecast-not-replayed' };

export interface ClaimsInput {
  readonly record: OpenedRecord;
  readonly tokens: TokenReadings;
  readonly trustedKeys: readonly TrustedKey[];
}

/** In the order in which an auditor would ask. */
export const claimsOf = ({ record, tokens, trustedKeys }: ClaimsInput): readonly Claim[] => {
  const { sealed, rounds, reveal, ledger } = record;
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
    ...sealedBeforeSeed({ sealed: sealed.value, entries: ledger.ok ? ledger.value.entries : [], record, tokens, trustedKeys }),
    { code: clocks.includes('fixed') ? 'clock-fixed' : 'clock-trusted' },
    ...(lines.length === 0 ? [] : [{ code: 'seed-came-so', lines: lines.map(({ line }) => line) } as const]),
    ...(witnesses.length === 0 ? [] : [{ code: 'witnesses', names: [...new Set(witnesses)], sheets: lines.flatMap(({ sheet }) => sheet ?? []) } as const]),
    { code: 'names-of-inspectors' },
    ...(revealDocument === undefined ? [] : [{ code: 'visits-finished', on: revealDocument.visitsFinishedOn } as const]),
    ...(back.length === 0 ? [] : [{ code: 'ledger-times-back', rows: back } as const]),
    ...(sealed.value.forecast.draws === 0 ? [] : [{ code: 'forecast-not-replayed' } as const]),
  ];
};
