import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { oddArchive, type OddEnd, type OddEntry } from './odd-archives.properties.js';
import { pack } from './pack.js';
import { unpack } from './unpack.js';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const entry = (name: string, more: Partial<OddEntry> = {}): OddEntry => ({ name, content: text(`${name} `.repeat(20)), ...more });
const faultOf = (bytes: Uint8Array) => {
  const unpacked = unpack(bytes);
  return unpacked.ok ? 'unpacked' : unpacked.error;
};
const of = (...entries: readonly OddEntry[]) => faultOf(oddArchive(entries));
const ended = (end: OddEnd) => faultOf(oddArchive([entry('a')], end));

describe('what is packed', () => {
  test('comes out again, whatever order it went in, and packs to the same bytes', () => {
    const name = fc.stringMatching(/^[a-z0-9]{1,6}(\/[a-z0-9]{1,6}){0,2}\.jsonl?$/);
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 400 })), { selector: ([path]) => path }), (files) => {
      const bytes = pack(files);
      expect(Buffer.compare(bytes, pack([...files].reverse()))).toBe(0);
      const unpacked = unpack(bytes);
      const shown = (contents: Iterable<readonly [string, Uint8Array]>) => [...contents].map(([path, content]) => [path, Buffer.from(content).toString('hex')]);
      expect(unpacked.ok && shown(unpacked.value)).toEqual(shown(files).sort());
    }));
  });
  test('archives of other programs: stored, with folders, with sizes after the data', () => {
    const whole = oddArchive([entry('d/', { content: new Uint8Array(), isStored: true }), entry('d/a', { isStored: true }), entry('d/b', { says: { flags: 0x0808 }, local: { size: 0, crc: 0 } })]);
    const unpacked = unpack(whole);
    expect(unpacked.ok && [...unpacked.value.keys()]).toEqual(['d/a', 'd/b']);
  });
});

describe('names that would stand somewhere else', () => {
  test.each(['../a', 'a/../../b', '/a', '//a', 'a//b', './a', 'a/.', '..', 'a\\b', '..\\a', 'C:a', 'C:\\a', 'a:stream', 'a\u0000.json', 'a\nb', ''])('%j', (name) => {
    expect(of(entry('ok'), entry(name))).toEqual({ name, reason: 'path' });
  });
  test.each([['a', 'a'], ['a', 'A'], ['d/a', 'D/a'], ['\u00e9', 'e\u0301'], ['a', 'a/b'], ['a/b', 'a'], ['a/', 'a']])('%j beside %j', (first, second) => {
    const empty = { content: new Uint8Array(), isStored: true };
    expect(of(entry(first, first.endsWith('/') ? empty : {}), entry(second))).toMatchObject({ reason: 'duplicate' });
  });
  test('a folder that holds data', () => {
    expect(of(entry('d/'))).toEqual({ name: 'd/', reason: 'path' });
  });
});

describe('what a record never is', () => {
  test.each([0xa1ff0000, 0xa0000000])('a symbolic link', (attributes) => {
    expect(of(entry('a', { says: { attributes } }))).toEqual({ name: 'a', reason: 'symlink' });
  });
  test.each([0x0001, 0x0041, 0x2001])('encrypted, flags %i', (flags) => {
    expect(of(entry('a', { says: { flags } }))).toEqual({ name: 'a', reason: 'encrypted' });
  });
  test('packed in a way nobody knows', () => {
    for (const method of [1, 9, 12, 14, 93, 99]) expect(of(entry('a', { says: { method } }))).toEqual({ name: 'a', reason: 'method' });
  });
  test('in several files, or with something behind it', () => {
    expect(of(entry('a', { says: { disk: 1 } }))).toEqual({ reason: 'several-disks' });
    expect([ended({ disk: 1 }), ended({ after: text('more') }), ended({ before: text('more') })]).toEqual(Array.from({ length: 3 }, () => ({ reason: 'several-disks' })));
    // The last archive of two counts for some programs, the first for others.
    expect(ended({ comment: oddArchive([entry('b')]) })).not.toBe('unpacked');
  });
  test('with numbers of 64 bits', () => {
    const locator = Buffer.concat([Buffer.from('504b0607', 'hex'), Buffer.alloc(16)]);
    expect([
      of(entry('a', { says: { size: 0xffffffff } })), of(entry('a', { says: { packedSize: 0xffffffff } })), of(entry('a', { says: { offset: 0xffffffff } })),
      of(entry('a', { says: { extra: Buffer.from('0100080000000000000000ff', 'hex') } })), ended({ before: locator }),
    ]).toEqual(Array.from({ length: 5 }, () => ({ reason: 'zip64' })));
  });
  test('another thing in its headers than in its directory', () => {
    for (const local of [{ name: 'b' }, { method: 0 }, { size: 3 }, { crc: 1 }]) expect(of(entry('a', { local }))).toEqual({ name: 'a', reason: 'headers-differ' });
  });
});

