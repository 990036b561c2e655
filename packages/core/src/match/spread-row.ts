/** One row of the odds table: shares in proportion to weights, none above a whole place (match-spec M5.3). */

/** Weights start at B = 2^24 and stay from 1 to B. */
export const FULL_WEIGHT = 1 << 24;

export interface Row {
  /** e: where the single units begin. */
  readonly target: number;
  /** First pair of the row and the one after its last. */
  readonly start: number;
  readonly end: number;
  /** R: units to give out, below 2^29 and at most `full` for each pair. */
  readonly units: number;
}

export interface Spread {
  /** N, a power of two up to 2^16. */
  readonly full: number;
  /** By pair: who it is. */
  readonly inspectorOf: Int32Array;
  /** By inspector: b_i, 1 to 2^24. */
  readonly weight: Float64Array;
  /** By pair: the result. */
  readonly share: Float64Array;
}

/** Fills the shares of one row; they add up to `units`. */
export const spreadRow = (spread: Spread, row: Row): void => {
  const { full, inspectorOf, weight, share } = spread;
  const { start, end } = row;
  let total = 0;
  let heaviest = 0;
  for (let pair = start; pair < end; pair += 1) {
    const b = weight[inspectorOf[pair] ?? 0] ?? 0;
    total += b;
    if (b > heaviest) heaviest = b;
    share[pair] = 0;
  }
  // Below 2^53: b·R < 2^24·2^29, N·W < 2^16·8192·2^24. Where the heaviest is no hit, nobody is.
  const rest = heaviest * row.units >= full * total ? takeHits(spread, row, total) : { units: row.units, total };
  if (rest.units > 0) shareOut(spread, row, rest.units, rest.total);
};

/** Step 1: those whose part would reach a whole place get it; R and W are the same for all of one pass. */
const takeHits = ({ full, inspectorOf, weight, share }: Spread, { start, end, units }: Row, weights: number): { readonly units: number; readonly total: number } => {
  let left = units;
  let total = weights;
  while (left > 0) {
    const bar = full * total;
    const factor = left;
    for (let pair = start; pair < end; pair += 1) {
      const b = weight[inspectorOf[pair] ?? 0] ?? 0;
      if (share[pair] === full || b * factor < bar) continue;
      share[pair] = full;
      left -= full;
      total -= b;
    }
    if (left === factor) break;
  }
  return { units: left, total };
};

/** Steps 2 and 3: the parts rounded down, then what is left in single units. */
const shareOut = ({ full, inspectorOf, weight, share }: Spread, { target, start, end }: Row, units: number, total: number): void => {
  const product = units * FULL_WEIGHT; // below 2^29·2^24
  const t = (product - (product % total)) / total;
  let left = units;
  for (let pair = start; pair < end; pair += 1) {
    if (share[pair] === full) continue;
    // b·t < N·B = 2^40, as b is no hit; dividing by a power of two is exact.
    const part = Math.floor(((weight[inspectorOf[pair] ?? 0] ?? 0) * t) / FULL_WEIGHT);
    share[pair] = part;
    left -= part;
  }
  let pair = start + (target % (end - start));
  while (left > 0) {
    const part = share[pair] ?? 0;
    if (part < full) {
      share[pair] = part + 1;
      left -= 1;
    }
    pair = pair + 1 === end ? start : pair + 1;
  }
};
