/** How much nobody can know of a value, in tenths of a bit, exactly (draw-spec D2.3). @zh 熵 */
import type { LotteryGame, SeedSource } from './source.js';

/** Public entropy below this many tenths of a bit is a warning that stays (D2.4). */
export const LEAST_TENTH_BITS = 600;

/**
 * floor(10·log2 m) without a logarithm: the binary digits of m^10, less 1.
 *
 * @throws RangeError if `possibilities` is below 1
 */
export const tenthBits = (possibilities: bigint): number => {
  if (possibilities < 1n) throw new RangeError(`tenthBits: possibilities ${possibilities} is below 1`);
  return power(possibilities, 10).toString(2).length - 1;
};

/** Tenths of a bit a source can give; a typed value gives none, a joint one as long as one party is honest. */
export const sourceTenthBits = (source: SeedSource): number => {
  switch (source.kind) {
    case 'dice':
      return tenthBits(power(BigInt(source.faces), source.count));
    case 'lottery':
      return tenthBits(LOTTERY_POSSIBILITIES[source.game]);
    case 'drand':
    case 'joint':
      return tenthBits(1n << 256n);
    case 'typed':
      return 0;
    default:
      return source satisfies never;
  }
};

const power = (base: bigint, exponent: number): bigint => (exponent === 0 ? 1n : base * power(base, exponent - 1));
const choose = (n: bigint, k: bigint): bigint => (k === 0n ? 1n : (choose(n - 1n, k - 1n) * n) / k);

const LOTTERY_POSSIBILITIES: Readonly<Record<LotteryGame, bigint>> = {
  kl8: choose(80n, 20n),
  ssq: choose(33n, 6n) * 16n,
  fc3d: 1000n,
};
