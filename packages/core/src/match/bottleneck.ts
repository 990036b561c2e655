/** Who and what is short in a match that cannot be done. */
import type { InspectorId } from '../base/brand.js';
import { type PeopleGroup, qualifiedFor } from '../plan/composition.js';
import type { AgencyRound } from './agency-round.js';
import { eligibilityBesideCapacity } from './eligibility.js';
import { maximumFlow } from './feasibility.js';
import { openReach } from './open-reach.js';
import { pairGraph } from './pair-graph.js';
import { ruleCauses } from './short-balance.js';

export interface Bottleneck {
  /** Whom a visit more of would help, ascending. */
  readonly people: readonly InspectorId[];
  /** Groups of rules that lack people, and qualifications asked of everybody at the targets concerned. */
  readonly groups: readonly PeopleGroup[];
}

/** `undefined` where the match is feasible. */
export const bottleneck = (round: AgencyRound): Bottleneck | undefined => {
  const setting = eligibilityBesideCapacity(round);
  const flow = maximumFlow(pairGraph(setting.instance), setting.instance);
  if (flow.shortage === 0) return undefined;
  const reached = openReach(flow);
  const asked = setting.visits.flatMap(({ qualifications }, e) => (reached[e] === 1 ? qualifications.map(qualifiedFor) : []));
  const lacking = ruleCauses(setting, flow).flatMap(({ group, bound }) => (bound === 'atLeast' ? [group] : []));
  return { people: setting.roster.filter((_, i) => reached[flow.graph.nodes + i] === 1).map(({ id }) => id), groups: [...new Set([...lacking, ...asked])] };
};
