/** Where the open places of a maximum flow can be moved to. */
import type { Flow } from './feasibility.js';
import { forEachArrow } from './levels.js';
import { rowLength } from './pair-graph.js';

/**
 * By node (targets, then inspectors): 1 where an open place can be moved to.
 * Open places stand with overloaded inspectors and with targets that have fewer people than places.
 */
export const openReach = (flow: Flow): Uint8Array => {
  const { graph, sum, limit, wanted } = flow;
  const sources: number[] = [];
  wanted.forEach((places, e) => {
    if (rowLength(graph, e) < places) sources.push(e);
  });
  sum.forEach((visits, i) => {
    if (visits > (limit[i] ?? 0)) sources.push(graph.targets + i);
  });
  return reachFrom(flow, sources);
};

/** True where an inspector has room, or can give up a visit to somebody who has, by however many steps. */
export const canTakeOneMore = (flow: Flow, inspector: number): boolean => {
  const { graph, sum, limit } = flow;
  const reached = reachFrom(flow, [graph.targets + inspector]);
  return sum.some((visits, i) => reached[graph.targets + i] === 1 && visits < (limit[i] ?? 0));
};

const reachFrom = (flow: Flow, sources: readonly number[]): Uint8Array => {
  const reached = new Uint8Array(flow.graph.targets + flow.graph.inspectors);
  const open = [...sources];
  for (const source of sources) reached[source] = 1;
  const reach = (node: number): void => {
    if (reached[node] === 1) return;
    reached[node] = 1;
    open.push(node);
  };
  for (let node = open.pop(); node !== undefined; node = open.pop()) forEachArrow(flow, node, reach);
  return reached;
};