describe('bombs', () => {
  const MEGABYTE = 1024 * 1024;
  test('one that says so', () => {
    expect(of(entry('a', { content: new Uint8Array(60 * MEGABYTE) }))).toEqual({ reason: 'bomb' });
    expect(of(entry('a', { says: { size: 600 * MEGABYTE } }))).toEqual({ reason: 'too-large' });
    expect(of(entry('a', { says: { size: 300 * MEGABYTE } }), entry('b', { says: { size: 300 * MEGABYTE } }))).toEqual({ reason: 'too-large' });
  });
  test('one that lies is unpacked no further than it says', () => {
    const content = new Uint8Array(60 * MEGABYTE);
    const before = process.memoryUsage().arrayBuffers;
    expect(of(entry('a', { content, says: { size: 1000 } }))).toEqual({ name: 'a', reason: 'damaged' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10 * MEGABYTE);
  });
  test('entries that share their data', () => {
    expect(of(entry('a'), entry('b', { says: { offset: 0 }, local: { name: 'a' } }))).toMatchObject({ reason: 'overlap' });
    const inner = oddArchive([entry('b', { isStored: true })]);
    expect(of(entry('a', { isStored: true, content: inner }), entry('b', { isStored: true, says: { offset: 31 } }))).toMatchObject({ name: 'b', reason: 'overlap' });
  });
});

describe('damage', () => {
  test('every way of cutting it short', () => {
    const whole = oddArchive([entry('a'), entry('b/c')]);
    for (let length = 0; length < whole.length; length += 1) expect(faultOf(whole.subarray(0, length)), String(length)).not.toBe('unpacked');
    expect(faultOf(whole.subarray(0, whole.length - 30))).toEqual({ reason: 'damaged' });
    expect(faultOf(whole.subarray(20))).not.toBe('unpacked');
  });
  test('a wrong digest, a wrong size, data that are no deflate', () => {
    expect(of(entry('a', { says: { crc: 1 } }))).toEqual({ name: 'a', reason: 'damaged' });
    expect(of(entry('a', { says: { size: 61 } }))).toEqual({ name: 'a', reason: 'damaged' });
    expect(of(entry('a', { isStored: true, says: { size: 39 } }))).toEqual({ name: 'a', reason: 'damaged' });
    expect(of(entry('a', { isStored: true, content: text('xxxxxxxx'), says: { method: 8 } }))).toEqual({ name: 'a', reason: 'damaged' });
    expect(of(entry('a', { says: { offset: 5000 } }))).toEqual({ name: 'a', reason: 'damaged' });
    expect(ended({ start: 5 })).toEqual({ reason: 'damaged' });
    expect(ended({ count: 2 })).toEqual({ reason: 'damaged' });
  });
  test('any changed byte gives the same files or a fault, never other contents', () => {
    const files = [['a.json', text('甲'.repeat(50))], ['b/c.jsonl', text('0123456789'.repeat(9))]] as const;
    const whole = pack(files);
    const contents = new Set(files.map(([, content]) => Buffer.from(content).toString('hex')));
    fc.assert(fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const changed = Uint8Array.from(whole);
      changed[at]! ^= mask;
      const unpacked = unpack(changed);
      if (unpacked.ok) for (const content of unpacked.value.values()) expect(contents.has(Buffer.from(content).toString('hex'))).toBe(true);
    }), { numRuns: 2000 });
  });
});
