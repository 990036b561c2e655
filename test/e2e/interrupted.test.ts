import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { codesIn, jsonOf, mustEnd, type Ran, ssj, startSsj } from '../support/run-ssj.js';
import { copyOf, scratch, treeOf } from '../support/scratch.js';
import { BATCH, DICE, makeSmallCounty, PLAN_HEADER, planRow, smallTables, SPRING } from '../support/small-county.js';

/** Of each command; an odd one comes while files are being written, where a half change could be. */
/** Of seal and draw `kills.test.ts` has many more, aimed at every stage; here the registries are large. */
const KILLS = { import: 8, seal: 2, draw: 2 } as const;
/** Enough shops that reading and writing them takes its time. */
const SHOPS = 2000;
const root = scratch('kill');
const DRAW = '652722-2026-0001';
const COMMANDS = {
  import: { from: 'filled', words: ['import'] },
  seal: { from: 'imported', words: ['seal', BATCH, '--seed', 'dice:d10x20'] },
  draw: { from: 'sealed', words: ['draw', BATCH, '--seed', DICE] },
} as const;
type Command = keyof typeof COMMANDS;
/** How long each takes here when nobody stops it, in milliseconds. */
const took: Record<Command, number> = { import: 0, seal: 0, draw: 0 };
const after: Record<Command, string> = { import: join(root, 'imported'), seal: join(root, 'sealed'), draw: join(root, 'drawn') };

const trees: Partial<Record<Command, ReturnType<typeof treeOf>>> = {};

beforeAll(async () => {
  const [header = [], ...people] = smallTables.inspector.rows;
  await makeSmallCounty(join(root, 'filled'), {
    ...smallTables,
    target: { sheet: '检查对象', rows: [smallTables.target.rows[0]!, ...Array.from({ length: SHOPS }, (_, index) => [`某某商店${index}`, `6527220001${String(index).padStart(5, '0')}`, '东镇', '存续', '食品经营'])] },
    inspector: { sheet: '执法检查人员', rows: [header, ...people.map((row) => [...row.slice(0, -1), 60])] },
    recusal: { ...smallTables.recusal, rows: smallTables.recusal.rows.slice(0, 1) },
    plan: { sheet: '年度抽查计划', rows: [PLAN_HEADER, planRow(BATCH, { ratio: '5%' })] },
  });
  for (const command of ['import', 'seal', 'draw'] as const) {
    const dir = copyOf(join(root, COMMANDS[command].from), after[command]);
    const start = Date.now();
    mustEnd(ssj(COMMANDS[command].words, { dir, at: SPRING }));
    took[command] = Date.now() - start;
    trees[command] = treeOf(dir);
  }
});

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** From the first staged file on, through the commit, to the last file in its place. */
const isWriting = (dir: string): boolean => {
  try {
    return readdirSync(join(dir, '.ssj')).some((name) => name === 'commit' || name.startsWith('staged-'));
  } catch {
    return false;
  }
};
const writingBegins = async (dir: string, isOver: () => boolean): Promise<void> => {
  while (!isOver() && !isWriting(dir)) await pause(1);
  await pause(Math.random() * 40);
};

const killed = async (dir: string, command: Command, round: number): Promise<Ran> => {
  const { child, ended } = startSsj(COMMANDS[command].words, { dir, at: SPRING });
  let isOver = false;
  void ended.then(() => (isOver = true));
  if (round % 2 === 1) await writingBegins(dir, () => isOver);
  else await pause(Math.random() * took[command]);
  child.kill('SIGKILL');
  return ended;
};

test.each(['import', 'seal', 'draw'] as const)('a killed %s leaves the state of before or the one of after, and the next command goes on from it', async (command) => {
  const before = join(root, COMMANDS[command].from);
  let changed = 0;
  let leftovers = 0;
  for (let round = 0; round < KILLS[command]; round += 1) {
    const dir = copyOf(before, join(root, `${command}-${round}`));
    const { exit } = await killed(dir, command, round);
    if (isWriting(dir)) leftovers += 1;
    // A command that reads sees one of the two states already.
    if (round % 2 === 1) mustEnd(ssj(['ledger', 'check'], { dir, at: SPRING }));
    const next = ssj(COMMANDS[command].words, { dir, at: SPRING });
    // Done now, or told that it had been done.
    const isDone = next.exit === 7 && /（(?:batch-already-sealed|already-drawn)）/.test(next.stderr.replace(/\n +/g, ''));
    expect(next.exit === 0 || isDone, `${exit} ${next.stdout}${next.stderr}`).toBe(true);
    if (isDone) changed += 1;
    // Whoever is only told so has changed nothing: the next that may change something puts the folder in order.
    if (existsSync(join(dir, '.ssj'))) mustEnd(ssj(['import'], { dir, at: SPRING }));
    expect(existsSync(join(dir, '.ssj'))).toBe(false);
    const tree = treeOf(dir);
    // A secret is another one each time, and with it what follows from it.
    if (command === 'seal') expect(Object.keys(tree).sort()).toEqual(Object.keys(trees.seal!).sort());
    else expect(tree).toEqual(trees[command]);
    if (command === 'seal') expect(statSync(join(dir, '批次', `${DRAW}.密钥.json`)).mode & 0o777).toBe(0o600);
    expect(ssj(['ledger', 'check'], { dir }).exit).toBe(0);
  }
  console.log(`${command}: killed ${KILLS[command]} times, ${leftovers} times while it wrote, ${changed} times the change counted`);
});

test('Ctrl-C during an import ends it with 130 and changes nothing', async () => {
  for (const word of ['读取 名录库/检查对象名录库.xlsx', '核对名录']) {
    const dir = copyOf(join(root, 'filled'), join(root, `interrupted-${word.length}`));
    const before = treeOf(dir);
    let isSent = false;
    const started = startSsj(['import'], {
      dir,
      at: SPRING,
      onStderr: (text) => {
        if (isSent || !text.includes(word)) return;
        isSent = true;
        started.child.kill('SIGINT');
      },
    });
    const { exit, stderr } = await started.ended;
    expect(exit, stderr).toBe(130);
    expect(codesIn(stderr)).toEqual(['interrupted']);
    expect(treeOf(dir)).toEqual(before);
    expect(existsSync(join(dir, '.ssj'))).toBe(false);
  }
});

test('of two commands at once one wins, and the other is told who is at work', async () => {
  const dir = copyOf(join(root, 'filled'), join(root, 'twice'));
  const both = await Promise.all([startSsj(['import', '--json'], { dir, at: SPRING }).ended, startSsj(['import', '--json'], { dir, at: SPRING }).ended]);
  const exits = both.map(({ exit }) => exit).sort();
  // Where the second came after the first had ended, there was nothing new.
  expect([[0, 7], [0, 0]]).toContainEqual(exits);
  for (const ran of both.filter(({ exit }) => exit === 7)) expect(jsonOf(ran).problems).toMatchObject([{ code: 'workspace-locked' }]);
  expect(treeOf(dir)).toEqual(trees.import);
});
