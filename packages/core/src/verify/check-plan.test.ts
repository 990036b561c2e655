import { expect, test } from 'vitest';
import type { Digest } from '../base/brand.js';
import { portableHash as hash } from '../base/digest.js';
import { right, sampleRecord } from '../record/sample.properties.js';
import type { Sealed } from '../record/sealed.js';
import { checkFrame, checkQuotas, checkSealedDigest, checkSnapshot } from './check-plan.js';
import { openRecord } from './opened-record.js';

const record = openRecord(sampleRecord({ number: 3, scheme: 'ssj/1', publication: 'at-once', sampling: 'by-risk', isFeasible: true, stage: 'sealed' }).texts, hash);
const sealed = right(record.sealed);
const registry = right(record.registry);
const frame = right(record.frame);
const impossible = (reason: string) => ({ code: 'replay-impossible', severity: 'error', where: { file: 'sealed.json' }, fields: { reason } });
const fields = (findings: ReturnType<typeof checkQuotas>) => findings.map((finding) => (finding.code === 'value-differs' ? finding.fields.field : finding.code));
const strata = (change: (stratum: Sealed['strata'][number], index: number) => object): Sealed => ({ ...sealed, strata: sealed.strata.map((one, index) => ({ ...one, ...change(one, index) })) });

test('D5, D6 what was sealed follows from the sealed registries', () => {
  expect([checkSnapshot(sealed, registry), checkFrame(sealed, registry, record), checkQuotas(sealed, frame)]).toEqual([[], [], []]);
});
test('D6.2 a quota above its pool, and a draw of nothing, are no draws; a quota of the whole pool is one', () => {
  const [first] = sealed.strata;
  const over = strata(({ pool }, index) => (index === 0 ? { quota: pool + 1 } : {}));
  expect(checkQuotas(over, frame)).toContainEqual(impossible(`D6.2: quota ${first!.pool + 1} of stratum ${first!.name} is above its pool of ${first!.pool}`));
  expect(fields(checkQuotas(strata(({ pool }) => ({ quota: pool })), frame))).toEqual(['strata']);
  expect(checkQuotas(strata(() => ({ quota: 0 })), frame)).toContainEqual(impossible('D6.2: nothing is drawn at all'));
  expect(fields(checkQuotas(strata((_, index) => ({ quota: index === 0 ? 1 : 0 })), frame))).not.toContain('replay-impossible');
});
test('D6.1 pools and quotas are worked out again from the frame', () => {
  expect(fields(checkQuotas(sealed, frame.slice(1)))).toEqual(['strata']);
});
test('R5 the snapshot is the sealed one', () => {
  expect(checkSnapshot({ ...sealed, snapshot: 'a'.repeat(64) as Digest }, registry)).toEqual([{ code: 'value-differs', severity: 'error', where: { file: 'sealed.json' }, fields: { field: 'snapshot', recorded: `"${'a'.repeat(64)}"`, replayed: `"${registry.digest}"` } }]);
});
test('R4 the seal binds its documents; one that it does not name, or that is another, is different', () => {
  const text = record.texts.get('frame.jsonl')!;
  const differs = (recorded: string) => [{ code: 'value-differs', severity: 'error', where: { file: 'sealed.json' }, fields: { field: 'documents.frame.jsonl', recorded: `"${recorded}"`, replayed: `"${hash(text)}"` } }];
  expect(checkSealedDigest({ sealed, file: 'frame.jsonl', text, hash })).toEqual([]);
  expect(checkSealedDigest({ sealed: { ...sealed, documents: { ...sealed.documents, 'frame.jsonl': 'a'.repeat(64) as Digest } }, file: 'frame.jsonl', text, hash })).toEqual(differs('a'.repeat(64)));
  expect(checkSealedDigest({ sealed: { ...sealed, documents: {} as never }, file: 'frame.jsonl', text, hash })).toEqual(differs(''));
  expect(checkSealedDigest({ sealed, file: 'frame.jsonl', text: undefined, hash })).toEqual([]);
});
test('D1.8, D5.3 visits and scheme follow from the frame', () => {
  expect(fields(checkFrame({ ...sealed, scheme: 'ssj/2' }, registry, record))).toEqual(['scheme']);
  expect(fields(checkFrame({ ...sealed, visits: [] }, registry, record))).toEqual(['visits']);
  expect(fields(checkFrame({ ...sealed, scheme: 'ssj/2-rehearsal' }, registry, record))).toEqual(['scheme']);
  expect(fields(checkFrame({ ...sealed, scheme: 'ssj/1-rehearsal' }, registry, record))).toEqual([]);
});
