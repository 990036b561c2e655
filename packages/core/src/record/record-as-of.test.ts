import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../base/runs.properties.js';
import { recordAsOf } from './record-as-of.js';
import { anySampleOptions, sampleRecord } from './sample.properties.js';
import { parseLedger } from './parse-ledger.js';
import { PATHS } from './paths.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

test('R11.2 a record as of a line of the ledger is the record that stood there then', () => {
  fc.assert(fc.property(anySampleOptions, (options) => {
    const [sealed, drawn, revealed] = (['sealed', 'drawn', 'revealed'] as const).map((stage) => sampleRecord({ ...options, stage, hash }));
    const stages = [sealed!, drawn!, revealed!].filter(({ texts }, index) => index === 0 || texts.get(PATHS.ledger) !== [sealed!, drawn!][index - 1]!.texts.get(PATHS.ledger));
    const last = stages.at(-1)!.texts;
    for (const [index, { texts }] of stages.entries()) {
      const from = parseLedger({ file: '', text: texts.get(PATHS.ledger)!, hash }).head.seq;
      const next = stages[index + 1]?.texts.get(PATHS.ledger);
      // A line of the seed that was entered before the draw is an event of its own.
      const events = next === undefined ? [] : parseLedger({ file: '', text: next, hash }).entries.filter(({ seq }) => seq > from);
      const to = events[0] === undefined ? from + 5 : events[0].seq - 1;
      for (let seq = from; seq <= to; seq += 1) expect(recordAsOf({ texts: last, seq, hash })).toEqual(texts);
    }
  }), { numRuns: runs(15) });
});
