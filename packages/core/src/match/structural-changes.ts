/** Changes without which no capacities, however large, fill every place (match-spec M7.5). */
import type { AgencyRound, RosterEntry } from './agency-round.js';
import { canGoLower, changedRound, joinsRules } from './changed-round.js';
import { eligibilityBesideCapacity } from './eligibility.js';
import { maximumFlow } from './feasibility.js';
import { CEILING, pairGraph } from './pair-graph.js';
import { releasableRecusals } from './releasable.js';
import type { Change, RepairKind } from './repair-kinds.js';
import { type UnnamedPerson, unnamedPersons, withUnnamed } from './unnamed-person.js';

export interface StructuralInput {
  readonly round: AgencyRound;
  readonly candidates: readonly RosterEntry[];
  readonly kinds: readonly RepairKind[];
  /** Bound on trials × pairs. */
  readonly effort: number;
}

export interface Structural {
  /** In the order in which they are made; none of kind `capacity`. */
  readonly changes: readonly Change[];
  /** People to be found. */
  readonly unnamed: readonly UnnamedPerson[];
}

/** One step: a change to the round, or somebody unnamed. */
type Step = { readonly change: Change } | { readonly person: UnnamedPerson };

/**
 * As long as a place stays open though everybody of the agency may take any number of visits: of the cheapest kind that helps
 * the change that helps most, the first of equals. Then, dearest and last first, each that can be left out is.
 *
 * @returns `undefined` where the bound on the work was reached, or the kinds are not enough
 */
export const structuralChanges = (input: StructuralInput): Structural | undefined => {
  let left = input.effort;
  let steps: readonly Step[] = [];
  const remaining = (trial: readonly Step[]): number => {
    const { open, pairs } = openPlaces(input, trial);
    left -= pairs;
    return open;
  };
  for (let open = remaining([]); open > 0; ) {
    const found = bestStep(input, steps, open, (trial) => (left < 0 ? Infinity : remaining(trial)));
    if (found === undefined || left < 0) return undefined;
    steps = [...steps, found.step];
    open = found.open;
  }
  const rank = (step: Step): number => ('change' in step ? input.kinds.indexOf(step.change.kind) : input.kinds.indexOf('borrow'));
  for (const step of [...steps].reverse().sort((a, b) => rank(b) - rank(a))) {
    const without = steps.filter((one) => one !== step);
    if (remaining(without) === 0) steps = without;
  }
  return { changes: steps.flatMap((step) => ('change' in step ? [step.change] : [])), unnamed: steps.flatMap((step) => ('person' in step ? [step.person] : [])) };
};

const bestStep = (input: StructuralInput, steps: readonly Step[], open: number, remaining: (trial: readonly Step[]) => number): { readonly step: Step; readonly open: number } | undefined => {
  for (const kind of input.kinds) {
    let best: { readonly step: Step; readonly open: number } | undefined;
    for (const step of stepsOf(input, changedBy(input, steps), kind)) {
      const rest = remaining([...steps, step]);
      if (rest < (best?.open ?? open)) best = { step, open: rest };
    }
    if (best !== undefined) return best;
  }
  return undefined;
};

/** All there is to try of a kind. */
const stepsOf = ({ candidates }: StructuralInput, round: AgencyRound, kind: RepairKind): readonly Step[] => {
  switch (kind) {
    case 'capacity':
      return [];
    case 'borrow':
      if (candidates.length === 0) return unnamedPersons(eligibilityBesideCapacity(round)).map((person) => ({ person }));
      return candidates
        .filter((person) => round.roster.every(({ id }) => id !== person.id) && joinsRules(round, person))
        .map(({ id }) => ({ change: { kind, inspector: id } }));
    case 'release':
      return releasableRecusals(round).map((pair) => ({ change: { kind, ...pair } }));
    case 'lower':
      return round.visits.filter(canGoLower).map(({ target }) => ({ change: { kind, target } }));
    case 'postpone':
      return round.visits.filter(({ people }) => people > 0).map(({ target }) => ({ change: { kind, target } }));
    default:
      return kind satisfies never;
  }
};

const changedBy = ({ round, candidates }: StructuralInput, steps: readonly Step[]): AgencyRound =>
  steps.reduce((before, step) => ('change' in step ? changedRound({ round: before, change: step.change, candidates }) : before), round);

/** Places that stay open where all of the agency, and whoever is unnamed, may take any number of visits. */
const openPlaces = (input: StructuralInput, steps: readonly Step[]): { readonly open: number; readonly pairs: number } => {
  const setting = eligibilityBesideCapacity(changedBy(input, steps));
  const own = new Set(input.round.roster.map(({ id }) => id));
  const capacity = setting.roster.map(({ id }, i) => (own.has(id) ? CEILING - 1 : (setting.instance.capacity[i] ?? 0)));
  const boundless = { ...setting, instance: { ...setting.instance, capacity } };
  const persons = steps.flatMap((step) => ('person' in step ? [step.person] : []));
  const instance = withUnnamed({ setting: boundless, persons, capacities: persons.map(() => CEILING - 1) });
  const graph = pairGraph(instance);
  return { open: maximumFlow(graph, instance).shortage, pairs: graph.pairs };
};
