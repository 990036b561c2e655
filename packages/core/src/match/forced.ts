/** What is the same in every assignment: pairs, and how many go of a group (match-spec M4.2, M9.6). */
import type { Flow } from './feasibility.js';
import { forEachArrow } from './levels.js';
import { stronglyConnected } from './strongly-connected.js';

export interface Forced {
  /** By pair: 1 where the pair is in every assignment or in none; which of the two, the flow says. */
  readonly pairs: Uint8Array;
  /** By group: 1 where as many of it go in every assignment; how many, the flow says (M9.6). */
  readonly groups: Uint8Array;
}

/**
 * Marks what is the same in every assignment.
 *
 * @param flow - any feasible flow; the answer is the same for all
 */
export const forced = (flow: Flow): Forced => {
  const { graph } = flow;
  const { targets, nodes, groups } = graph;
  const component = stronglyConnected(residualArrows(flow));
  const nodeOf = groups === undefined ? graph.targetOf : groups.nodeOf;
  const pairs = new Uint8Array(graph.pairs);
  for (let pair = 0; pair < graph.pairs; pair += 1) {
    if (component[nodeOf[pair] ?? 0] !== component[nodes + (graph.inspectorOf[pair] ?? 0)]) pairs[pair] = 1;
  }
  const marks = new Uint8Array(nodes - targets);
  groups?.parent.forEach((parent, g) => {
    if (component[targets + g] !== component[parent]) marks[g] = 1;
  });
  return { pairs, groups: marks };
};

/** The arrows of M4.2 and M9.6 as flat lists; nodes are those of the graph, then the sink. */
const residualArrows = (flow: Flow): { readonly start: Int32Array; readonly to: Int32Array } => {
  const { graph, sum, limit } = flow;
  const { nodes, inspectors } = graph;
  const sink = nodes + inspectors;
  const start = new Int32Array(sink + 2);
  const to = new Int32Array(graph.pairs + 2 * (inspectors + nodes - graph.targets));
  let count = 0;
  const push = (node: number): void => {
    to[count] = node;
    count += 1;
  };
  for (let node = 0; node < sink; node += 1) {
    forEachArrow(flow, node, push);
    const i = node - nodes;
    if (i >= 0 && (sum[i] ?? 0) < (limit[i] ?? 0)) push(sink);
    start[node + 1] = count;
  }
  for (let i = 0; i < inspectors; i += 1) if ((sum[i] ?? 0) > 0) push(nodes + i);
  start[sink + 1] = count;
  return { start, to };
};
