/** The odds table: the chance of every pair, before any seed (match-spec M5, M9.6–M9.9). */
import type { Flow } from './feasibility.js';
import { forced } from './forced.js';
import { type GroupFit, groupFit } from './group-fit.js';
import { type PairGraph, withoutMarked } from './pair-graph.js';
import { relieveOverload } from './relieve-overload.js';
import { spreadGroups } from './spread-groups.js';
import { FULL_WEIGHT, spreadRow } from './spread-row.js';

/** K of the scheme: chances are in units of 1/2^16. */
export const ODDS_BITS = 16;
const MOST_ROUNDS = 100;

export interface OddsInput {
  /** A feasible flow; the table is the same for all of an instance. */
  readonly flow: Flow;
  /** K, 1 to 16; {@link ODDS_BITS} for every draw. */
  readonly bits: number;
}

/** @zh 概率表 */
export interface OddsTable {
  readonly graph: PairGraph;
  /** K: a whole place is N = 2^K units. */
  readonly bits: number;
  /** By pair: q, 0 to N. */
  readonly chance: Float64Array;
  /** By inspector: x, the expected number of visits in units. */
  readonly sum: Float64Array;
  readonly iterations: number;
  readonly repairPhases: number;
  /** Pairs that are the same in every assignment, present or absent. */
  readonly forcedPairs: number;
}

/**
 * Odds of a feasible instance.
 *
 * @throws RangeError if `bits` is not 1 to 16, or `flow` leaves a shortage
 */
export const oddsTable = ({ flow, bits }: OddsInput): OddsTable => {
  if (!Number.isInteger(bits) || bits < 1 || bits > ODDS_BITS) throw new RangeError(`oddsTable: bits ${bits} is not from 1 to ${ODDS_BITS}`);
  if (flow.shortage > 0) throw new RangeError(`oddsTable: flow leaves a shortage of ${flow.shortage}`);
  const full = 1 << bits;
  const marks = forced(flow);
  const { chance, base, units } = settleForced(flow, marks.pairs, full);
  const { graph, original } = withoutMarked(flow.graph, marks.pairs);
  const groups = groupFit({ flow, forced: marks, graph, full });
  const fit: Fit = { graph, full, units, base, capacity: flow.limit, share: new Float64Array(graph.pairs), sum: new Float64Array(graph.inspectors), weight: new Float64Array(graph.inspectors).fill(FULL_WEIGHT), groups };
  const iterations = fitWeights(fit);
  // Forced places count in every sum and every limit, so the repair may see both as they are.
  const repairPhases = relieveOverload({ ...fit, limit: flow.limit.map((visits) => visits * full), groups: groups?.shares });
  original.forEach((pair, at) => {
    chance[pair] = fit.share[at] ?? 0;
  });
  return { graph: flow.graph, bits, chance, sum: fit.sum, iterations, repairPhases, forcedPairs: flow.graph.pairs - graph.pairs };
};

/** What the forced pairs leave: chances so far, units of each inspector so far, units each row still wants (M5.1). */
const settleForced = ({ graph, share, wanted }: Flow, marks: Uint8Array, full: number): { readonly chance: Float64Array; readonly base: Float64Array; readonly units: Float64Array } => {
  const chance = new Float64Array(graph.pairs);
  const base = new Float64Array(graph.inspectors);
  const units = Float64Array.from(wanted, (places) => places * full);
  marks.forEach((mark, pair) => {
    if (mark === 0 || share[pair] === 0) return;
    const i = graph.inspectorOf[pair] ?? 0;
    const e = graph.targetOf[pair] ?? 0;
    chance[pair] = full;
    base[i] = (base[i] ?? 0) + full;
    units[e] = (units[e] ?? 0) - full;
  });
  return { chance, base, units };
};

interface Fit {
  /** The pairs that are not forced. */
  readonly graph: PairGraph;
  readonly full: number;
  /** By target: R of an empty row. */
  readonly units: Float64Array;
  /** By inspector: units of forced pairs. */
  readonly base: Float64Array;
  /** By inspector: c, in visits. */
  readonly capacity: Float64Array;
  readonly share: Float64Array;
  readonly sum: Float64Array;
  readonly weight: Float64Array;
  readonly groups: GroupFit | undefined;
}

/** Fills, compares, lowers weights, until nobody is over by more than 1/1024 of a visit; returns the last n (M5.2). */
const fitWeights = (fit: Fit): number => {
  for (let n = 0; ; n += 1) {
    fillRows(fit);
    if (n === MOST_ROUNDS || isCloseEnough(fit)) return n;
    adjustWeights(fit);
  }
};

const fillRows = (fit: Fit): void => {
  const { graph, share, sum, base, units } = fit;
  sum.set(base);
  const spread = fit.groups === undefined ? undefined : { ...fit, ...fit.groups };
  for (let target = 0; target < graph.targets; target += 1) {
    const start = graph.rowStart[target] ?? 0;
    const end = graph.rowStart[target + 1] ?? 0;
    if (start === end) continue;
    if (spread !== undefined && hasGroups(graph, target)) spreadGroups(spread, target, units[target] ?? 0);
    else spreadRow({ full: fit.full, inspectorOf: graph.inspectorOf, weight: fit.weight, share }, { target, start, end, units: units[target] ?? 0 });
    for (let pair = start; pair < end; pair += 1) {
      const i = graph.inspectorOf[pair] ?? 0;
      sum[i] = (sum[i] ?? 0) + (share[pair] ?? 0);
    }
  }
  fit.groups?.given.forEach((given, g) => {
    if (fit.groups !== undefined) fit.groups.shares.sum[g] = (fit.groups.base[g] ?? 0) + given;
  });
};

const hasGroups = ({ groups }: PairGraph, target: number): boolean => (groups?.start[target] ?? 0) < (groups?.start[target + 1] ?? 0);

/** x·1024 stays below 2^53 for fewer than 2^27 targets. */
const isCloseEnough = ({ sum, capacity, full }: Fit): boolean => sum.every((x, i) => (x - (capacity[i] ?? 0) * full) * 1024 <= full);

const adjustWeights = ({ sum, capacity, full, weight }: Fit): void => {
  sum.forEach((x, i) => {
    const limit = (capacity[i] ?? 0) * full;
    const b = weight[i] ?? 0;
    if (x <= limit && b === FULL_WEIGHT) return;
    const product = b * limit; // below 2^24·8192·2^16
    weight[i] = x === 0 ? FULL_WEIGHT : Math.min(FULL_WEIGHT, Math.max(1, (product - (product % x)) / x));
  });
};
