import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Digest, Timestamp } from '../base/brand.js';
import type { LedgerEntry } from '../record/ledger.js';
import { sampleRecord } from '../record/sample.properties.js';
import { openRecord } from './opened-record.js';
import { registryClaims } from './registry-claims.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const { texts } = sampleRecord({ number: 3, scheme: 'ssj/1', publication: 'at-once', sampling: 'flat', isFeasible: true, stage: 'drawn', hash });
const record = openRecord(texts, hash);
if (!record.sealed.ok || !record.ledger.ok) throw new TypeError('the sample cannot be read');
const sealed = record.sealed.value;
const { entries } = record.ledger.value;
const sealing = entries.find((entry) => entry.type === 'sealed' && entry.body.drawId === sealed.drawId)!;

/** The ledger with these imports and nothing else before the seal. */
const after = (...imports: readonly { readonly snapshot: string; readonly targets: number; readonly refused?: number }[]) => {
  const made = imports.map(({ snapshot, targets, refused = 0 }, index): LedgerEntry => ({
    type: 'imported', seq: index + 1, at: `2026-01-0${String(index + 1)}T09:00:00+08:00` as Timestamp, prev: hash('') as Digest, body: { snapshot: snapshot as Digest, counts: { targets }, refused },
  }));
  return registryClaims(sealed, [...made, { ...sealing, seq: 100 }]);
};
const own = sealed.snapshot;
const other = hash('another registry');

test('one import, or the same registry twice, is nothing to tell', () => {
  expect(registryClaims(sealed, entries)).toEqual([]);
  expect(after({ snapshot: own, targets: 9 }, { snapshot: own, targets: 9 })).toEqual([]);
});
test('the last import before the seal is told beside the one it replaced', () => {
  const claims = after({ snapshot: own, targets: 8 }, { snapshot: other, targets: 9 }, { snapshot: own, targets: 9 });
  expect(claims).toMatchObject([{ code: 'registry-changed-before-seal', from: { seq: 2, counts: { targets: 9 } }, to: { seq: 3, counts: { targets: 9 } }, imports: 3 }]);
});
test('rows that were left out are counted', () => {
  expect(after({ snapshot: own, targets: 8, refused: 2 })).toEqual([{ code: 'registry-rows-refused', seq: 1, refused: 2 }]);
});
test('a sealed registry that was never imported, or only after the seal, is told', () => {
  expect(after({ snapshot: other, targets: 8 })).toEqual([{ code: 'registry-not-imported' }]);
  const late: LedgerEntry = { type: 'imported', seq: 101, at: sealing.at, prev: hash('') as Digest, body: { snapshot: own, counts: {}, refused: 0 } };
  expect(registryClaims(sealed, [{ ...sealing, seq: 100 }, late])).toEqual([{ code: 'registry-not-imported' }]);
});
