/** Results of lottery games as seed values (draw-spec D2.2). */
import { type SeedProblem } from './problems.js';
import type { LotteryGame } from './source.js';

interface Group {
  readonly count: number;
  readonly lowest: number;
  readonly highest: number;
  /** Numbers as wide as the highest, none twice, ascending; otherwise digits in the order drawn. */
  readonly isAscending: boolean;
}

interface Game {
  readonly name: string;
  readonly groups: readonly Group[];
  readonly example: string;
}

/** 快乐8, 双色球, 福彩3D: how many numbers out of which. */
export const LOTTERY_GAMES: Readonly<Record<LotteryGame, Game>> = {
  kl8: {
    name: '快乐8',
    groups: [{ count: 20, lowest: 1, highest: 80, isAscending: true }],
    example: '01.05.09.12.17.23.28.30.31.36.41.44.48.52.57.60.66.71.75.80',
  },
  ssq: {
    name: '双色球',
    groups: [{ count: 6, lowest: 1, highest: 33, isAscending: true }, { count: 1, lowest: 1, highest: 16, isAscending: true }],
    example: '03.08.14.21.27.33.09',
  },
  fc3d: { name: '福彩3D', groups: [{ count: 3, lowest: 0, highest: 9, isAscending: false }], example: '0.9.3' },
};

export interface LotteryValue {
  readonly game: LotteryGame;
  /** The left side, for naming it in problems. */
  readonly line: string;
  readonly value: string;
}

/** Everything wrong with a result; empty where it is one of the game. */
export const lotteryProblems = ({ game, line, value }: LotteryValue): readonly SeedProblem[] => {
  const { groups, example } = LOTTERY_GAMES[game];
  const widths = groups.flatMap((group) => Array.from({ length: group.count }, () => String(group.highest).length));
  const numbers = value.split('.');
  if (!numbers.every((number) => /^\d+$/.test(number))) return [{ code: 'lottery-form', severity: 'error', fields: { line, example } }];
  if (numbers.length !== widths.length) return [{ code: 'lottery-count', severity: 'error', fields: { line, wanted: widths.length, found: numbers.length } }];
  if (numbers.some((number, index) => number.length !== widths[index])) return [{ code: 'lottery-form', severity: 'error', fields: { line, example } }];
  let start = 0;
  return groups.flatMap((group) => {
    const part = numbers.slice(start, start + group.count);
    start += group.count;
    return groupProblems(line, group, part);
  });
};

const groupProblems = (line: string, { lowest, highest, isAscending }: Group, numbers: readonly string[]): readonly SeedProblem[] => {
  const outside = numbers.filter((number) => Number(number) < lowest || Number(number) > highest);
  const problems: SeedProblem[] = outside.map((number) => ({ code: 'lottery-range', severity: 'error', fields: { line, number, highest } }));
  if (!isAscending) return problems;
  const repeated = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  problems.push(...repeated.map((number): SeedProblem => ({ code: 'lottery-repeated', severity: 'error', fields: { line, number } })));
  const at = numbers.findIndex((number, index) => index > 0 && number < (numbers[index - 1] ?? ''));
  if (at > 0) problems.push({ code: 'lottery-order', severity: 'error', fields: { line, before: numbers[at - 1] ?? '', after: numbers[at] ?? '' } });
  return problems;
};
