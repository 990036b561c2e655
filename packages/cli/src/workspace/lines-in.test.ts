import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesIn } from './lines-in.js';

const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

test('lines of bytes are the lines of their text, whatever the bytes', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\n', '\r\n', '\ufeff', '台账', '𠮷'))).map((texts) => new TextEncoder().encode(texts.join(''))),
  );
  fc.assert(fc.property(bytes, (given) => {
    expect([...linesIn(given)]).toEqual(decoded(given).split('\n'));
    expect([...linesIn(new Uint8Array([0x0a, ...given]).subarray(1))]).toEqual(decoded(given).split('\n'));
  }));
});
