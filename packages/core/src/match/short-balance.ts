/** What a short set of targets needs against what its people can do, and which rules are the cause (match-spec M7.6). */
import type { TargetId } from '../base/brand.js';
import type { CompositionRule, PeopleGroup } from '../plan/composition.js';
import { type Eligibility, eligibilityBesideCapacity } from './eligibility.js';
import { type Flow, maximumFlow } from './feasibility.js';
import type { AgencyRound } from './agency-round.js';
import { openReach } from './open-reach.js';
import { pairGraph } from './pair-graph.js';

/** A rule at whose bound the set of targets fails. @zh 起作用的人员组成规则 */
export interface ShortRule {
  readonly group: PeopleGroup;
  /** `atLeast`: the group has too few people; `atMost`: no more of them may go. */
  readonly bound: 'atLeast' | 'atMost';
  /** What the rule asks for, or allows, at these targets together. */
  readonly places: number;
  /** What people of the group can do there if they do nothing else. */
  readonly people: number;
  readonly targets: readonly TargetId[];
}

export interface ShortBalance {
  /** Places that only some people can fill. Where no rule is a cause: all places of the set. */
  readonly needed: number;
  /** How many of these the people can fill, never as many as are needed. */
  readonly supplied: number;
  readonly rules: readonly ShortRule[];
  /** Targets whose rules cannot all be kept, whoever goes. */
  readonly contradictory: readonly TargetId[];
}

/**
 * The tightest cut of a set of targets that is short.
 *
 * @param targets - S of M7.2
 */
export const shortBalance = ({ round, targets }: { readonly round: AgencyRound; readonly targets: readonly TargetId[] }): ShortBalance => {
  const inSet = new Set(targets);
  const setting = eligibilityBesideCapacity({ ...round, visits: round.visits.filter(({ target }) => inSet.has(target)) });
  const graph = pairGraph(setting.instance);
  const flow = maximumFlow(graph, setting.instance);
  const { contradictory } = flow;
  const cut = cutOf(setting, flow);
  const needed = cut.reduce((sum, { bound, places }) => sum + (bound === 'atMost' ? -places : places), 0);
  return {
    needed,
    supplied: needed - flow.shortage,
    rules: rulesOf(setting, flow, cut),
    contradictory: setting.visits.flatMap(({ target }, e) => (contradictory[e] === 1 ? [target] : [])),
  };
};

/** The rules that are a cause of what stays open of a maximum flow. */
export const ruleCauses = (setting: Eligibility, flow: Flow): readonly ShortRule[] => rulesOf(setting, flow, cutOf(setting, flow));

/** A target or group where the cut goes through: asked from within it, or allowed into it. */
interface CutNode {
  readonly target: number;
  readonly node: number;
  readonly bound: 'atLeast' | 'atMost';
  readonly places: number;
}

/** Reached, and nothing around it is: it has no more than it must. Not reached, and what is around it is: it has all it may. */
const cutOf = ({ instance: { wanted, groups: rows } }: Eligibility, flow: Flow): readonly CutNode[] => {
  const { graph: { targets, groups }, contradictory } = flow;
  const reached = openReach(flow);
  return wanted.flatMap((places, target): readonly CutNode[] => {
    const own: readonly CutNode[] = reached[target] === 1 ? [{ target, node: target, bound: 'atLeast', places }] : [];
    if (contradictory[target] === 1) return own;
    const start = groups?.start[target] ?? 0;
    const inner = (rows?.[target]?.low ?? []).flatMap((low, at): readonly CutNode[] => {
      const node = targets + start + at;
      const isIn = reached[node] === 1;
      if (isIn === (reached[groups?.parent[start + at] ?? 0] === 1)) return [];
      return [isIn ? { target, node, bound: 'atLeast', places: low } : { target, node, bound: 'atMost', places: rows?.[target]?.high[at] ?? 0 }];
    });
    return [...own, ...inner];
  });
};

/** One entry for each group and bound, in the order in which they are met. */
const rulesOf = (setting: Eligibility, flow: Flow, cut: readonly CutNode[]): readonly ShortRule[] => {
  const found = new Map<string, { readonly group: PeopleGroup; readonly bound: CutNode['bound']; readonly nodes: CutNode[] }>();
  for (const one of cut) {
    const group = groupOf(setting, flow, one);
    if (group === undefined) continue;
    const key = `${one.bound} ${group}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { group, bound: one.bound, nodes: [one] });
    else known.nodes.push(one);
  }
  return [...found.values()].map(({ group, bound, nodes }) => ({
    group,
    bound,
    places: nodes.reduce((sum, { places }) => sum + places, 0),
    people: ableAt(setting, flow, nodes),
    targets: nodes.flatMap(({ target }) => setting.visits[target]?.target ?? []),
  }));
};

/** The rule that gives a node its bound; `undefined` for a target itself. */
const groupOf = ({ instance }: Eligibility, { graph: { targets, groups } }: Flow, { target, node, bound }: CutNode): PeopleGroup | undefined => {
  if (node < targets) return undefined;
  const rules = instance.groups?.[target]?.tree.rules[node - targets - (groups?.start[target] ?? 0)] ?? [];
  const strictness = (rule: CompositionRule): number => (bound === 'atLeast' ? (rule.atLeast ?? -1) : -(rule.atMost ?? Infinity));
  return rules.reduce<CompositionRule | undefined>((best, rule) => (best === undefined || strictness(rule) > strictness(best) ? rule : best), undefined)?.group;
};

/** Σ min(capacity, how many of these nodes the person can go to). */
const ableAt = ({ instance: { capacity, eligible } }: Eligibility, { graph }: Flow, nodes: readonly CutNode[]): number => {
  const counts = new Map<number, number>();
  for (const { target, node } of nodes) {
    (eligible[target] ?? []).forEach((i, at) => {
      if (isBelow(graph, graph.groups?.nodeOf[(graph.rowStart[target] ?? 0) + at] ?? target, node)) counts.set(i, (counts.get(i) ?? 0) + 1);
    });
  }
  return [...counts].reduce((sum, [i, times]) => sum + Math.min(capacity[i] ?? 0, times), 0);
};

const isBelow = (graph: Flow['graph'], inner: number, node: number): boolean =>
  inner === node || (inner >= graph.targets && isBelow(graph, graph.groups?.parent[inner - graph.targets] ?? 0, node));
