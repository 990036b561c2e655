/** Can every place be filled? (match-spec M4.1, M7.1) */
import { err, ok, type Result } from '../base/result.js';
import { type Instance, type PairGraph, pairGraph, rowLength } from './pair-graph.js';
import { relieveOverload } from './relieve-overload.js';
import { overloadOf, type ShareTable } from './share-table.js';

/** Whole places (1) given to pairs: as many as can be filled, the rest standing as overload or as missing people. */
export interface Flow extends ShareTable {
  readonly full: 1;
  /** Places that stay open however one assigns. @zh 缺口 */
  readonly shortage: number;
  /** By target: places wanted. */
  readonly wanted: Int32Array;
}

/** What cannot be filled. */
export interface Shortage {
  readonly shortage: number;
}

/** A feasible assignment of an instance, or how many places stay open. */
export const feasibility = (instance: Instance): Result<Flow, Shortage> => {
  const flow = maximumFlow(pairGraph(instance), instance);
  return flow.shortage === 0 ? ok(flow) : err({ shortage: flow.shortage });
};

/** The most places that can be filled at once. Every row is filled first, overloading where it must; then the overload is moved on. */
export const maximumFlow = (graph: PairGraph, { wanted, capacity }: Pick<Instance, 'wanted' | 'capacity'>): Flow => {
  const table = {
    graph,
    full: 1,
    wanted: Int32Array.from(wanted),
    share: new Float64Array(graph.pairs),
    sum: new Float64Array(graph.inspectors),
    limit: Float64Array.from(capacity),
  } as const;
  wanted.forEach((places, e) => takePlaces(table, e, takePlaces(table, e, places, true), false));
  return relieved(table);
};

/** Moves overload on as far as it goes and counts what is left. */
export const relieved = (table: Omit<Flow, 'shortage'>): Flow => {
  relieveOverload(table);
  let shortage = overloadOf(table);
  table.wanted.forEach((places, e) => {
    shortage += Math.max(0, places - rowLength(table.graph, e));
  });
  return { ...table, shortage };
};

/** Gives places of a target to its people in turn, only to those with room where asked; returns how many are left. */
const takePlaces = ({ graph, share, sum, limit }: ShareTable, target: number, places: number, onlyWithRoom: boolean): number => {
  const start = graph.rowStart[target] ?? 0;
  const length = rowLength(graph, target);
  let left = places;
  for (let step = 0; step < length && left > 0; step += 1) {
    const pair = start + ((target * places + step) % length);
    const i = graph.inspectorOf[pair] ?? 0;
    if (share[pair] !== 0 || (onlyWithRoom && (sum[i] ?? 0) >= (limit[i] ?? 0))) continue;
    share[pair] = 1;
    sum[i] = (sum[i] ?? 0) + 1;
    left -= 1;
  }
  return left;
};
