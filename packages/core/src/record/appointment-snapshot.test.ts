import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { digestOf } from '../base/digest.js';
import { sampleCounty } from '../plan/county.properties.js';
import { right, snapshotOf } from './sample.properties.js';
import { parseSnapshot } from '../registry/parse-snapshot.js';
import { makeSnapshot } from '../registry/snapshot.js';
import type { SnapshotFiles } from '../registry/snapshot-files.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const county = sampleCounty({ number: 1, sampling: 'flat', isFeasible: true, isAppointing: true });
const never = sampleCounty({ number: 1, sampling: 'flat', isFeasible: true });
const { files, digest } = snapshotOf(county, hash);
const codes = (changed: Partial<SnapshotFiles>): readonly string[] => {
  const parsed = parseSnapshot({ files: { ...files, ...changed }, hash });
  return parsed.ok ? [] : parsed.error.map(({ code, where }) => `${code} ${where?.file ?? ''}`);
};
const manifest = (edit: (value: { files: Record<string, string>; counts: Record<string, number> }) => void): string => {
  const value = JSON.parse(files['snapshot.json']) as { files: Record<string, string>; counts: Record<string, number> };
  edit(value);
  return `${JSON.stringify(value)}\n`;
};

test('R5 a snapshot reads back with its appointments, in the order of agency, qualification and person', () => {
  const parsed = right(parseSnapshot({ files, hash }));
  expect(parsed.appointments).toEqual(county.appointments);
  expect(parsed.digest).toBe(digest);
  expect(makeSnapshot({ ...parsed, appointments: [...(parsed.appointments ?? [])].reverse(), names: parsed.names ?? [], hash }).digest).toBe(digest);
});
test('R5 without any the file, its digest and its count are not there, and the digest is that of an office that never had one', () => {
  const bare = snapshotOf({ ...county, appointments: [] }, hash);
  expect(Object.keys(bare.files)).not.toContain('appointments.jsonl');
  expect(county.inspectors).toEqual(never.inspectors);
  expect(bare.digest).toBe(snapshotOf({ ...never, items: county.items }, hash).digest);
  expect(right(parseSnapshot({ files: bare.files, hash })).appointments).toBeUndefined();
});
test('R5 file, digest and count belong together', () => {
  expect(codes({ 'appointments.jsonl': '' })).toContain('digest-differs appointments.jsonl');
  const { 'appointments.jsonl': register = '', ...others } = files;
  expect(parseSnapshot({ files: others, hash }).ok).toBe(false);
  expect(codes({ 'snapshot.json': manifest(({ counts }) => void delete counts['appointments']) })).toEqual(['document-invalid snapshot.json']);
  expect(codes({ 'snapshot.json': manifest(({ files: digests }) => void delete digests['appointments.jsonl']) })).toEqual(['document-invalid snapshot.json']);
  expect(codes({ 'snapshot.json': manifest(({ counts }) => void (counts['appointments'] = 0)) })).toEqual(['document-invalid snapshot.json']);
  const swapped = `${register.trimEnd().split('\n').reverse().join('\n')}\n`;
  expect(codes({ 'appointments.jsonl': swapped, 'snapshot.json': manifest(({ files: digests }) => void (digests['appointments.jsonl'] = digestOf(swapped, hash))) })[0]).toMatch(/appointments\.jsonl$/);
});
