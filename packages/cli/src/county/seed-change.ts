/** Takes steps on the way to a public seed: each is checked by the rules a verification asks by, and recorded. */
import { type LedgerEntry, type RecordTexts, type Sealed, seedStepProblems, type SeedStep, type SeedTerms, seedTermsOf } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { ChangeSet, NewFile } from '../workspace/change-set.js';
import { appendEvents, recordFiles } from './append-events.js';
import { type County, failed, type Outcomes } from './county.js';
import { currentDraw } from './current-draw.js';
import { overProblems } from './over.js';

/** The sealed draw that a step is for. */
export interface SeedOpened {
  readonly sealed: Sealed;
  readonly texts: RecordTexts;
  readonly terms: SeedTerms;
}

export const openSeed = (context: Context, { workspace }: County, word: string): Outcomes<SeedOpened> => {
  const current = currentDraw({ context, workspace, word });
  if (!current.ok) return current;
  const over = overProblems(current.value.draw);
  if (over.length > 0) return failed(...over);
  const { inputs: { sealed }, texts, notice } = current.value;
  const terms = seedTermsOf(sealed, notice);
  return terms.ok ? { ok: true, value: { sealed, texts, terms: terms.value } } : terms;
};

/** A step before it has a time. */
export type SeedEvent = SeedStep extends infer Step ? (Step extends SeedStep ? Omit<Step, 'at'> : never) : never;

export interface SeedChangeInput<T> {
  readonly context: Context;
  readonly county: County;
  readonly opened: SeedOpened;
  /** In their order. */
  readonly events: readonly SeedEvent[];
  readonly value: T;
  readonly files?: readonly NewFile[];
  readonly removals?: readonly string[];
}

/** All steps or none. */
export const seedChange = <T>({ context: { host }, county, opened, events, value, files = [], removals = [] }: SeedChangeInput<T>): Outcomes<ChangeSet<T>> => {
  const { hash } = host;
  const { ledger } = county.workspace;
  const before: LedgerEntry[] = [...ledger.entries];
  for (const event of events) {
    const step: SeedStep = { ...event, at: county.now.at };
    const problems = seedStepProblems({ terms: opened.terms, before, step, hash });
    if (problems.length > 0) return failed(...problems);
    before.push({ ...step, prev: ledger.head.digest, seq: before.length + 1 });
  }
  const appended = appendEvents({ county, events, hash });
  const record = recordFiles({ drawId: opened.terms.drawId, texts: opened.texts, ledgerText: appended.ledgerText, hash });
  return { ok: true, value: { files: [...record, ...files], removals, ledger: appended.ledger, value } };
};
