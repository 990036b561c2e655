// Feasibility, odds and rounding of a large joint batch beside a naive greedy choice, which is faster and leaves places open.
import { feasibility, matchAgency } from '@shuangsuiji/core';
import seedrandom from 'seedrandom';
import { greedyOpenPlaces } from './greedy.mjs';
import { drawInstance } from './instance.mjs';
import { interleave } from './measure.mjs';
import { PLACES, randomMatch, streamsOf, withRules } from './random-match.mjs';

const SEEDS = 20;
/** Goals in ms for all three agencies together, by spare capacity. */
const MOST = { 0: 350, 0.05: 100 };
const sum = (numbers) => numbers.reduce((before, number) => before + number, 0);
const percent = (spare) => `${Math.round(spare * 100)} %`;

/** Places of one agency that were not filled by different eligible people within their capacity. */
const openPlaces = ({ assignment }, { visits, roster, recusals }) => {
  const barred = new Set(recusals.map(({ target, inspector }) => `${target} ${inspector}`));
  const left = new Map(roster.map(({ id, capacity }) => [id, capacity]));
  for (const { target, inspectors } of assignment) {
    for (const id of inspectors) {
      if (barred.has(`${target} ${id}`) || left.get(id) === 0) throw new Error(`bench: ${id} must not go to ${target}`);
      left.set(id, left.get(id) - 1);
    }
  }
  return sum(visits.map(({ people }) => people)) - sum(assignment.map(({ inspectors }) => new Set(inspectors).size));
};

/** How often the greedy fails where a match exists, agency by agency. */
const countGreedy = (matches) => {
  const feasible = matches.flatMap(({ instances }) => instances).filter((instance) => feasibility(instance).ok);
  const runs = feasible.map((instance, at) => Array.from({ length: SEEDS }, (_, seed) => greedyOpenPlaces(instance, seedrandom(`greedy ${at} ${seed}`))));
  return { feasible: feasible.length, all: sum(matches.map(({ instances }) => instances.length)), failed: runs.flat().filter((open) => open > 0).length, runs: runs.flat() };
};

/** What the goals are about; `matchAgency` beside it also finds out who is eligible and describes the odds. */
const drawPlaces = ({ instances }, streams) => instances.map((instance, at) => drawInstance(instance, streams[at]));

const measureSpare = async ({ spare, rounds }) => {
  const warmUp = 3;
  const matches = new Map(Array.from({ length: rounds + warmUp }, (_, at) => [at - warmUp, randomMatch({ spare, instance: at - warmUp })]));
  const ruled = new Map([...matches].map(([round, match]) => [round, withRules(match)]));
  const ruledPlaces = [];
  const results = new Map();
  const samples = await interleave({
    rounds,
    warmUp,
    contestants: {
      ours: (round) => drawPlaces(matches.get(round), streamsOf(matches.get(round))),
      rules: (round) => ruledPlaces.push(...drawPlaces(ruled.get(round), streamsOf(ruled.get(round)))),
      whole: (round) => {
        const match = matches.get(round);
        const streams = streamsOf(match);
        results.set(round, match.rounds.map((agency, at) => matchAgency({ round: agency, stream: streams[at] })));
      },
      greedy: (round) => matches.get(round).instances.map((instance) => greedyOpenPlaces(instance, seedrandom(`greedy ${round}`))),
    },
  });
  if (ruledPlaces.includes(undefined)) throw new Error(`bench: a match with rules and ${percent(spare)} spare cannot be done`);
  const ours = sum([...results].flatMap(([round, agencies]) => agencies.map((one, at) => (one.ok ? openPlaces(one.value, matches.get(round).rounds[at]) : 0))));
  return { spare, samples, ours, greedy: countGreedy([...matches.values()]) };
};

export const measureMatching = async ({ isQuick }) => {
  const measured = [];
  for (const spare of [0, 0.01, 0.05, 0.3]) measured.push(await measureSpare({ spare, rounds: isQuick ? 5 : 15 }));
  return measured.flatMap((one) => {
    const { spare, samples } = one;
    const size = `3 × 600 targets, ${percent(spare)} spare`;
    return [
      { what: `match ${size}`, samples: samples.ours, peer: 'random greedy', peerSamples: samples.greedy, most: MOST[spare], open: one },
      { what: `match with rules ${size}`, samples: samples.rules, peer: 'without rules', peerSamples: samples.ours, most: MOST[spare] === undefined ? undefined : 2 * MOST[spare] },
      { what: `matchAgency ${size}`, samples: samples.whole, peer: 'the match alone', peerSamples: samples.ours },
    ];
  });
};

/** Lines of the second table: who fills the places. */
export const openPlacesLines = (rows) => [
  ['spare', 'feasible agencies', 'open places, ours', 'greedy runs that fail', 'open places of a greedy run', 'wanted by an agency'],
  ...rows.map(({ open: { spare, ours, greedy } }) => [
    percent(spare),
    `${greedy.feasible} of ${greedy.all}`,
    String(ours),
    `${greedy.failed} of ${greedy.runs.length}`,
    `mean ${(sum(greedy.runs) / greedy.runs.length).toFixed(1)}, most ${Math.max(...greedy.runs)}`,
    String(PLACES / 3),
  ]),
];
