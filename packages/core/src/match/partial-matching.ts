/** The assignment that leaves the fewest places open, for information: it is never carried out (match-spec M7.7). */
import type { InspectorId, TargetId } from '../base/brand.js';
import type { AgencyRound } from './agency-round.js';
import { eligibility } from './eligibility.js';
import { type Flow, maximumFlow } from './feasibility.js';
import { pairGraph } from './pair-graph.js';

/** Who could go to one target. @zh 部分匹配（仅供参考） */
export interface PartialVisit {
  readonly target: TargetId;
  readonly wanted: number;
  readonly inspectors: readonly InspectorId[];
}

/** Ascending by target. With rules an open place counts for whatever group helps (M9.12). */
export const partialMatching = (round: AgencyRound): readonly PartialVisit[] => {
  const { visits, roster, instance } = eligibility(round);
  const flow = maximumFlow(pairGraph(instance), instance);
  const kept = withinCapacity(flow);
  const { rowStart, inspectorOf } = flow.graph;
  return visits.map(({ target, people }, e) => {
    const pairs = [...kept.subarray(rowStart[e], rowStart[e + 1]).entries()].filter(([, units]) => units > 0);
    return { target, wanted: people, inspectors: pairs.flatMap(([at]) => roster[inspectorOf[(rowStart[e] ?? 0) + at] ?? 0]?.id ?? []) };
  });
};

/** The shares without the visits above a capacity: of each such person's visits those go that are short already, so that others stay whole. */
const withinCapacity = ({ graph, share, sum, limit, wanted }: Flow): Float64Array => {
  const kept = share.slice();
  const open = Int32Array.from(wanted);
  share.forEach((units, pair) => {
    const e = graph.targetOf[pair] ?? 0;
    open[e] = (open[e] ?? 0) - units;
  });
  const openAt = (pair: number): number => open[graph.targetOf[pair] ?? 0] ?? 0;
  for (let i = 0; i < graph.inspectors; i += 1) {
    const visits = [...graph.columnPair.subarray(graph.columnStart[i], graph.columnStart[i + 1])].filter((pair) => (kept[pair] ?? 0) > 0);
    for (let over = (sum[i] ?? 0) - (limit[i] ?? 0); over > 0; over -= 1) {
      const shortest = visits.reduce<number | undefined>((best, pair) => ((kept[pair] ?? 0) > 0 && (best === undefined || openAt(pair) >= openAt(best)) ? pair : best), undefined);
      if (shortest === undefined) break;
      kept[shortest] = 0;
      open[graph.targetOf[shortest] ?? 0] = openAt(shortest) + 1;
    }
  }
  return kept;
};
