// Verifying the record of the demo in this process, beside the least any verifier does: hash each file and parse each line.
import { hash as hashOf } from 'node:crypto';
import { verifyRecord } from '@shuangsuiji/core';
import { textsBelow } from './county.mjs';
import { interleave } from './measure.mjs';

const hash = (text) => hashOf('sha256', text, 'hex');

const hashAndParse = (texts) => {
  for (const text of texts.values()) {
    hash(text);
    for (const line of text.trimEnd().split('\n')) if (line !== '') JSON.parse(line);
  }
};

export const measureRecord = async ({ county, isQuick }) => {
  const texts = textsBelow(county.record);
  const { verdict } = verifyRecord({ texts, hash });
  if (verdict !== 'identical') throw new Error(`bench: the record of the demo is ${verdict}`);
  const samples = await interleave({
    rounds: isQuick ? 5 : 15,
    warmUp: 2,
    contestants: { ours: () => verifyRecord({ texts, hash }), bare: () => hashAndParse(texts) },
  });
  return [{ what: 'verifyRecord, demo batch', samples: samples.ours, peer: 'hash files, parse lines', peerSamples: samples.bare }];
};
