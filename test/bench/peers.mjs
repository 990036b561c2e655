// One department of 70 people and 600 targets beside four other ways to fill the places.
import seedrandom from 'seedrandom';
import { augmentingPaths } from './augmenting.mjs';
import { greedyOpenPlaces } from './greedy.mjs';
import { drawInstance, mustBeFilled, streamFor } from './instance.mjs';
import { interleave } from './measure.mjs';
import { randomMatch } from './random-match.mjs';
import { byGlpk, byHighs } from './solvers.mjs';

const WARM_UP = 2;
const PEERS = { 'random greedy': greedyOpenPlaces, 'random order, augmenting paths': augmentingPaths };
/** Apart from the others: what they leave behind for the garbage collector slows whoever comes next. */
const SOLVERS = { 'HiGHS, integer program': byHighs, 'GLPK, integer program': byGlpk };

/** All contestants on the same instances; all but the greedy must have filled every place. */
const measureGroup = async ({ peers, spare, rounds }) => {
  const instances = new Map(Array.from({ length: rounds + WARM_UP }, (_, at) => [at - WARM_UP, randomMatch({ spare, instance: at - WARM_UP }).instances[0]]));
  const found = [];
  const contestant = (work) => (round) => {
    const instance = instances.get(round);
    const people = work(instance, seedrandom(`peer ${round}`));
    if (work !== greedyOpenPlaces) found.push({ instance, people });
  };
  const works = { ours: (instance) => drawInstance(instance, streamFor('A')), ...peers };
  const samples = await interleave({ rounds, warmUp: WARM_UP, contestants: Object.fromEntries(Object.entries(works).map(([name, work]) => [name, contestant(work)])) });
  for (const { instance, people } of found) mustBeFilled(instance, people);
  return Object.keys(peers).map((peer) => ({ what: `match 600 targets × 70 people, ${spare * 100} % spare`, samples: samples.ours, peer, peerSamples: samples[peer] }));
};

export const measurePeers = async ({ isQuick }) => {
  const rows = [];
  for (const spare of [0, 0.05]) {
    rows.push(...(await measureGroup({ peers: PEERS, spare, rounds: isQuick ? 5 : 15 })));
    rows.push(...(await measureGroup({ peers: SOLVERS, spare, rounds: isQuick ? 3 : 7 })));
  }
  return rows;
};
