// Small agencies through every outcome of the coins, and of the shuffles where these are few enough: chances are counted, not estimated.
import { feasibility, meetingChances, oddsTable, roundOdds } from '@shuangsuiji/core';
import seedrandom from 'seedrandom';
import { everyOutcome, shuffledBy } from './every-outcome.mjs';
import { mustKeepLaws } from './laws.mjs';

/** More coins than any outcome throws: an outcome of n coins weighs 2^(MOST_COINS − n), a whole number. */
const MOST_COINS = 32;

/** The draw with its randomness in our hands: `shuffle` and `coin` are functions. */
const drawWith = (table, shuffle, coin) => {
  let coins = 0;
  const bit = () => {
    coins += 1;
    return coin();
  };
  const people = roundOdds({ table, stream: { shuffled: shuffle, bit, below: unused, word: unused } });
  if (coins > MOST_COINS) throw new Error(`fairness: ${coins} coins`);
  return { people, weight: 2 ** (MOST_COINS - coins) };
};
const unused = () => {
  throw new Error('fairness: the rounding took something else than shuffles and coins');
};

/** Outcomes by order of the shuffles: every one with its weight. */
const outcomesOf = function* ({ name, orders }, table) {
  if (orders === 'all') {
    yield* everyOutcome((choose) => drawWith(table, (list) => shuffledBy(list, choose), () => choose(2)));
    return;
  }
  for (let order = 0; order < orders; order += 1) {
    yield* everyOutcome((choose) => {
      const random = seedrandom(`fairness ${name} ${order}`);
      return drawWith(table, (list) => shuffledBy(list, (n) => Math.floor(random() * n)), () => choose(2));
    });
  }
};

/** Places in the sums of pairs: by target, then first and second inspector. */
const pairsOf = (row) => row.flatMap((first, a) => row.slice(a + 1).map((second) => [first, second]));

/**
 * One instance, counted.
 *
 * @returns outcomes; pairs whose chance is not exactly q/N (none, if all is right); how far two people's meeting at one visit is from independence
 */
export const countInstance = (instance) => {
  const flow = feasibility(instance);
  if (!flow.ok) throw new Error(`fairness: ${instance.name} is infeasible`);
  const table = oddsTable({ flow: flow.value, bits: instance.bits });
  const came = instance.wanted.map(() => instance.capacity.map(() => 0));
  const met = instance.wanted.map(() => new Map());
  let outcomes = 0;
  let total = 0;
  for (const { people, weight } of outcomesOf(instance, table)) {
    mustKeepLaws(instance, table, people);
    outcomes += 1;
    total += weight;
    people.forEach((row, e) => {
      for (const i of row) came[e][i] += weight;
      for (const pair of pairsOf(row)) met[e].set(pair.join(), (met[e].get(pair.join()) ?? 0) + weight);
    });
  }
  if (!Number.isSafeInteger(total * 2 ** instance.bits)) throw new Error(`fairness: ${instance.name}: ${total} is too much to count exactly`);
  const rows = instance.eligible.map((row, e) => row.map((_, at) => table.chance[table.graph.rowStart[e] + at]));
  const wrong = instance.eligible.flatMap((row, e) => row.filter((i, at) => came[e][i] * 2 ** instance.bits !== rows[e][at] * total));
  return { instance, outcomes, pairs: rows.flat().length, wrong: wrong.length, fromIndependence: Math.max(0, ...rows.map((row, e) => meetingDifference(row, 2 ** instance.bits, instance.eligible[e], (pair) => (met[e].get(pair) ?? 0) / total))) };
};

const meetingDifference = (row, whole, eligible, chanceOf) => {
  const independent = meetingChances(row, whole);
  return Math.max(0, ...eligible.flatMap((first, a) => eligible.slice(a + 1).map((second, offset) => Math.abs(chanceOf(`${first},${second}`) - independent[a * row.length + a + 1 + offset]))));
};
