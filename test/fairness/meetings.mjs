// How often the same two people meet: under the rounding of the spec, under independence, and under one order for all targets.
import { meetingsAt, ODDS_BITS, roundOdds } from '@shuangsuiji/core';
import seedrandom from 'seedrandom';
import { streamOfDraw } from './settings.mjs';

const WHOLE = 2 ** ODDS_BITS;
const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** What visits that have nothing to do with each other would give; `expected` stands at `first * inspectors + second`. */
const independence = ({ instance, table: { graph, chance } }) => {
  const visits = instance.eligible.map((row, e) => ({ odds: row.map((i, at) => ({ inspector: String(i).padStart(3, '0'), units: chance[graph.rowStart[e] + at] })), assigned: [] }));
  const { pairs, expectedMetAgainUnits } = meetingsAt(visits);
  const expected = new Float64Array(graph.inspectors ** 2);
  for (const { first, second, expectedUnits } of pairs) expected[Number(first) * graph.inspectors + Number(second)] = expectedUnits / WHOLE;
  return { expected, again: expectedMetAgainUnits / WHOLE, pairs: pairs.length };
};

/** The stream, but one random order of the people serves every target (match-spec M6.1 gives each its own). */
const withOneOrder = (stream, { graph }, draw) => {
  const random = seedrandom(`fairness order ${draw}`);
  const rank = Array.from({ length: graph.inspectors }, () => random());
  let calls = 0;
  const shuffled = (list) => {
    calls += 1;
    // The first call orders the targets, the last one the people for the dummy; those between are the rows.
    return calls === 1 || calls === graph.targets + 2 ? stream.shuffled(list) : [...list].sort((a, b) => rank[graph.inspectorOf[a]] - rank[graph.inspectorOf[b]]);
  };
  return { ...stream, shuffled };
};

/** Times each two people met in one draw. */
const timesOf = (people, inspectors) => {
  const times = new Uint16Array(inspectors * inspectors);
  for (const row of people) row.forEach((second, at) => row.slice(0, at).forEach((first) => { times[first * inspectors + second] += 1; }));
  return times;
};

/** Of one draw: pairs that met twice or more, the most any pair met, Σ (met − expected)² / expected a pair. */
const figuresOf = (people, inspectors, expected) => {
  const times = timesOf(people, inspectors);
  let spread = 0;
  let pairs = 0;
  expected.forEach((visits, at) => {
    if (visits === 0) return;
    pairs += 1;
    spread += (times[at] - visits) ** 2 / visits;
  });
  return { again: times.filter((count) => count > 1).length, most: Math.max(...times), spread: spread / pairs };
};

const averages = (figures) => Object.fromEntries(['again', 'most', 'spread'].map((key) => [key, mean(figures.map((one) => one[key]))]));

export const measureMeetings = (setting, draws) => {
  const { table } = setting;
  const { inspectors, targets } = table.graph;
  const independent = independence(setting);
  const drawn = (streamOf) => averages(Array.from({ length: draws }, (_, draw) => figuresOf(roundOdds({ table, stream: streamOf(streamOfDraw(draw), table, draw) }), inspectors, independent.expected)));
  return { draws, inspectors, targets, pairs: independent.pairs, independent: independent.again, own: drawn((stream) => stream), one: drawn(withOneOrder) };
};
