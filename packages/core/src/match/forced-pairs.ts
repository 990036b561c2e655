/** Pairs that are the same in every assignment (match-spec M4.2). */
import type { Flow } from './feasibility.js';
import { stronglyConnected } from './strongly-connected.js';

/**
 * Marks the forced pairs of a feasible flow.
 *
 * @param flow - any feasible flow; the answer is the same for all
 * @returns by pair: 1 where the pair is in every assignment or in none; which of the two, the flow says
 */
export const forcedPairs = (flow: Flow): Uint8Array => {
  const { graph } = flow;
  const component = stronglyConnected(residualArrows(flow));
  const marks = new Uint8Array(graph.pairs);
  for (let pair = 0; pair < graph.pairs; pair += 1) {
    const i = graph.targets + (graph.inspectorOf[pair] ?? 0);
    if (component[graph.targetOf[pair] ?? 0] !== component[i]) marks[pair] = 1;
  }
  return marks;
};

/** The arrows of M4.2 as flat lists; nodes are targets, inspectors, the sink. */
const residualArrows = ({ graph, share, sum, limit }: Flow): { readonly start: Int32Array; readonly to: Int32Array } => {
  const { targets, inspectors } = graph;
  const sink = targets + inspectors;
  const start = new Int32Array(sink + 2);
  const to = new Int32Array(graph.pairs + 2 * inspectors);
  let count = 0;
  for (let e = 0; e < targets; e += 1) {
    const end = graph.rowStart[e + 1] ?? 0;
    for (let pair = graph.rowStart[e] ?? 0; pair < end; pair += 1) {
      if (share[pair] === 0) to[count++] = targets + (graph.inspectorOf[pair] ?? 0);
    }
    start[e + 1] = count;
  }
  for (let i = 0; i < inspectors; i += 1) {
    const end = graph.columnStart[i + 1] ?? 0;
    for (let at = graph.columnStart[i] ?? 0; at < end; at += 1) {
      const pair = graph.columnPair[at] ?? 0;
      if (share[pair] !== 0) to[count++] = graph.targetOf[pair] ?? 0;
    }
    if ((sum[i] ?? 0) < (limit[i] ?? 0)) to[count++] = sink;
    start[targets + i + 1] = count;
  }
  for (let i = 0; i < inspectors; i += 1) if ((sum[i] ?? 0) > 0) to[count++] = targets + i;
  start[sink + 1] = count;
  return { start, to };
};
