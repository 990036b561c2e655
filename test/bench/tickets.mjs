// Tickets and selection of a whole county beside the bare hashing of the same texts, and beside a shuffle that proves nothing.
import { hash as hashOf } from 'node:crypto';
import { drawKey, drawTargets } from '@shuangsuiji/core';
import seedrandom from 'seedrandom';
import { targetsOf } from './county.mjs';
import { interleave } from './measure.mjs';
import { counted } from './report.mjs';

const hash = (text) => hashOf('sha256', text, 'hex');
const SHARE = 0.05;

/** Fisher–Yates on each stratum, and the first few. */
const shuffledSample = ({ strata, quotas, seed }) => {
  const random = seedrandom(seed);
  return [...strata].flatMap(([name, ids]) => {
    const list = [...ids];
    for (let i = list.length - 1; i >= 1; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list.slice(0, quotas.get(name));
  });
};

export const measureTickets = async ({ county, isQuick }) => {
  const scheme = 'ssj/1';
  const pool = targetsOf(county).map(({ id, riskClass }) => ({ id, stratum: riskClass ?? 'none' }));
  const strata = idsByStratum(pool);
  const quotas = new Map([...strata].map(([name, ids]) => [name, Math.ceil(ids.length * SHARE)]));
  const key = drawKey({ scheme, drawId: '652722-2026-0001', stage: 'targets', round: 0, seed: 'dice:d10x20=08772473296991897540', hash });
  const texts = pool.map(({ id }) => `${scheme} ticket\n${key}\n${id}\n1\n`);
  const samples = await interleave({
    rounds: isQuick ? 15 : 61,
    warmUp: 10,
    contestants: {
      ours: () => drawTargets({ scheme, key, pool, quotas, hash }),
      bare: () => texts.forEach((text) => hash(text)),
      shuffle: () => shuffledSample({ strata, quotas, seed: key }),
    },
  });
  const what = `drawTargets, ${counted(pool.length)} targets`;
  return [
    { what, samples: samples.ours, peer: 'crypto.hash of the same texts', peerSamples: samples.bare, mostRatio: 3 },
    { what, samples: samples.ours, peer: 'seedrandom, Fisher–Yates', peerSamples: samples.shuffle },
  ];
};

const idsByStratum = (pool) => {
  const strata = new Map();
  for (const { id, stratum } of pool) {
    if (!strata.has(stratum)) strata.set(stratum, []);
    strata.get(stratum).push(id);
  }
  return strata;
};
