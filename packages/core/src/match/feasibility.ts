/** Can every place be filled? (match-spec M4.1, M7.1, M9.12) */
import { err, ok, type Result } from '../base/result.js';
import { fillTarget } from './first-fill.js';
import { type Instance, type PairGraph, pairGraph } from './pair-graph.js';
import { relieveOverload } from './relieve-overload.js';
import { fillBounds } from './row-bounds.js';
import { overloadOf, type ShareTable } from './share-table.js';

/** Whole places (1) given to pairs: as many as can be filled, the rest standing as overload or as missing people. */
export interface Flow extends ShareTable {
  readonly full: 1;
  /** Places that stay open however one assigns. @zh 缺口 */
  readonly shortage: number;
  /** By target: places wanted. */
  readonly wanted: Int32Array;
  /** By target or group: places its people could not fill were they free of everything else. */
  readonly missing: Int32Array;
  /** By target: 1 where its rules cannot all be kept, whoever is free: all its places are missing. */
  readonly contradictory: Uint8Array;
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
  const bounds = fillBounds(graph, wanted);
  const { places, missing, low, high, contradictory } = bounds;
  const table = {
    graph,
    full: 1,
    wanted: Int32Array.from(wanted),
    missing,
    contradictory,
    share: new Float64Array(graph.pairs),
    sum: new Float64Array(graph.inspectors),
    limit: Float64Array.from(capacity),
    groups: graph.groups === undefined ? undefined : { sum: new Float64Array(low.length), low, high },
  } as const;
  places.forEach((count, e) => fillTarget(table, bounds, e, count));
  return relieved(table);
};

/** Moves overload on as far as it goes and counts what is left. */
export const relieved = (table: Omit<Flow, 'shortage'>): Flow => {
  relieveOverload(table);
  return { ...table, shortage: table.missing.reduce((sum, places) => sum + places, overloadOf(table)) };
};
