/** Where the open places of a maximum flow can be moved to. */
import type { Flow } from './feasibility.js';
import { forEachArrow } from './levels.js';

/**
 * By node: 1 where an open place can be moved to.
 * Open places stand with overloaded inspectors, and with targets and groups that have fewer people than places.
 */
export const openReach = (flow: Flow): Uint8Array => {
  const { graph, sum, limit, missing, contradictory } = flow;
  const sources: number[] = [];
  missing.forEach((places, node) => {
    if (places > 0 && contradictory[node] !== 1) sources.push(node);
  });
  sum.forEach((visits, i) => {
    if (visits > (limit[i] ?? 0)) sources.push(graph.nodes + i);
  });
  const reached = reachFrom(flow, sources);
  // Nobody could take a place where the rules cannot be kept.
  contradictory.forEach((mark, e) => {
    if (mark === 1 && (missing[e] ?? 0) > 0) reached[e] = 1;
  });
  return reached;
};

/** True where an inspector has room, or can give up a visit to somebody who has, by however many steps. */
export const canTakeOneMore = (flow: Flow, inspector: number): boolean => {
  const { graph, sum, limit } = flow;
  const reached = reachFrom(flow, [graph.nodes + inspector]);
  return sum.some((visits, i) => reached[graph.nodes + i] === 1 && visits < (limit[i] ?? 0));
};

const reachFrom = (flow: Flow, sources: readonly number[]): Uint8Array => {
  const reached = new Uint8Array(flow.graph.nodes + flow.graph.inspectors);
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
