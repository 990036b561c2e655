/** The steps on the way to a public seed as tests tell them: who did what, how many minutes after the seal. */
import type { Digest, DrawId, Timestamp } from '../base/brand.js';
import { portableHash as hash } from '../base/digest.js';
import { timestampAt } from '../base/plain-date.js';
import { jointCommitment } from '../seed/joint-value.js';
import { parseSeedSources } from '../seed/source.js';
import type { SeedTerms } from '../seed/terms.js';
import { seedStepProblems, type StepProblem } from './check-seed-step.js';
import type { LedgerEntry } from './ledger.js';
import type { SeedStep } from './seed-events.js';

export const drawId = '652722-2026-0001' as DrawId;
/** Minutes after 2026-02-02T09:00:00+08:00; the seal is at 0, its time at 60. */
export const at = (minutes: number): Timestamp => timestampAt(1769994000 + minutes * 60, '+08:00');
export const secretOf = (party: string): Digest => hash(`secret ${party}`) as Digest;
export const commitmentOf = (party: string, secret = secretOf(party), scheme = 'ssj/1'): Digest => jointCommitment({ scheme, drawId, party, secret, hash });

export const terms = (lines: readonly string[], revealBy = 120): SeedTerms => {
  const sources = parseSeedSources(lines);
  if (!sources.ok) throw new Error(JSON.stringify(sources.error));
  const joint = lines.some((line) => line.startsWith('joint:')) ? ({ revealBy: at(revealBy), otherwise: 'void' } as const) : undefined;
  return { scheme: 'ssj/1', drawId, round: 0, sealedAt: at(0), notBefore: at(60), sources: sources.value, joint };
};

export type Act = readonly [minutes: number, body: Readonly<Record<string, unknown>> & { readonly type: LedgerEntry['type'] }];
export const enter = (line: string): Act[1] => ({ type: 'entered', line, witnesses: [] });
export const commit = (party: string, commitment = commitmentOf(party)): Act[1] => ({ type: 'committed', party, commitment });
export const open = (party: string, secret = secretOf(party)): Act[1] => ({ type: 'contributed', party, secret });
const SEALED: Act = [0, { type: 'sealed', scheme: 'ssj/1' }];

/** Of this draw and round 0 where the act names no other. */
const entryOf = ([minutes, { type, ...body }]: Act, index: number): LedgerEntry => ({ at: at(minutes), body: { drawId, round: 0, ...body }, prev: '0'.repeat(64), seq: index + 1, type }) as unknown as LedgerEntry;
export const entriesOfActs = (acts: readonly Act[]): readonly LedgerEntry[] => acts.map(entryOf);
/** The same after the seal. */
export const ledger = (...acts: readonly Act[]): readonly LedgerEntry[] => entriesOfActs([SEALED, ...acts]);
/** Everything that speaks against the last act after the others; `acts` begin with the ledger. */
export const problemsOf = (own: SeedTerms, acts: readonly Act[]): readonly StepProblem[] => {
  const entries = entriesOfActs(acts);
  return seedStepProblems({ terms: own, before: entries.slice(0, -1), step: entries.at(-1) as SeedStep, hash });
};
/** The same after the seal. */
export const against = (own: SeedTerms, ...acts: readonly Act[]): readonly StepProblem[] => problemsOf(own, [SEALED, ...acts]);
/** Their codes. */
export const codesAgainst = (own: SeedTerms, ...acts: readonly Act[]): readonly string[] => against(own, ...acts).map(({ code }) => code);
