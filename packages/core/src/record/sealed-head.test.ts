import { expect, test } from 'vitest';
import type { Digest } from '../base/brand.js';
import { sealedHead } from './sealed-head.js';

const head = { seq: 12, digest: 'a'.repeat(64) as Digest };
const seal = (ledgerHead: unknown): string => `${JSON.stringify({ format: 'ssj-sealed/1', scheme: 'ssj/9', ledgerHead })}\n`;

test('R4 the head that a seal names is read whatever else the seal says', () => {
  expect(sealedHead(seal(head))).toEqual(head);
});
test('R10.6 where none can be read there is none to compare', () => {
  for (const text of ['', 'x', '{}', 'null', seal(undefined), seal({ seq: 12 }), seal({ ...head, seq: -1 }), seal({ ...head, digest: 'a' }), seal({ ...head, more: 1 })]) expect(sealedHead(text)).toBe(undefined);
});
