/** Products of integers below 2^53, exactly, though they may pass it themselves (match-spec M9.8). */

/** The sign of a·b − c·d. */
export const compareProducts = (a: number, b: number, c: number, d: number): number => {
  const left = a * b;
  const right = c * d;
  if (left <= Number.MAX_SAFE_INTEGER && right <= Number.MAX_SAFE_INTEGER) return left - right;
  const difference = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};

/** floor(a·b / c), which is itself below 2^53. */
export const flooredRatio = (a: number, b: number, c: number): number => {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER) return (product - (product % c)) / c;
  return Number((BigInt(a) * BigInt(b)) / BigInt(c));
};
