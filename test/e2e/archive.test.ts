import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { codesIn, jsonOf, mustEnd, type Ran, ssj } from '../support/run-ssj.js';
import { copyOf, filesOf, scratch, treeOf } from '../support/scratch.js';
import { BATCH, DICE, makeSmallCounty, SPRING } from '../support/small-county.js';

const root = scratch('archive');
const county = join(root, 'county');
const DRAW = '652722-2026-0001';
const record = join(county, '批次', DRAW);
const zip = join(root, `${DRAW}.zip`);
const archive = (dir: string, ...more: readonly string[]): Ran => ssj(['archive', BATCH, ...more], { dir, at: SPRING, cwd: root });
/** The verdict, not the name that was typed. */
const verification = (path: string): { readonly exit: number | null; readonly data: unknown } => {
  const ran = ssj(['verify', path, '--json'], { at: SPRING });
  return { exit: ran.exit, data: jsonOf(ran).data };
};
const filesIn = (folder: string): Record<string, Uint8Array> => Object.fromEntries(filesOf(folder).map((path) => [path, readFileSync(join(folder, path))]));
let made = 0;
const written = (files: Record<string, Uint8Array>): string => {
  const file = join(root, `made-${(made += 1)}.zip`);
  writeFileSync(file, zipSync(files));
  return file;
};

beforeAll(async () => {
  await makeSmallCounty(county);
  for (const words of [['import'], ['seal', BATCH, '--seed', 'dice:d10x20'], ['draw', BATCH, '--seed', DICE], ['publish', 'draw', BATCH]]) mustEnd(ssj(words, { dir: county, at: SPRING }));
  mustEnd(ssj(['reveal', BATCH], { dir: county, at: '2026-07-01T09:00:00+08:00' }));
  mustEnd(archive(county));
});

describe('ssj archive', () => {
  test('R2.1 gives the files of the record, the same bytes every time and everywhere', () => {
    const unzipped = unzipSync(readFileSync(zip));
    expect(Object.keys(unzipped)).toEqual(filesOf(record));
    for (const [path, bytes] of Object.entries(unzipped)) expect(Buffer.compare(bytes, readFileSync(join(record, path))), path).toBe(0);
    mustEnd(ssj(['archive', DRAW, '--output', 'again.zip'], { dir: copyOf(county, join(root, 'elsewhere')), at: '2026-09-01T00:00:00+08:00', cwd: root, env: { TZ: 'Asia/Urumqi', LANG: 'tr_TR.UTF-8' } }));
    expect(Buffer.compare(readFileSync(join(root, 'again.zip')), readFileSync(zip))).toBe(0);
  });
  test('never overwrites, and writes nothing on trial', () => {
    const before = readFileSync(zip);
    const ran = archive(county);
    expect([ran.exit, codesIn(ran.stderr)]).toEqual([7, ['output-exists']]);
    expect(Buffer.compare(readFileSync(zip), before)).toBe(0);
    mustEnd(archive(county, '--dry-run', '--output', 'trial.zip'));
    expect(existsSync(join(root, 'trial.zip'))).toBe(false);
  });
  test('refuses a record whose manifest does not hold, exit 5', () => {
    const changes: readonly ((folder: string) => void)[] = [
      (folder) => writeFileSync(join(folder, 'frame.jsonl'), `${readFileSync(join(folder, 'frame.jsonl'), 'utf8')} `),
      (folder) => rmSync(join(folder, 'roster.jsonl')),
      (folder) => writeFileSync(join(folder, 'notes.txt'), ''),
      (folder) => rmSync(join(folder, 'manifest.json')),
    ];
    for (const [index, change] of changes.entries()) {
      const dir = copyOf(county, join(root, `changed-${index}`));
      change(join(dir, '批次', DRAW));
      const ran = archive(dir, '--output', `refused-${index}.zip`);
      expect(ran.exit, ran.stderr).toBe(5);
      expect(existsSync(join(root, `refused-${index}.zip`))).toBe(false);
    }
  });
});

describe('ssj verify of a zip', () => {
  test('R2.1 says of it what it says of the folder, alone or in one folder of its draw', () => {
    const alone = copyOf(record, join(root, 'alone'));
    const expected = verification(alone);
    expect(expected.exit).toBe(0);
    expect(verification(zip)).toEqual(expected);
    expect(verification(written(Object.fromEntries(Object.entries(filesIn(alone)).map(([path, bytes]) => [`${DRAW}/${path}`, bytes]))))).toEqual(expected);
  });
  test('whatever was done to the record, folder and zip get the same answer', () => {
    const alone = copyOf(record, join(root, 'touched'));
    const paths = filesOf(alone);
    fc.assert(fc.property(fc.constantFrom(...paths), fc.constantFrom('drop', 'byte', 'more', 'extra'), fc.nat(), (path, how, place) => {
      const before = readFileSync(join(alone, path));
      const extra = join(alone, '说明.txt');
      const changed = Buffer.from(before);
      if (before.length > 0) changed[place % before.length]! ^= 0x81;
      if (how === 'drop') rmSync(join(alone, path));
      if (how === 'byte') writeFileSync(join(alone, path), changed);
      if (how === 'more') writeFileSync(join(alone, path), Buffer.concat([before, before]));
      if (how === 'extra') writeFileSync(extra, '');
      const [inFolder, inZip] = [verification(alone), verification(written(filesIn(alone)))];
      writeFileSync(join(alone, path), before);
      rmSync(extra, { force: true });
      expect(inZip).toEqual(inFolder);
    }), { numRuns: 12 });
  });
  test('what is cut, strange or no record at all is refused in Chinese, and nothing is written', () => {
    const bytes = readFileSync(zip);
    const as = (name: string, content: Uint8Array): string => (writeFileSync(join(root, name), content), join(root, name));
    const cases = [
      [as('cut.zip', bytes.subarray(0, bytes.length - 100)), 6, 'zip-damaged'],
      [written({ '../sealed.json': strToU8('{}') }), 7, 'zip-refused'],
      [written({ 'SEALED.json': strToU8('{}'), 'sealed.json': strToU8('{}') }), 7, 'zip-refused'],
      [written({ 'a.txt': strToU8('a') }), 6, 'not-a-record'],
      [as('text.zip', strToU8('这不是压缩文件')), 6, 'not-a-record'],
      [as('empty.zip', new Uint8Array()), 6, 'not-a-record'],
      [written({ 'sealed.json': new Uint8Array(60 * 1024 * 1024) }), 7, 'zip-refused'],
    ] as const;
    mkdirSync(join(root, 'here'));
    const before = treeOf(root);
    for (const [file, exit, code] of cases) {
      const ran = ssj(['verify', file], { cwd: join(root, 'here'), at: SPRING });
      expect([file, ran.exit, codesIn(ran.stderr)]).toEqual([file, exit, [code]]);
      expect(ran.stderr).toMatch(/请/);
    }
    expect(treeOf(root)).toEqual(before);
  });
});
