/** Which changes make sense for a draw as it stands (record-format R12.3); the same law for the command and for the verification. */
import type { TargetId } from '../base/brand.js';
import type { ProblemOf } from '../base/problem.js';
import { pairKey } from '../match/standing.js';
import { overlappingGroups } from '../plan/laminar.js';
import { agencyOf } from '../registry/canonical-id.js';
import type { Change } from './changes.js';
import type { SealedInputs } from './sealed-inputs.js';

type OfTarget = { readonly target: string };
type OfPerson = { readonly inspector: string };

export interface ChangeProblemFields {
  /** Not in the sealed pool: there is nothing to withdraw. */
  readonly 'change-target-not-in-frame': OfTarget;
  /** Only a drawn target can be postponed. */
  readonly 'change-target-not-drawn': OfTarget;
  readonly 'change-target-gone': OfTarget;
  readonly 'change-person-unknown': OfPerson;
  readonly 'change-person-gone': OfPerson;
  /** No recusal of this pair was sealed. */
  readonly 'change-not-recused': OfTarget & OfPerson;
  /** On the sealed roster or borrowed already: the capacity can be set instead. */
  readonly 'change-person-known': OfPerson;
  /** Off duty, away, without a valid licence, or with the year used up: nobody who may not inspect any more gets a capacity. */
  readonly 'change-person-barred': OfPerson & { readonly reason: string };
  /** With this person two groups of rules would share people while each has others of its own (M9.2). */
  readonly 'change-borrowed-overlaps': OfPerson & { readonly groups: readonly string[]; readonly people: readonly string[] };
  readonly 'change-repeated': { readonly kind: string };
}
export type ChangeProblem = ProblemOf<ChangeProblemFields>;

export interface ChangeProblemsInput {
  readonly inputs: SealedInputs;
  /** Every target ever drawn. */
  readonly drawn: ReadonlySet<TargetId>;
  /** All changes before this one. */
  readonly earlier: readonly Change[];
  readonly change: Change;
}

/** Everything against one change; empty where it can be made. */
export const changeProblems = (input: ChangeProblemsInput): readonly ChangeProblem[] => {
  const { change } = input;
  switch (change.kind) {
    case 'target-withdrawn':
      return targetProblems(input, change, 'change-target-not-in-frame', input.inputs.frame.some(({ id }) => id === change.target));
    case 'target-postponed':
      return targetProblems(input, change, 'change-target-not-drawn', input.drawn.has(change.target));
    case 'inspector-withdrawn':
      return personProblems(input, change, isSent);
    case 'pair-withdrawn':
      return [...personProblems(input, change, isSent), ...repeatedPair(input, change), ...targetProblems(input, change, 'change-target-not-in-frame', input.inputs.frame.some(({ id }) => id === change.target))];
    case 'recusal-released': {
      const isRecused = input.inputs.recusals.some((recusal) => pairKey(recusal) === pairKey(change));
      return [...repeatedPair(input, change), ...(isRecused ? [] : [problem('change-not-recused', { target: change.target, inspector: change.inspector })])];
    }
    case 'capacity-set':
      return [...personProblems(input, change, isKnown), ...barredProblems(input, change)];
    case 'borrowed':
      return isKnown(input, change.inspector) ? [problem('change-person-known', { inspector: change.inspector })] : overlapProblems(input, change);
    default:
      return change satisfies never;
  }
};

const problem = <Code extends keyof ChangeProblemFields>(code: Code, fields: ChangeProblemFields[Code]) => ({ code, severity: 'error', fields }) as const;

const targetProblems = ({ earlier }: ChangeProblemsInput, { target }: OfTarget, missing: 'change-target-not-in-frame' | 'change-target-not-drawn', isThere: boolean): readonly ChangeProblem[] => {
  const isGone = earlier.some((one) => (one.kind === 'target-withdrawn' || one.kind === 'target-postponed') && one.target === target);
  return [...(isThere ? [] : [problem(missing, { target })]), ...(isGone ? [problem('change-target-gone', { target })] : [])];
};

const isKnown = ({ inputs, earlier }: ChangeProblemsInput, inspector: string): boolean =>
  inputs.roster.some(({ id }) => id === inspector) || earlier.some((one) => one.kind === 'borrowed' && one.inspector === inspector);

/** Whoever can be on a visit, by the draw or by appointment. */
const isSent = (input: ChangeProblemsInput, inspector: string): boolean => isKnown(input, inspector) || input.inputs.appointed.some((one) => one.inspector === inspector);

const personProblems = (input: ChangeProblemsInput, { inspector }: OfPerson, isThere: typeof isKnown): readonly ChangeProblem[] => {
  const isGone = input.earlier.some((one) => one.kind === 'inspector-withdrawn' && one.inspector === inspector);
  return [...(isThere(input, inspector) ? [] : [problem('change-person-unknown', { inspector })]), ...(isGone ? [problem('change-person-gone', { inspector })] : [])];
};

const barredProblems = ({ inputs }: ChangeProblemsInput, { inspector }: OfPerson): readonly ChangeProblem[] => {
  const reason = inputs.roster.find(({ id }) => id === inspector)?.reason;
  return reason === undefined || reason === 'capacity-zero' ? [] : [problem('change-person-barred', { inspector, reason })];
};

/** Whoever joins an agency joins its groups. */
const overlapProblems = ({ inputs: { sealed, roster }, earlier }: ChangeProblemsInput, joining: Extract<Change, { kind: 'borrowed' }>): readonly ChangeProblem[] => {
  const lent = [...earlier, joining].flatMap((one) => (one.kind === 'borrowed' && one.agency === joining.agency ? [{ ...one, id: one.inspector }] : []));
  const people = [...roster.filter(({ id }) => agencyOf(id) === joining.agency), ...lent];
  const needs = sealed.visits.flatMap((visit) => visit.needs.filter(({ agency }) => agency === joining.agency));
  const overlaps = needs.flatMap(({ composition = [] }) => overlappingGroups(composition.map(({ group }) => group), people));
  const distinct = new Map(overlaps.map(({ groups, people: both }) => [groups.join('\n'), problem('change-borrowed-overlaps', { inspector: joining.inspector, groups, people: both })]));
  return [...distinct.values()];
};

const repeatedPair = ({ earlier }: ChangeProblemsInput, change: Extract<Change, { kind: 'pair-withdrawn' | 'recusal-released' }>): readonly ChangeProblem[] =>
  earlier.some((one) => one.kind === change.kind && 'target' in one && 'inspector' in one && pairKey(one) === pairKey(change)) ? [problem('change-repeated', { kind: change.kind })] : [];
