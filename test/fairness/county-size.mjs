// An agency of county size, drawn many times: counts against the published odds.
import { ODDS_BITS, roundOdds } from '@shuangsuiji/core';
import seedrandom from 'seedrandom';
import { chiSquareTail } from './chi-square.mjs';
import { streamOfDraw } from './settings.mjs';

const WHOLE = 2 ** ODDS_BITS;

/** How often each pair came, and how often it was the one of its visit that a second, independent chance picked. */
const countDraws = ({ graph, ...table }, draws) => {
  const came = new Uint32Array(graph.pairs);
  const picked = new Uint32Array(graph.pairs);
  const pick = seedrandom('fairness pick');
  for (let draw = 0; draw < draws; draw += 1) {
    roundOdds({ table: { graph, ...table }, stream: streamOfDraw(draw) }).forEach((row, e) => {
      const one = row[Math.floor(pick() * row.length)];
      for (let pair = graph.rowStart[e]; pair < graph.rowStart[e + 1]; pair += 1) {
        if (!row.includes(graph.inspectorOf[pair])) continue;
        came[pair] += 1;
        if (graph.inspectorOf[pair] === one) picked[pair] += 1;
      }
    });
  }
  return { came, picked };
};

/** One of the people of a visit, picked evenly, is a multinomial draw with chances q/(N·r): its chi-square needs no correction. */
const chiSquareOfVisits = ({ instance, table: { graph, chance } }, picked, draws) =>
  instance.wanted.map((places, e) => {
    let statistic = 0;
    let cells = 0;
    for (let pair = graph.rowStart[e]; pair < graph.rowStart[e + 1]; pair += 1) {
      const expected = (draws * chance[pair]) / (WHOLE * places);
      if (expected === 0) continue;
      cells += 1;
      statistic += (picked[pair] - expected) ** 2 / expected;
    }
    return { statistic, degrees: cells - 1, p: chiSquareTail(statistic, cells - 1) };
  });

/** The pair farthest from its chance, in standard errors, with a bound on the chance that some pair is as far. */
const farthestPair = ({ chance, graph }, came, draws) => {
  const distances = Array.from(came, (count, pair) => {
    const p = chance[pair] / WHOLE;
    return p === 0 || p === 1 ? 0 : Math.abs(count - draws * p) / Math.sqrt(draws * p * (1 - p));
  });
  const far = distances.reduce((most, one) => Math.max(most, one), 0);
  return { far, p: Math.min(1, graph.pairs * chiSquareTail(far * far, 1)) };
};

export const measureOdds = (setting, draws) => {
  const { table } = setting;
  const { came, picked } = countDraws(table, draws);
  const visits = chiSquareOfVisits(setting, picked, draws);
  const sumOf = (key) => visits.reduce((sum, one) => sum + one[key], 0);
  const [statistic, degrees] = [sumOf('statistic'), sumOf('degrees')];
  const least = visits.reduce((lowest, { p }) => Math.min(lowest, p), 1);
  return {
    draws, pairs: table.graph.pairs, people: table.graph.inspectors, targets: table.graph.targets,
    odds: { least: table.chance.reduce((a, b) => Math.min(a, b)), most: table.chance.reduce((a, b) => Math.max(a, b)) },
    whole: { statistic, degrees, p: chiSquareTail(statistic, degrees) },
    least: { p: least, corrected: Math.min(1, visits.length * least) },
    below: visits.filter(({ p }) => p < 0.01).length,
    farthest: farthestPair(table, came, draws),
  };
};
