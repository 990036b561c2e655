/** What no recomputation can show, with the evidence there is (record-format R11). @zh 不能由复算证明的事项 */
import type { PlainDate } from '../base/brand.js';
import { dayOf } from '../base/plain-date.js';
import { isRehearsal } from '../draw/scheme.js';
import type { PastVisits } from '../plan/past-visits.js';
import type { Sealed } from '../record/sealed.js';
import type { SeedWarning } from '../seed/problems.js';
import { partiesOf, splitLine } from '../record/seed-events.js';
import { drandRoundTime } from '../seed/drand.js';
import { isIssuePassed } from '../seed/issue-passed.js';
import { parseSeedSource } from '../seed/source.js';
import { type HistoryClaim, historyClaims } from './history-claims.js';
import type { Overlap } from './overlap.js';
import { type SealedBeforeSeed, sealedBeforeSeed } from './sealed-before-seed.js';
import type { OpenedRecord } from './opened-record.js';
import { type PastVisitsClaim, pastVisitsClaims } from './past-visits-claims.js';
import { type RegistryClaim, registryClaims } from './registry-claims.js';
import type { TokenReadings, TrustedKey } from './token-reading.js';

export type Claim =
  /** Warnings that stay with the draw (D2.4). */
  | { readonly code: 'seed-warnings'; readonly warnings: readonly SeedWarning[] }
  /** Issues that were surely drawn before the notice named them: their numbers could be chosen. */
  | { readonly code: 'lottery-issue-passed'; readonly lines: readonly string[] }
  | RegistryClaim
  | HistoryClaim
  | PastVisitsClaim
  /** Draws that share the public seed and targets: of two known results one can be voided. */
  | { readonly code: 'overlapping-draws'; readonly draws: readonly Overlap[] }
  /** The day named in the seal is over, and the secret was not revealed. */
  | { readonly code: 'reveal-overdue'; readonly revealBy: PlainDate }
  | SealedBeforeSeed
  | { readonly code: 'clock-fixed' }
  | { readonly code: 'clock-trusted' }
  | { readonly code: 'seed-came-so'; readonly lines: readonly string[] }
  /** The signatures are the beacon's; that its operators did not conspire, no signature shows. `at` in seconds since 1970. */
  | { readonly code: 'seed-from-drand'; readonly rounds: readonly { readonly round: number; readonly at: number }[] }
  /** Every reveal opens a commitment made before all reveals; that one party at least was honest, no commitment shows. */
  | { readonly code: 'seed-from-joint'; readonly parties: readonly string[] }
  | { readonly code: 'witnesses'; readonly names: readonly string[]; readonly sheets: readonly string[] }
  | { readonly code: 'names-of-inspectors' }
  | { readonly code: 'visits-finished'; readonly on: string }
  | { readonly code: 'ledger-times-back'; readonly rows: readonly number[] }
  | { readonly code: 'forecast-not-replayed' }
  /** Of a public edition: whether somebody who was not drawn had a smaller ticket. */
  | { readonly code: 'undrawn-by-proof' }
  /** Frame, exclusions, quotas, people, match: in files that are not published. */
  | { readonly code: 'files-withheld'; readonly files: number }
  /** Which targets left before a later round is the office's word. */
  | { readonly code: 'withdrawn-as-stated'; readonly count: number };

export interface ClaimsInput {
  readonly overlaps: readonly Overlap[];
  readonly past: PastVisits | undefined;
  readonly today: PlainDate | undefined;
  readonly record: OpenedRecord;
  readonly tokens: TokenReadings;
  readonly trustedKeys: readonly TrustedKey[];
}

/** In the order in which an auditor would ask. */
export const claimsOf = ({ record, tokens, trustedKeys, overlaps, past, today }: ClaimsInput): readonly Claim[] => {
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
    ...passedIssues(record),
    ...registryClaims(sealed.value, ledger.ok ? ledger.value.entries : []),
    ...historyClaims(sealed.value, ledger.ok ? ledger.value.entries : []),
    ...pastVisitsClaims(record, past),
    ...(overlaps.length === 0 ? [] : [{ code: 'overlapping-draws', draws: overlaps } as const]),
    ...overdue(sealed.value, reveal.ok && reveal.value !== undefined, today),
    ...sealedBeforeSeed({ sealed: sealed.value, entries: ledger.ok ? ledger.value.entries : [], record, tokens, trustedKeys }),
    { code: clocks.includes('fixed') ? 'clock-fixed' : 'clock-trusted' },
    ...seedClaims(lines.map(({ line }) => line)),
    ...(witnesses.length === 0 ? [] : [{ code: 'witnesses', names: [...new Set(witnesses)], sheets: lines.flatMap(({ sheet }) => sheet ?? []) } as const]),
    { code: 'names-of-inspectors' },
    ...(revealDocument === undefined ? [] : [{ code: 'visits-finished', on: revealDocument.visitsFinishedOn } as const]),
    ...(back.length === 0 ? [] : [{ code: 'ledger-times-back', rows: back } as const]),
    ...(sealed.value.forecast.draws === 0 ? [] : [{ code: 'forecast-not-replayed' } as const]),
  ];
};

/** Of every round by its own notice; the command refuses them, another program need not. */
const passedIssues = ({ rounds }: OpenedRecord): readonly Claim[] => {
  const terms = rounds.flatMap(({ notice }) => (notice.ok && notice.value !== undefined ? [notice.value.seed] : []));
  const lines = terms.flatMap(({ lines: lefts, notBefore }) => lefts.filter((left) => {
    const source = parseSeedSource(left);
    return source.ok && isIssuePassed(source.value, dayOf(notBefore));
  }));
  return lines.length === 0 ? [] : [{ code: 'lottery-issue-passed', lines }];
};

/** A rehearsal's secret is known to everybody. */
const overdue = ({ scheme, seed: { secret } }: Sealed, isRevealed: boolean, today: PlainDate | undefined): readonly Claim[] =>
  secret === undefined || isRevealed || isRehearsal(scheme) || today === undefined || today <= secret.revealBy ? [] : [{ code: 'reveal-overdue', revealBy: secret.revealBy }];

/** What stays open of each kind of line. */
const seedClaims = (lines: readonly string[]): readonly Claim[] => {
  const sources = lines.map((line) => ({ line, source: parseSeedSource(splitLine(line).left) }));
  const told = sources.filter(({ source }) => !source.ok || (source.value.kind !== 'drand' && source.value.kind !== 'joint')).map(({ line }) => line);
  const rounds = sources.flatMap(({ source }) => (source.ok && source.value.kind === 'drand' ? [{ round: source.value.round, at: drandRoundTime(source.value.round) }] : []));
  const parties = partiesOf(sources.flatMap(({ source }) => (source.ok ? [source.value] : [])));
  return [
    ...(told.length === 0 ? [] : [{ code: 'seed-came-so', lines: told } as const]),
    ...(rounds.length === 0 ? [] : [{ code: 'seed-from-drand', rounds } as const]),
    ...(parties.length === 0 ? [] : [{ code: 'seed-from-joint', parties } as const]),
  ];
};
