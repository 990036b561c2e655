// Matches in indices: made at random, drawn, checked.
import { hash as hashOf } from 'node:crypto';
import { feasibility, inspectorStream, oddsTable, ODDS_BITS, roundOdds } from '@shuangsuiji/core';

const WANTED = 2;

/** Whole visits by weights between 1 and 2 that add up to exactly `total`: some people can do twice as much as others. */
export const capacities = (random, people, total) => {
  const weights = Array.from({ length: people }, () => 1 + random());
  const sum = weights.reduce((before, weight) => before + weight, 0);
  let reached = 0;
  let given = 0;
  return weights.map((weight, i) => {
    reached += weight;
    const before = given;
    given = i === people - 1 ? total : Math.round((total * reached) / sum);
    return given - before;
  });
};

/** As many people as targets, two to each target, `each` of them eligible for it; `spare` is the share of the capacity beyond the places. */
export const squareInstance = ({ random, size, each, spare }) => {
  const capacity = capacities(random, size, Math.floor(size * WANTED * (1 + spare)));
  const able = capacity.flatMap((visits, i) => (visits > 0 ? [i] : []));
  const eligible = Array.from({ length: size }, () => {
    const row = new Set();
    while (row.size < each) row.add(able[Math.floor(random() * able.length)]);
    return [...row].sort((a, b) => a - b);
  });
  return { wanted: Array(size).fill(WANTED), capacity, eligible };
};

/** The match without finding out who is eligible, and without describing the odds. @returns for each target its people; `undefined` where there is none */
export const drawInstance = (instance, stream) => {
  const flow = feasibility(instance);
  return flow.ok ? roundOdds({ table: oddsTable({ flow: flow.value, bits: ODDS_BITS }), stream }) : undefined;
};

const hash = (text) => hashOf('sha256', text, 'hex');
/** A fresh stream of an agency. */
export const streamFor = (agency) => inspectorStream({ scheme: 'ssj/1', key: hash('bench match'), agency, hash });

/** Stops the measure unless every place is filled by different eligible people within their capacity. */
export const mustBeFilled = ({ wanted, capacity, eligible }, people) => {
  const left = [...capacity];
  wanted.forEach((places, e) => {
    const row = people?.[e] ?? [];
    if (new Set(row).size !== places || row.length !== places) throw new Error(`bench: target ${e} has ${row.length} people for ${places} places`);
    for (const i of row) {
      left[i] -= 1;
      if (left[i] < 0 || !eligible[e].includes(i)) throw new Error(`bench: ${i} must not go to ${e}`);
    }
  });
};
