/**
 * How likely two people would meet at one visit if nothing but the odds table tied them together.
 * A visit takes exactly r people, so the product of two chances is not that figure: it would be nearly twice too much at r = 2.
 * Here the chance of a pair is the product of two weights, and the weights are such that every person's chance is that of the table.
 */

/** By two positions in a row, `chance[first * length + second]`; the same both ways, nothing on the diagonal. */
export type PairChances = Float64Array;

/** Halving so often reaches the last digit there is. */
const MOST_STEPS = 64;

/**
 * Chances of the pairs of one visit, exact where two people come, near for more.
 *
 * @param row - the chances of its people in units, as the odds table has them (match-spec M5): they add up to whole places
 * @param whole - a place in units
 */
export const meetingChances = (row: readonly number[], whole: number): PairChances => {
  const length = row.length;
  const chance = new Float64Array(length * length);
  const open = row.map((units) => (units > 0 && units < whole ? units / whole : 0));
  const weight = weightsFor(open);
  row.forEach((first, a) => {
    for (let b = 0; b < a; b += 1) {
      const second = row[b] ?? 0;
      // Whoever comes in any case meets everybody as often as that one comes.
      const both = first === whole || second === whole ? (first / whole) * (second / whole) : (weight[a] ?? 0) * (weight[b] ?? 0);
      chance[a * length + b] = both;
      chance[b * length + a] = both;
    }
  });
  return chance;
};

/**
 * w with w_a · (S − w_a) = open_a · (places − 1), S being the sum of all w.
 * For a given S each w is the smaller root of a quadratic; S is found by halving. One person may have more than half of S: then that w is the greater root.
 */
const weightsFor = (open: readonly number[]): readonly number[] => {
  const places = open.reduce((sum, one) => sum + one, 0);
  if (places < 1.5) return open.map(() => 0);
  const wanted = open.map((one) => one * (places - 1));
  const most = Math.max(...wanted);
  const least = 2 * squareRoot(most);
  const hasHalf = sumOfRoots(wanted, least) < least;
  const sum = zeroAbove(least, (s) => (hasHalf ? 2 * smallerRoot(s, most) - sumOfRoots(wanted, s) : sumOfRoots(wanted, s) - s));
  const holder = hasHalf ? wanted.indexOf(most) : -1;
  return wanted.map((one, a) => (a === holder ? sum - smallerRoot(sum, one) : smallerRoot(sum, one)));
};

/** Of x · (s − x) = product, without the loss of digits of the usual formula. */
const smallerRoot = (s: number, product: number): number => (2 * product) / (s + squareRoot(Math.max(0, s * s - 4 * product)));

const sumOfRoots = (products: readonly number[], s: number): number => products.reduce((sum, product) => sum + smallerRoot(s, product), 0);

/** By Heron, in the four operations that every machine rounds alike; falling until it can fall no more. */
const squareRoot = (square: number): number => {
  if (square === 0) return 0;
  let root = Math.max(1, square);
  for (;;) {
    const next = (root + square / root) / 2;
    if (!(next < root)) return root;
    root = next;
  }
};

/** Where a function that is positive at `from` and negative far above it is 0. */
const zeroAbove = (from: number, valueAt: (s: number) => number): number => {
  let low = from;
  let high = from * 2;
  for (let doubled = 0; doubled < MOST_STEPS && valueAt(high) > 0; doubled += 1) high *= 2;
  for (let halved = 0; halved < MOST_STEPS; halved += 1) {
    const middle = (low + high) / 2;
    if (valueAt(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
};
