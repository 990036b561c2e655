import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toJsonDocument, toJsonLines } from './json-lines.js';
import { readJsonDocument, readJsonLines } from './read-json-lines.js';
import { sortedBy } from './text.js';

const schema = z.strictObject({ id: z.string(), n: z.number().optional() }).readonly();
const read = (text: string) => readJsonLines({ file: 'a.jsonl', text, schema, keyOf: ({ id }) => id });
const problems = (text: string): unknown => {
  const reading = read(text);
  return reading.ok ? [] : reading.error.map(({ code, where }) => [code, where?.row]);
};

describe('readJsonLines', () => {
  it('reads back what toJsonLines wrote', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.record({ id: fc.string(), n: fc.integer() }), { selector: ({ id }) => id }), (rows) => {
        const sorted = sortedBy(rows, ({ id }) => id);
        expect(read(toJsonLines(sorted))).toEqual({ ok: true, value: sorted });
      }),
    );
  });
  it('takes an empty text for an empty table', () => expect(read('')).toEqual({ ok: true, value: [] }));
  it.each(['{"id":"a" }\n', '{"n":1,"id":"a"}\n', '{"id":"a"}\r\n', '{"id":"a"}', '{"id":"\\u0061"}\n', '{"id":"b","id":"a"}\n', '{"id":"a","n":1.0}\n', '{"id":"a","n":0.5}\n', '{"id":"\\ud800"}\n', '{"__proto__":1,"id":"a"}\n'])('refuses %j as not canonical', (text) => {
    expect(problems(text)).toEqual([[text.includes('__proto__') ? expect.stringMatching(/document-(not-canonical|invalid)/) : 'document-not-canonical', 1]]);
  });
  it('refuses what is not JSON or not of the shape, naming the line and the path', () => {
    expect(problems('{"id":"a"}\n\n{"id":"b"}\n')).toEqual([['document-invalid', 2]]);
    expect(read('{"id":5,"x":1}\n')).toMatchObject({ error: [{ where: { file: 'a.jsonl', row: 1 }, fields: { path: 'id', reason: 'invalid_type' } }, { fields: { reason: 'unrecognized_keys' } }] });
  });
  it('finds rows out of order and rows twice', () => {
    expect(problems('{"id":"b"}\n{"id":"a"}\n{"id":"a"}\n{"id":"c"}\n')).toEqual([['rows-out-of-order', 2], ['row-twice', 3]]);
    expect(problems('{"id":"\uffff"}\n{"id":"\u{1f600}"}\n')).toEqual([]);
  });
});

describe('readJsonDocument', () => {
  it('reads back what toJsonDocument wrote, and nothing with a second line', () => {
    const text = toJsonDocument({ id: '甲', n: 1 });
    expect(readJsonDocument({ file: 'a.json', text, schema })).toEqual({ ok: true, value: { id: '甲', n: 1 } });
    for (const changed of [`${text}\n`, `\n${text}`, text.trimEnd(), '']) expect(readJsonDocument({ file: 'a.json', text: changed, schema }).ok).toBe(false);
  });
});
