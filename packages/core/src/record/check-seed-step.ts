/** May this step be taken now? Asked by the command that takes it and again by every verification (draw-spec D2.8, D2.9). */
import type { Timestamp } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { epochSecondsOf } from '../base/plain-date.js';
import { jointCommitment } from '../seed/joint-value.js';
import type { SeedProblem } from '../seed/problems.js';
import { publicLine } from '../seed/public-line.js';
import { linesBelow, OPEN_RANK, rankOf, topRank } from '../seed/rank.js';
import { type SeedSource, seedSourceText } from '../seed/source.js';
import type { SeedTerms } from '../seed/terms.js';
import { entriesOf, type LedgerEntry } from './ledger.js';
import type { SeedEventProblem } from './seed-event-problems.js';
import { partiesOf, seedSteps, type SeedStep, type SeedSteps, splitLine, type StepOf } from './seed-events.js';

export type StepProblem = SeedEventProblem | SeedProblem;

export interface SeedStepInput {
  readonly terms: SeedTerms;
  /** The ledger before the step. */
  readonly before: readonly LedgerEntry[];
  readonly step: SeedStep;
  readonly hash: HashText;
}

interface Asked extends SeedStepInput {
  readonly steps: SeedSteps;
}

/** Everything that speaks against it; empty where it may be taken. */
export const seedStepProblems = (input: SeedStepInput): readonly StepProblem[] => {
  const asked: Asked = { ...input, steps: seedSteps(input.before, input.terms) };
  const { step } = input;
  const place = placeProblems(asked);
  switch (step.type) {
    case 'entered':
      return [...place, ...enteredProblems(asked, step.body)];
    case 'committed':
      return [...place, ...committedProblems(asked, step.body)];
    case 'contributed':
      return [...place, ...contributedProblems(asked, step.body)];
    default:
      return step satisfies never;
  }
};

/** After the seal or the notice of its round, before its draw. */
const placeProblems = ({ terms: { drawId, round }, before, step: { type } }: Asked): readonly StepProblem[] => {
  const own = entriesOf(before, drawId);
  const isOpen = own.some((entry) => (round === 0 ? entry.type === 'sealed' : entry.type === 'announced' && entry.body.round === round));
  const isOver = own.some((entry) => entry.type === 'drawn' && entry.body.round === round);
  return [...(isOpen ? [] : [problem('seed-event-unsealed', { type })]), ...(isOver ? [problem('seed-event-late', { type })] : [])];
};

const enteredProblems = ({ terms, steps, step }: Asked, { line, witnesses, sheet }: StepOf<'entered'>['body']): readonly StepProblem[] => {
  const { left, value } = splitLine(line);
  const { sources } = terms;
  const source = sources.find((one) => seedSourceText(one) === left);
  if (source === undefined) return [problem('seed-line-not-sealed', { line: left, lines: sources.map(seedSourceText) })];
  if (source.kind === 'joint' || rankOf(source) === topRank(sources)) return [problem('seed-line-at-draw', { line: left })];
  const checked = publicLine({ source, value, witnesses, sheet });
  return [
    ...(checked.ok ? [] : checked.error),
    ...(steps.entered.some((one) => splitLine(one.line).left === left) ? [problem('seed-line-twice', { line: left })] : []),
    ...orderProblems(terms, steps, [source]),
    ...timeProblems(terms, step.at),
  ];
};

const committedProblems = ({ terms, before, steps, step }: Asked, { party, commitment }: StepOf<'committed'>['body']): readonly StepProblem[] => {
  const stranger = strangerProblems(terms, party);
  if (stranger.length > 0) return stranger;
  const used = before.find((entry) => entry.type === 'committed' && entry.body.commitment === commitment);
  return [
    ...(steps.commitments.has(party) ? [problem('joint-committed-twice', { party })] : []),
    ...(used === undefined ? [] : [problem('joint-commitment-used', { party, row: used.seq })]),
    ...overdueProblems(terms, [party], step.at),
  ];
};

const contributedProblems = ({ terms, steps, step, hash }: Asked, { party, secret }: StepOf<'contributed'>['body']): readonly StepProblem[] => {
  const stranger = strangerProblems(terms, party);
  if (stranger.length > 0) return stranger;
  const parties = partiesOf(terms.sources);
  const [office = ''] = parties;
  const silent = parties.filter((one) => !steps.commitments.has(one));
  const isOpened = jointCommitment({ scheme: terms.scheme, drawId: terms.drawId, party, secret, hash }) === steps.commitments.get(party);
  return [
    ...(silent.length === 0 ? [] : [problem('joint-commitments-missing', { parties: silent })]),
    ...(steps.secrets.has(party) ? [problem('joint-contributed-twice', { party })] : []),
    ...(party === office || steps.secrets.has(office) ? [] : [problem('joint-office-first', { office })]),
    ...(isOpened || silent.includes(party) ? [] : [problem('joint-does-not-open', { party })]),
    ...orderProblems(terms, steps, terms.sources.filter(({ kind }) => kind === 'joint')),
    ...timeProblems(terms, step.at),
    ...overdueProblems(terms, [party], step.at),
  ];
};

const strangerProblems = ({ drawId, sources }: SeedTerms, party: string): readonly StepProblem[] => {
  const parties = partiesOf(sources);
  if (parties.length === 0) return [problem('joint-not-sealed', { drawId })];
  return parties.includes(party) ? [] : [problem('joint-party-unknown', { party, parties })];
};

/** Lines of a lower rank must be in the ledger already: whoever chooses one must not know the others. */
export const orderProblems = ({ sources }: SeedTerms, { entered }: SeedSteps, coming: readonly SeedSource[]): readonly StepProblem[] => {
  const there = new Set(entered.map(({ line }) => splitLine(line).left));
  const lower = linesBelow(sources, topRank(coming)).filter(({ kind }) => kind !== 'joint');
  const first = lower.map(seedSourceText).filter((left) => !there.has(left));
  return first.length === 0 ? [] : [problem('seed-order', { first, lines: coming.map(seedSourceText) })];
};

/** Before lottery and beacon come, where the seal names one; otherwise not before the seal's time. */
const timeProblems = ({ sources, notBefore }: SeedTerms, at: Timestamp): readonly StepProblem[] => {
  const isBefore = epochSecondsOf(at) < epochSecondsOf(notBefore);
  if (topRank(sources) === OPEN_RANK) return isBefore ? [] : [problem('seed-step-late', { at, notBefore })];
  return isBefore ? [problem('seed-step-early', { at, notBefore })] : [];
};

/** After the last moment a party can no longer say anything. */
export const overdueProblems = ({ joint }: SeedTerms, parties: readonly string[], at: Timestamp): readonly StepProblem[] =>
  joint === undefined || epochSecondsOf(at) <= epochSecondsOf(joint.revealBy) ? [] : [problem('joint-overdue', { parties, revealBy: joint.revealBy })];

type Fields<Code extends SeedEventProblem['code']> = Extract<SeedEventProblem, { code: Code }>['fields'];
const problem = <Code extends SeedEventProblem['code']>(code: Code, fields: Fields<Code>) => ({ code, severity: 'error', fields }) as const;
