import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { otherNodes } from './support/other-nodes.js';
import { jsonOf, mustEnd, type Ran, replay, ssj } from './support/run-ssj.js';
import { copyOf, scratch, treeOf } from './support/scratch.js';
import { BATCH, DICE, makeSmallCounty, SPRING } from './support/small-county.js';

const MAJORS = ['22', '24'];
const NODES = otherNodes();
for (const major of MAJORS) if (!NODES.some(({ version }) => version.startsWith(`v${major}.`))) console.log(`skipped: no Node ${major} (npm run nodes fetches it)`);

const root = scratch('nodes');
const DRAW = '652722-2026-0001';
const SUMMER = '2026-07-01T09:00:00+08:00';
const WHY = ['--reason', '已注销', '--by', '王某', '--evidence', '注销通知书〔2026〕7号'];
/** Records by what became of them, with the exit of their verification. */
const EXITS = { sealed: 6, drawn: 6, 'second-draw': 6, revealed: 0, archived: 0, 'tampered-with': 5, rehearsal: 0 } as const;
type Kind = keyof typeof EXITS;
const KINDS = Object.keys(EXITS) as readonly Kind[];
const recordOf = (kind: Kind): string => join(root, kind === 'archived' ? 'archived.zip' : kind);

const makeRecords = async (): Promise<void> => {
  const dir = join(root, 'county');
  const go = (at: string, ...words: readonly string[]): Ran => mustEnd(ssj(words, { dir, at }));
  const keep = (kind: Kind, drawId = DRAW): string => copyOf(join(dir, '批次', drawId), recordOf(kind));
  await makeSmallCounty(dir);
  go(SPRING, 'import');
  go(SPRING, 'seal', BATCH, '--seed', 'dice:d10x20');
  keep('sealed');
  go(SPRING, 'draw', BATCH, '--seed', DICE);
  keep('drawn');
  go(SPRING, 'change', BATCH, '--withdraw-person', 'SCJG/002', '--withdraw-person', 'WJW/001', ...WHY);
  go(SPRING, 'replace', BATCH, '--seed', 'dice:d10x20');
  go(SPRING, 'draw', BATCH, '--seed', '31415926535897932384');
  keep('second-draw');
  go(SUMMER, 'reveal', BATCH, '--visits-finished', '2026-03-20');
  go(SUMMER, 'archive', BATCH, '--output', recordOf('archived'));
  const targets = join(keep('tampered-with'), 'rounds/1/assignments.jsonl');
  keep('revealed');
  writeFileSync(targets, readFileSync(targets, 'utf8').replace(/SCJG\/00\d/, 'SCJG/002'));
  for (const words of [['seal', BATCH, '--seed', 'dice:d10x20'], ['draw', BATCH, '--seed', DICE], ['reveal', BATCH]]) go(SUMMER, ...words, '--rehearsal');
  keep('rehearsal', '652722-2026-0002');
};

beforeAll(makeRecords);

const verify = (kind: Kind, node?: string): Ran => ssj(['verify', recordOf(kind), '--json'], { at: SUMMER, ...(node === undefined ? {} : { node }) });

test.each(KINDS)('every Node gives the same verdict, word for word, on a record that is %s', (kind) => {
  const own = mustEnd(verify(kind), EXITS[kind]);
  expect(jsonOf(own).exit).toBe(EXITS[kind]);
  for (const { version, path } of NODES) {
    const { exit, stdout } = verify(kind, path);
    expect([version, exit, stdout]).toEqual([version, EXITS[kind], own.stdout]);
  }
});

// It reads folders only, and takes the name of a folder for no more than a name.
test.each(KINDS.filter((kind) => kind !== 'archived'))('the second implementation gives the same verdict on a record that is %s', (kind) => {
  mustEnd(replay(recordOf(kind)), EXITS[kind]);
});

describe('the demo writes the same bytes with', () => {
  const demo = (name: string, node: string): ReturnType<typeof treeOf> => {
    const dir = join(root, `demo-${name}`);
    mustEnd(ssj(['demo'], { dir, at: SPRING, node }));
    return treeOf(dir);
  };
  let own: ReturnType<typeof treeOf> = {};
  beforeAll(() => {
    if (NODES.length > 0) own = demo('own', process.execPath);
  });
  test.skipIf(NODES.length === 0).each(NODES.length === 0 ? [{ version: 'another Node', path: '' }] : NODES)('Node $version', ({ version, path }) => {
    expect(Object.keys(own).length).toBeGreaterThan(40);
    expect(demo(version, path)).toEqual(own);
  });
});
