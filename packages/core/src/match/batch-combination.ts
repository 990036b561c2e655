/** What together makes the matches of all agencies feasible (match-spec M7.5): a target that waits, waits for all of them. */
import type { AgencyCode, TargetId } from '../base/brand.js';
import type { AgencyRound, RosterEntry } from './agency-round.js';
import { changedRound } from './changed-round.js';
import { combination, type CombinedChange } from './combination.js';
import type { RepairKind } from './repair-kinds.js';

export interface AgencyCombination {
  readonly agency: AgencyCode;
  /** As `combination` gives them. A target that waits stands with the first agency that asked for it. */
  readonly changes: readonly CombinedChange[];
  readonly isCheapest: boolean;
}

export interface BatchCombinationInput {
  /** Every agency with a place to fill, ascending. */
  readonly rounds: readonly AgencyRound[];
  readonly candidates: (agency: AgencyCode) => readonly RosterEntry[];
  readonly kinds?: readonly RepairKind[];
  /** Bound on trials × pairs for each agency. */
  readonly effort?: number;
}

const DEFAULT_EFFORT = 100_000_000;

/** Of every agency, with no changes where none are needed, as where another's waiting target is enough; `undefined` where a bound on the work was reached. */
export const batchCombination = (input: BatchCombinationInput): readonly AgencyCombination[] | undefined => {
  const waiting = postponedTargets(input);
  if (waiting === undefined) return undefined;
  const found = combinationsWithout(input, [...waiting.keys()]);
  if (found === undefined) return undefined;
  return found.map(({ agency, changes, isCheapest }) => {
    const postponed = [...waiting].flatMap(([target, first]): readonly CombinedChange[] => (first === agency ? [{ kind: 'postpone', target }] : []));
    return { agency, changes: [...changes, ...postponed], isCheapest: isCheapest && waiting.size === 0 };
  });
};

/** Targets that wait, each with the agency that asked first; none of them could go after all. */
const postponedTargets = (input: BatchCombinationInput): ReadonlyMap<TargetId, AgencyCode> | undefined => {
  const waiting = new Map<TargetId, AgencyCode>();
  for (let before = -1; before < waiting.size; ) {
    before = waiting.size;
    const found = combinationsWithout(input, [...waiting.keys()]);
    if (found === undefined) return undefined;
    for (const { agency, changes } of found) for (const change of changes) if (change.kind === 'postpone' && !waiting.has(change.target)) waiting.set(change.target, agency);
  }
  for (const target of [...waiting.keys()].reverse()) {
    const found = combinationsWithout(input, [...waiting.keys()].filter((one) => one !== target));
    if (found?.every(({ changes }) => changes.every(({ kind }) => kind !== 'postpone')) === true) waiting.delete(target);
  }
  return waiting;
};

const combinationsWithout = ({ rounds, candidates, kinds, effort = DEFAULT_EFFORT }: BatchCombinationInput, waiting: readonly TargetId[]): readonly AgencyCombination[] | undefined => {
  const found = rounds.map((round) => {
    const rest = waiting.reduce((before, target) => changedRound({ round: before, change: { kind: 'postpone', target } }), round);
    const one = combination({ round: rest, candidates: candidates(round.agency), effort, ...(kinds === undefined ? {} : { kinds }) });
    return one && { agency: round.agency, ...one };
  });
  return found.every((one) => one !== undefined) ? found : undefined;
};
