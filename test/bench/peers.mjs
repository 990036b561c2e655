// One department of 70 people and 600 targets beside four other ways to fill the places.
import seedrandom from 'seedrandom';
import { augmentingPaths } from './augmenting.mjs';
import { greedyOpenPlaces } from './greedy.mjs';
import { drawInstance, mustBeFilled, streamFor } from './instance.mjs';
import { interleave } from './measure.mjs';
import { randomMatch } from './random-match.mjs';
import { byGlpk, byHighs } from './solvers.mjs';

const WARM_UP = 1;
const PEERS = { greedy: 'random greedy', augmenting: 'random order, augmenting paths', highs: 'HiGHS, integer program', glpk: 'GLPK, integer program' };

const measureSpare = async ({ spare, rounds }) => {
  const instances = new Map(Array.from({ length: rounds + WARM_UP }, (_, at) => [at - WARM_UP, randomMatch({ spare, instance: at - WARM_UP }).instances[0]]));
  const found = [];
  const checked = (work) => (round) => {
    const instance = instances.get(round);
    found.push({ instance, people: work(instance, round) });
  };
  const samples = await interleave({
    rounds,
    warmUp: WARM_UP,
    contestants: {
      ours: checked((instance) => drawInstance(instance, streamFor('A'))),
      greedy: (round) => greedyOpenPlaces(instances.get(round), seedrandom(`greedy ${round}`)),
      augmenting: checked((instance, round) => augmentingPaths(instance, seedrandom(`augmenting ${round}`))),
      highs: checked((instance) => byHighs(instance)),
      glpk: checked((instance) => byGlpk(instance)),
    },
  });
  for (const { instance, people } of found) mustBeFilled(instance, people);
  return samples;
};

export const measurePeers = async ({ isQuick }) => {
  const rows = [];
  for (const spare of [0, 0.05]) {
    const { ours, ...peers } = await measureSpare({ spare, rounds: isQuick ? 3 : 7 });
    rows.push(...Object.entries(peers).map(([name, peerSamples]) => ({ what: `match 600 targets × 70 people, ${spare * 100} % spare`, samples: ours, peer: PEERS[name], peerSamples })));
  }
  return rows;
};
