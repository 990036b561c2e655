// Matches far larger than a county's: how the time and the memory grow.
import { join } from 'node:path';
import seedrandom from 'seedrandom';
import { augmentingPaths } from './augmenting.mjs';
import { drawInstance, mustBeFilled, squareInstance, streamFor } from './instance.mjs';
import { interleave } from './measure.mjs';
import { runWithPeak } from './process.mjs';

const WARM_UP = 2;
const PEER = 'random order, augmenting paths';
const labelled = (size, each, spare) => `match ${size} × ${size} people, ${each} each, ${spare * 100} % spare`;

const measureMiddle = async ({ spare, rounds, most }) => {
  const size = 2000;
  const each = 40;
  const instances = new Map(Array.from({ length: rounds + WARM_UP }, (_, at) => [at - WARM_UP, squareInstance({ random: seedrandom(`bench middle ${spare} ${at}`), size, each, spare })]));
  const found = [];
  const checked = (work) => (round) => found.push({ instance: instances.get(round), people: work(instances.get(round), round) });
  const samples = await interleave({
    rounds,
    warmUp: WARM_UP,
    contestants: {
      ours: checked((instance) => drawInstance(instance, streamFor('A'))),
      peer: checked((instance, round) => augmentingPaths(instance, seedrandom(`augmenting ${round}`))),
    },
  });
  for (const { instance, people } of found) mustBeFilled(instance, people);
  return [{ what: labelled('2,000', each, spare), samples: samples.ours, peer: PEER, peerSamples: samples.peer, most }];
};

const script = join(import.meta.dirname, 'large-match-process.mjs');

/** Each match in a process of its own, cold; the time is that of the match alone, the memory that of the whole process. */
const measureLarge = ({ spare, rounds, most }) => {
  const size = 20_000;
  const each = 100;
  const run = (way) => {
    const { stdout, megabytes } = runWithPeak([script, way, String(size), String(each), String(spare)]);
    return { ...JSON.parse(stdout), megabytes };
  };
  const runs = Array.from({ length: rounds }, () => ({ ours: run('ours'), peer: run('augmenting') }));
  const what = labelled('20,000', each, spare);
  const of = (name, field) => runs.map((one) => one[name][field]);
  return [
    { what, samples: of('ours', 'taken'), peer: PEER, peerSamples: of('peer', 'taken'), most },
    { what: `${what}, processor`, samples: of('ours', 'processor'), peer: PEER, peerSamples: of('peer', 'processor') },
    { what: `${what}, peak memory`, samples: of('ours', 'megabytes'), unit: 'MB', peer: PEER, peerSamples: of('peer', 'megabytes'), most: 500 },
  ];
};

export const measureLargeMatch = async ({ isQuick }) => [
  ...(await measureMiddle({ spare: 0.05, rounds: isQuick ? 3 : 9, most: 400 })),
  ...(await measureMiddle({ spare: 0, rounds: isQuick ? 3 : 9, most: 400 })),
  ...measureLarge({ spare: 0.05, rounds: isQuick ? 1 : 3, most: 6000 }),
  ...measureLarge({ spare: 0, rounds: isQuick ? 1 : 3, most: 12_000 }),
];
