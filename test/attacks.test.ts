/** Every attack of docs/trust-model.md, carried out on real records. The names of these tests stand there. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { matchDrawn, selectTargets } from '../packages/core/src/record/draw-round.js';
import { readSealedInputs } from '../packages/core/src/record/read-sealed.js';
import { mainStart } from '../packages/core/src/record/round-start.js';
import { QUICKNET_ROUNDS } from '../packages/core/src/seed/drand.properties.js';
import type { Loose } from '../packages/core/src/verify/tampering.properties.js';
import { renumbered, seen, sha256, type Texts, textsOf, toldLies, putTexts, type Lies, type Seen } from './support/lies.js';
import { codesIn, jsonOf, mustEnd, type Ran, replay, ROOT, ssj } from './support/run-ssj.js';
import { copyOf, scratch, treeOf } from './support/scratch.js';
import { BATCH, DICE, fillIn, makeSmallCounty, PLAN_HEADER, planRow, smallTables, SPRING, withCell, withRow } from './support/small-county.js';
import { openWorkbook, saveWorkbook, sheetWords } from './support/workbooks.js';

const root = scratch('attacks');
const DRAW = '652722-2026-0001';
const SECOND = '652722-2026-0002';
const OTHER_DICE = '31415926535897932384';
const JULY = '2026-07-01T09:00:00+08:00';
const YEAR_END = '2026-12-31T09:00:00+08:00';
/** So late that the clock of any machine is before it. */
const FAR = '2099-03-02T10:00:00+08:00';
const AFTER_FAR = '2099-03-03T10:00:00+08:00';
const WHY = ['--reason', '已注销', '--by', '王某', '--evidence', '注销通知书〔2026〕7号'];
const WITNESSED = ['--witness', '张三@公证处', '--witness', '李四@司法局', '--sheet', join(ROOT, 'LICENSE')];
const ONE_FIRM = 'P-9';
/** One shop alone has the tag of P-9. */
const target = { ...smallTables.target, rows: smallTables.target.rows.map((row, index) => (index === 40 ? [...row.slice(0, 4), '药品经营、专项甲'] : row)) };
const tables = { ...smallTables, target, plan: { sheet: '年度抽查计划', rows: [PLAN_HEADER, planRow(BATCH), planRow('P-3'), planRow('P-4'), planRow(ONE_FIRM, { tags: '专项甲', ratio: '1户' })] } };
const NEW_SHOP = ['某某商店41', '652722000000041', '东镇', '存续', '食品经营'];

const on = (minute: string): string => `2026-03-02T${minute}:00+08:00`;
const run = (dir: string, at: string, ...words: readonly string[]): Ran => ssj(words, { dir, at });
const done = (dir: string, at: string, ...words: readonly string[]): Ran => mustEnd(run(dir, at, ...words));
const json = (ran: Ran, exit = 0) => jsonOf(mustEnd(ran, exit));
const sealDice = (dir: string, batch = BATCH, ...more: readonly string[]): Ran => done(dir, on('10:00'), 'seal', batch, '--seed', 'dice:d10x20', ...more);
const drawDice = (dir: string, dice = DICE, batch = BATCH): Ran => done(dir, on('10:30'), 'draw', batch, '--seed', dice, ...WITNESSED);

/** Counties that the attacks start from. */
const [imported, sealed, drawn, whole, atOnce] = ['imported', 'sealed', 'drawn', 'whole', 'at-once'].map((name) => join(root, name)) as [string, string, string, string, string];
let copies = 0;
const copy = (of: string): string => copyOf(of, join(root, `copy-${(copies += 1)}`));
const recordIn = (dir: string, drawId = DRAW): string => join(dir, '批次', drawId);
const documentIn = (dir: string, path: string, drawId = DRAW) => JSON.parse(readFileSync(join(recordIn(dir, drawId), path), 'utf8'));
const rowsIn = <Row = { readonly id: string }>(dir: string, path: string, drawId = DRAW): readonly Row[] => readFileSync(join(recordIn(dir, drawId), path), 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
const codeOf = (id: string): string => id.slice(id.indexOf(':') + 1);
const headOf = (dir: string): string => String(json(ssj(['ledger', 'list', '--json'], { dir })).data['head']!['digest']);
const checked = (dir: string, ...heads: readonly string[]): readonly [number | null, readonly string[]] => {
  const ran = ssj(['ledger', 'check', ...heads.flatMap((head) => ['--head', head])], { dir, at: YEAR_END });
  return [ran.exit, codesIn(ran.stderr)];
};
/** What verifying says of a record that was carried out of its county. */
const seenAlone = (dir: string, drawId = DRAW, ...more: readonly string[]): Seen => seen(copyOf(recordIn(dir, drawId), join(root, `alone-${(copies += 1)}`)), { at: YEAR_END }, ...more);
/** What verifying says of the whole record with lies told and covered up, far from its county. */
const afterLies = (lies: Lies, of = whole): Seen => {
  const folder = join(root, `lie-${(copies += 1)}`);
  putTexts(folder, toldLies(textsOf(recordIn(of)), lies));
  return seen(folder, { at: YEAR_END });
};
const refuses = (dir: string, at: string, words: readonly string[], code: string, exit = 7): void => {
  const before = treeOf(dir);
  const ran = run(dir, at, ...words);
  expect(codesIn(ran.stderr), ran.stderr).toContain(code);
  expect(ran.exit, ran.stderr).toBe(exit);
  expect(treeOf(dir)).toEqual(before);
};
const ofType = (rows: readonly Loose[], type: string): Loose & { body: Loose } => rows.find((row) => row['type'] === type) as Loose & { body: Loose };

beforeAll(async () => {
  await makeSmallCounty(imported, tables);
  done(imported, SPRING, 'import');
  copyOf(imported, sealed);
  sealDice(sealed);
  copyOf(sealed, drawn);
  drawDice(drawn);
  done(drawn, on('11:00'), 'publish', 'draw', BATCH);
  copyOf(drawn, whole);
  for (const words of [['reveal', BATCH], ['publish', 'draw', BATCH]]) done(whole, JULY, ...words);
  copyOf(imported, atOnce);
  sealDice(atOnce, BATCH, '--at-once', '--not-before', FAR);
});

test('the record that is attacked is 一致 as long as nobody attacks it', () => {
  expect(seen(BATCH, { dir: whole, at: YEAR_END })).toMatchObject({ exit: 0, verdict: 'identical', workbooks: [] });
  expect(checked(whole)).toEqual([0, []]);
});

describe('registries', () => {
  test('registry stuffing shows in the imports before the seal, and after it in the frame', async () => {
    const dir = copy(imported);
    await fillIn(dir, { target: withRow(target, NEW_SHOP) });
    done(dir, on('09:40'), 'import');
    sealDice(dir);
    const found = seenAlone(dir);
    expect(found.points).toEqual(seenAlone(sealed).points);
    expect(found.claims['registry-changed-before-seal']).toMatchObject({ imports: 2, from: { counts: { targets: 40 } }, to: { counts: { targets: 41 } } });
    const later = afterLies({ 'registry/targets.jsonl': (rows) => void rows.push({ ...rows.at(-1)!, id: 'reg:652722000000041' }) });
    expect([later.exit, later.points['frame']]).toEqual([5, 'different']);
    expect(later.claims['registry-not-imported']).toBeDefined();
  });
  test('delisting before the draw shows in the imports, and a changed status in the exclusions', async () => {
    const dir = copy(imported);
    const [header, recused, gone, closed, ...others] = target.rows;
    await fillIn(dir, { target: withCell({ ...target, rows: [header!, recused!, closed!, ...others] }, 3, '登记状态', '注销') });
    done(dir, on('09:40'), 'import');
    sealDice(dir);
    expect(seenAlone(dir).claims['registry-changed-before-seal']).toMatchObject({ from: { counts: { targets: 40 } }, to: { counts: { targets: 39 } } });
    expect(rowsIn<{ id: string; reasons: readonly string[] }>(dir, 'exclusions.jsonl')).toEqual([{ id: `reg:${String(closed![1])}`, reasons: ['status'] }]);
    refuses(dir, JULY, ['explain', recordIn(dir), String(gone![1])], 'code-not-in-record', 2);
    expect(afterLies({ 'exclusions.jsonl': (rows) => void rows.push({ id: rowsIn(whole, 'frame.jsonl')[0]!.id, reasons: ['status'] }), 'frame.jsonl': (rows) => rows.slice(1) })).toMatchObject({ exit: 5, points: { frame: 'different', quotas: 'different' } });
  });
  test('a row made wrong so that it is left out shows in the ledger and in every verification', async () => {
    const dir = copy(imported);
    await fillIn(dir, { target: withCell(target, 3, '注册号/统一社会信用代码', '12') });
    const { problems } = json(run(dir, on('09:40'), 'import', '--json'), 3);
    const digest = String(problems.find(({ code }) => code === 'import-has-problems')!.fields['digest']);
    done(dir, on('09:40'), 'import', '--accept-problems', digest);
    sealDice(dir);
    expect(seenAlone(dir).claims['registry-rows-refused']).toMatchObject({ refused: 1 });
    expect(documentIn(dir, 'registry/report.json').refused).toMatchObject([{ row: 3 }]);
  });
  test('a registry workbook changed after its import counts for nothing, and the seal says so', async () => {
    const dir = copy(imported);
    await fillIn(dir, { target: withRow(target, NEW_SHOP) });
    const { problems } = json(sealDice(dir, BATCH, '--json'));
    expect(problems.map(({ code }) => code)).toContain('registry-changed-since-import');
    expect(rowsIn(dir, 'registry/targets.jsonl')).toHaveLength(40);
  });
  test('a filter cut to one firm is not caught and stands in the seal and in the chance of the firm', () => {
    const dir = copy(imported);
    sealDice(dir, ONE_FIRM, '--at-once');
    drawDice(dir, DICE, ONE_FIRM);
    expect(seenAlone(dir).exit).toBe(0);
    expect(documentIn(dir, 'sealed.json')).toMatchObject({ batch: { filter: { tags: ['专项甲'] } }, strata: [{ pool: 1, quota: 1 }] });
    expect(done(dir, JULY, 'explain', recordIn(dir), '652722000000040').stdout).toMatch(/抽查库 1 户，抽取 1 户/);
  });
});

describe('which draw counts', () => {
  test('withhold and re-run is refused, and a redo names the void draw for ever', () => {
    const dir = copy(drawn);
    refuses(dir, on('11:10'), ['draw', BATCH, '--seed', OTHER_DICE], 'already-drawn');
    refuses(dir, on('11:10'), ['seal', BATCH, '--seed', 'dice:d10x20'], 'batch-already-sealed');
    refuses(copy(sealed), on('11:10'), ['draw', BATCH, '--seed', DICE, '--dry-run'], 'draw-has-no-preview');
    done(dir, on('11:10'), 'void', BATCH, ...WHY);
    done(dir, on('11:20'), 'seal', BATCH, '--seed', 'dice:d10x20');
    expect(seenAlone(dir, SECOND).claims['draw-redone']).toMatchObject({ redoes: [{ drawId: DRAW, reason: '已注销' }] });
    expect(seenAlone(dir).claims['draw-void']).toMatchObject({ reason: '已注销', by: '王某' });
    const hidden = toldLies(textsOf(recordIn(dir, SECOND)), { 'sealed.json': ([first]) => void delete first!['redoes'] });
    putTexts(join(root, 'hidden-redo'), hidden);
    expect(seen(join(root, 'hidden-redo')).points['ledger']).toBe('different');
  });
  test('several sealed draws of one batch are refused, and found where somebody made them by hand', () => {
    refuses(copy(sealed), on('10:10'), ['seal', BATCH, '--seed', 'dice:d10x20'], 'batch-already-sealed');
    const dir = copy(sealed);
    sealDice(dir, 'P-3');
    const folder = join(root, 'sealed-twice');
    putTexts(folder, toldLies(textsOf(recordIn(dir, SECOND)), { 'sealed.json': ([first]) => void Object.assign(first!['batch'] as object, { number: BATCH }), 'ledger.jsonl': (rows) => void ((rows.at(-1)!['body'] as Loose)['batch'] = BATCH) }));
    expect(seen(folder).codes).toContain('batch-drawn-twice');
    const { entries } = json(ssj(['ledger', 'list', '--json'], { dir })).data as unknown as { readonly entries: readonly { readonly type: string; readonly body: { readonly batch: string } }[] };
    expect(entries.filter(({ type }) => type === 'sealed').map(({ body }) => body.batch)).toEqual([BATCH, 'P-3']);
  });
  test('two copies of the folder drawn in parallel have one identifier, two digests, and not one head', () => {
    const [one, two] = [copy(imported), copy(imported)];
    for (const dir of [one, two]) sealDice(dir);
    drawDice(one);
    drawDice(two, OTHER_DICE);
    const seals = [one, two].map((dir) => rowsIn<{ type: string; body: { drawId: string; commitment: string } }>(dir, 'ledger.jsonl').find(({ type }) => type === 'sealed')!.body);
    expect(seals[0]!.drawId).toBe(seals[1]!.drawId);
    expect(seals[0]!.commitment).not.toBe(seals[1]!.commitment);
    for (const dir of [one, two]) expect(seenAlone(dir).points).not.toHaveProperty('ledger');
    expect(checked(two, headOf(one))).toEqual([5, ['head-unknown']]);
  });
  test('a folder copied back to before the draw gives the same draw from the same seed, and lacks the published head', () => {
    const again = copy(sealed);
    drawDice(again);
    for (const path of ['rounds/0/targets.jsonl', 'rounds/0/assignments.jsonl']) expect(readFileSync(join(recordIn(again), path), 'utf8')).toBe(readFileSync(join(recordIn(drawn), path), 'utf8'));
    const other = copy(sealed);
    drawDice(other, OTHER_DICE);
    expect(checked(other, headOf(drawn))).toEqual([5, ['head-unknown']]);
  });
  test('a ledger rewritten whole with every record is 一致 by itself, and lacks the published head and every signature', () => {
    const dir = copy(whole);
    const texts = textsOf(recordIn(dir));
    let prev = '0'.repeat(64);
    const lines = readFileSync(join(dir, '台账.jsonl'), 'utf8').trimEnd().split('\n').map((line) => line.replace('"name":"shuangsuiji"', '"name":"另一个程序"'));
    const heads = lines.map((line) => (prev = sha256(line.replace(/"prev":"[0-9a-f]{64}"/, `"prev":"${prev}"`))));
    const again = toldLies(texts, {
      'sealed.json': ([first]) => void (first!['ledgerHead'] = { seq: 2, digest: heads[1]! }),
      'ledger.jsonl': ([first]) => void Object.assign((first!['body'] as Loose)['program'] as Loose, { name: '另一个程序' }),
    });
    putTexts(recordIn(dir), again);
    writeFileSync(join(dir, '台账.jsonl'), again.get('ledger.jsonl')!);
    expect(seenAlone(dir).points).toEqual({});
    expect(checked(dir, headOf(drawn))).toEqual([5, ['head-unknown']]);
  });
  test('a rehearsal passed off as the draw is found', () => {
    const dir = copy(imported);
    done(dir, on('10:00'), 'seal', BATCH, '--seed', 'typed:', '--rehearsal');
    expect(done(dir, on('10:00'), 'draw', BATCH, '--seed', 'x', '--rehearsal').stdout).toContain('【演练】');
    done(dir, JULY, 'reveal', BATCH, '--rehearsal');
    const folder = join(root, 'no-rehearsal');
    putTexts(folder, toldLies(textsOf(recordIn(dir)), { 'sealed.json': ([first]) => void (first!['scheme'] = 'ssj/1'), 'ledger.jsonl': (rows) => void (ofType(rows, 'sealed').body['scheme'] = 'ssj/1') }));
    expect(seen(folder)).toMatchObject({ exit: 5, points: { secret: 'different', targets: 'different' } });
  });
  test('overlapping draws on one seed of which the worse is voided are listed', () => {
    const dir = copy(sealed);
    const { problems } = json(sealDice(dir, 'P-3', '--json'));
    expect(problems.map(({ code }) => code)).toContain('frames-overlap');
    done(dir, on('10:30'), 'draw', '--all-sealed', '--seed', DICE);
    done(dir, on('10:40'), 'void', BATCH, ...WHY);
    expect(seen('P-3', { dir }).claims['overlapping-draws']).toMatchObject({ draws: [{ drawId: DRAW, batch: BATCH, shared: 40, isVoid: true }] });
  });
});

describe('seeds', () => {
  test('a round chosen after the seed is refused for the beacon, and of a lottery stands on the notice', () => {
    const beacon = (...more: readonly string[]): readonly string[] => ['seal', BATCH, '--seed', 'drand:quicknet', ...more];
    refuses(imported, on('10:00'), beacon('--not-before', '2026-03-02T10:05'), 'drand-too-soon');
    const dir = copy(imported);
    done(dir, on('10:00'), ...beacon('--not-before', '2026-03-02T10:10'));
    const folder = join(root, 'other-round');
    putTexts(folder, toldLies(textsOf(recordIn(dir)), { 'sealed.json': ([first]) => void ((first!['seed'] as Loose)['lines'] = ['drand:quicknet:1000']) }));
    expect(seen(folder)).toMatchObject({ exit: 5, points: { seed: 'different' } });
    refuses(imported, on('10:00'), ['seal', BATCH, '--seed', 'lottery:kl8:2026001'], 'lottery-issue-passed', 2);
    const lottery = copy(imported);
    done(lottery, on('10:00'), 'seal', BATCH, '--seed', 'lottery:kl8:2026051');
    expect(documentIn(lottery, 'notices/0.json').seed.lines).toEqual(['lottery:kl8:2026051']);
    const old = join(root, 'old-issue');
    putTexts(old, toldLies(textsOf(recordIn(lottery)), { 'sealed.json': ([first]) => void ((first!['seed'] as Loose)['lines'] = ['lottery:kl8:2026001']) }));
    expect(seen(old).claims['lottery-issue-passed']).toMatchObject({ lines: ['lottery:kl8:2026001'] });
  });
  test('seed grinding by a title or a purpose changes the digest and nothing of the draw', async () => {
    const [one, two] = [copy(imported), copy(imported)];
    await fillIn(two, { plan: withCell(tables.plan, 2, '任务名称', '换一个名称') });
    for (const dir of [one, two]) {
      sealDice(dir, BATCH, '--at-once');
      drawDice(dir);
    }
    for (const path of ['rounds/0/targets.jsonl', 'rounds/0/assignments.jsonl']) expect(textsOf(recordIn(two)).get(path)).toBe(textsOf(recordIn(one)).get(path));
    expect(textsOf(recordIn(two)).get('sealed.json')).not.toBe(textsOf(recordIn(one)).get('sealed.json'));
  });
  test('grinding the serial number leaves every number in the ledger', () => {
    const dir = copy(imported);
    for (const _ of [1, 2]) done(dir, on('10:00'), 'seal', BATCH, '--seed', 'typed:', '--rehearsal');
    const { data } = json(sealDice(dir, BATCH, '--json'));
    expect(data['drawId']).toBe('652722-2026-0003');
    expect(ssj(['ledger', 'list'], { dir }).stdout.match(/〔演练〕/g)).toHaveLength(2);
    expect(afterLies({ 'ledger.jsonl': (rows) => void (ofType(rows, 'sealed').body['drawId'] = '652722-2026-0003'), 'sealed.json': ([first]) => void (first!['drawId'] = '652722-2026-0003') })).toMatchObject({ exit: 5, points: { ledger: 'different' } });
  });
  test('a typed seed is drawn from and warned of on every list and in every verification', async () => {
    const dir = copy(imported);
    done(dir, on('10:00'), 'seal', BATCH, '--seed', 'typed:', '--at-once');
    done(dir, on('10:30'), 'draw', BATCH, '--seed', '1');
    expect(seenAlone(dir)).toMatchObject({ exit: 0, claims: { 'seed-warnings': { warnings: ['entropy-low', 'seed-typed'] } } });
    const { data } = json(run(dir, on('10:40'), 'publish', 'draw', BATCH, '--json'));
    expect((await sheetWords(join(dir, String(data['file'])))).flatMap(({ cells }) => cells).join()).toContain('由人工录入');
  });
  test('dice thrown again until they please are not caught, and unwitnessed dice are warned of', () => {
    const dir = copy(sealed);
    done(dir, on('10:30'), 'draw', BATCH, '--seed', DICE, '--witness', '张三@市监局', '--witness', '李四@市场监督管理局', '--sheet', join(ROOT, 'LICENSE'));
    expect(seenAlone(dir).claims['seed-warnings']).toMatchObject({ warnings: ['dice-unwitnessed', 'entropy-low'] });
    expect(seenAlone(drawn).claims['witnesses']).toMatchObject({ names: ['张三（公证处）', '李四（司法局）'], sheets: [sha256(readFileSync(join(ROOT, 'LICENSE'), 'utf8'))] });
  });
  test('a beacon outage stops the draw and lets nothing else in', () => {
    const dir = copy(imported);
    done(dir, on('10:00'), 'seal', BATCH, '--seed', 'drand:quicknet', '--not-before', '2026-03-02T10:10');
    const round = Number(String(documentIn(dir, 'sealed.json').seed.lines[0]).split(':')[2]);
    const forged = join(root, 'forged-round.json');
    const [{ randomness, signature }] = QUICKNET_ROUNDS;
    writeFileSync(forged, JSON.stringify({ round, randomness, signature }));
    refuses(dir, on('10:11'), ['draw', BATCH, '--seed', DICE], 'drand-not-given', 2);
    refuses(dir, on('10:11'), ['draw', BATCH, '--drand', forged], 'drand-signature-wrong', 2);
    done(dir, on('12:00'), 'void', BATCH, ...WHY);
    done(dir, on('12:10'), 'seal', BATCH, '--seed', 'dice:d10x20');
    expect(seenAlone(dir, SECOND).claims['draw-redone']).toBeDefined();
  });
});

describe('joint seeds and secrets', () => {
  const committed = join(root, 'committed');
  const reveal = (dir: string, party: string, at = on('10:30'), ...more: readonly string[]): Ran => run(dir, at, 'seed', 'reveal', BATCH, '--party', party, ...more);
  beforeAll(() => {
    copyOf(imported, committed);
    done(committed, on('10:00'), 'seal', BATCH, '--seed', 'joint:SCJG,JW', '--not-before', '2026-03-02T10:20', '--joint-by', '2026-03-02T11:00', '--at-once');
    done(committed, on('10:05'), 'seed', 'commit', BATCH, '--party', 'SCJG');
  });
  test('a copied commitment is refused, and could not be opened', () => {
    const { commitment } = rowsIn<{ type: string; body: { commitment: string } }>(committed, 'ledger.jsonl').at(-1)!.body;
    refuses(committed, on('10:06'), ['seed', 'commit', BATCH, '--party', 'JW', '--commitment', commitment], 'joint-commitment-used');
    const dir = copy(committed);
    const { secret } = JSON.parse(readFileSync(join(dir, '批次', `${DRAW}.联合-SCJG.json`), 'utf8')) as { secret: string };
    done(dir, on('10:06'), 'seed', 'commit', BATCH, '--party', 'JW', '--commitment', sha256(`ssj/1 commit\n${DRAW}\nSCJG\n${secret}\n \n`));
    mustEnd(reveal(dir, 'SCJG'));
    refuses(dir, on('10:31'), ['seed', 'reveal', BATCH, '--party', 'JW', '--secret', secret], 'joint-does-not-open');
  });
  test('a short secret is refused, a guessable one is not caught and stands in the ledger', () => {
    const dir = copy(committed);
    const weak = '0'.repeat(63) + '1';
    done(dir, on('10:06'), 'seed', 'commit', BATCH, '--party', 'JW', '--commitment', sha256(`ssj/1 commit\n${DRAW}\nJW\n${weak}\n`));
    mustEnd(reveal(dir, 'SCJG'));
    refuses(dir, on('10:31'), ['seed', 'reveal', BATCH, '--party', 'JW', '--secret', '1'], 'hex-bad', 2);
    mustEnd(reveal(dir, 'JW', on('10:32'), '--secret', weak));
    done(dir, on('10:33'), 'draw', BATCH);
    expect(seenAlone(dir).exit).toBe(0);
    expect(readFileSync(join(recordIn(dir), 'ledger.jsonl'), 'utf8')).toContain(weak);
  });
  test('the last revealer is never the office, and whoever withholds makes the draw void by name', () => {
    const dir = copy(committed);
    done(dir, on('10:06'), 'seed', 'commit', BATCH, '--party', 'JW');
    const { secret } = JSON.parse(readFileSync(join(dir, '批次', `${DRAW}.联合-JW.json`), 'utf8')) as { secret: string };
    refuses(dir, on('10:30'), ['seed', 'reveal', BATCH, '--party', 'JW', '--secret', secret], 'joint-office-first');
    mustEnd(reveal(dir, 'SCJG'));
    const late = run(dir, on('11:01'), 'draw', BATCH);
    expect([late.exit, codesIn(late.stderr)]).toEqual([7, ['joint-overdue']]);
    expect(late.stderr).toContain('JW');
  });
  test('one office behind every party is not caught, and the parties are named', () => {
    const dir = copy(committed);
    done(dir, on('10:06'), 'seed', 'commit', BATCH, '--party', 'JW');
    for (const party of ['SCJG', 'JW']) mustEnd(reveal(dir, party));
    done(dir, on('10:33'), 'draw', BATCH);
    expect(seenAlone(dir)).toMatchObject({ exit: 0, claims: { 'seed-from-joint': { parties: ['SCJG', 'JW'] } } });
  });
  test('a secret withheld, lost or exchanged leaves the draw unverifiable and is overdue', () => {
    expect(seenAlone(drawn)).toMatchObject({ exit: 6, points: { secret: 'unverifiable', targets: 'unverifiable' }, claims: { 'reveal-overdue': { revealBy: expect.any(String) } } });
    const dir = copy(drawn);
    const file = join(dir, '批次', `${DRAW}.密钥.json`);
    writeFileSync(file, JSON.stringify({ drawId: DRAW, secret: 'a'.repeat(64) }));
    refuses(dir, JULY, ['reveal', BATCH], 'secret-file-wrong');
    rmSync(file);
    refuses(dir, JULY, ['reveal', BATCH], 'secret-file-missing');
    expect(afterLies({ 'reveal.json': ([first]) => void (first!['secret'] = 'a'.repeat(64)) })).toMatchObject({ exit: 5, points: { secret: 'different', targets: 'different' } });
  });
});

describe('time', () => {
  const systemClock = ([first]: Loose[]): void => void (first!['clock'] = 'system');
  test('a back-dated seal is 一致 by itself, is not shown to have come first, and fails the strict verification', () => {
    const folder = join(root, 'back-dated');
    putTexts(folder, toldLies(textsOf(recordIn(whole)), { 'sealed.json': systemClock, 'rounds/0/seed.json': systemClock, 'reveal.json': systemClock }));
    const found = seen(folder, {}, '--strict');
    expect(found).toMatchObject({ exit: 6, verdict: 'identical', points: {}, claims: { 'sealed-before-seed': { isShown: false, evidence: [] } } });
    expect(found.claims['clock-trusted']).toBeDefined();
  });
  test('a clock fixed by SOURCE_DATE_EPOCH is stated and shows nothing', () => {
    expect(seenAlone(whole).claims['clock-fixed']).toBeDefined();
    expect(documentIn(whole, 'sealed.json').clock).toBe('fixed');
  });
  test('a clock set back shows in the times of the ledger, and one set ahead at the check', () => {
    const dir = copy(imported);
    done(dir, on('09:00'), 'seal', BATCH, '--seed', 'dice:d10x20', '--not-before', '2026-03-02T09:20');
    expect(seenAlone(dir).claims['ledger-times-back']).toMatchObject({ rows: [3] });
    refuses(dir, on('09:10'), ['draw', BATCH, '--seed', DICE], 'not-yet-before');
    expect(codesIn(ssj(['ledger', 'check'], { dir, at: '2026-02-01T09:00:00+08:00' }).stderr)).toContain('ledger-time-ahead');
  });
});

describe('after the seal', () => {
  test('events slipped in between the public seed and the draw do not touch the draw', () => {
    const [left, slipped] = [copy(sealed), copy(sealed)];
    const [first] = rowsIn(sealed, 'frame.jsonl');
    done(slipped, on('10:20'), 'change', BATCH, '--withdraw-person', 'SCJG/002', '--withdraw-target', codeOf(first!.id), ...WHY);
    for (const dir of [left, slipped]) drawDice(dir);
    const files = [...textsOf(recordIn(left)).keys()].filter((path) => path.startsWith('rounds/0/'));
    expect(files).toHaveLength(5);
    for (const path of files) expect(textsOf(recordIn(slipped)).get(path)).toBe(textsOf(recordIn(left)).get(path));
    expect(seenAlone(slipped).claims['changed-after-seal']).toBeDefined();
  });
  test('drop abuse shows by reason and officer, and the next one on the list is not taken', async () => {
    const dir = copy(drawn);
    const gone = rowsIn(dir, 'rounds/0/targets.jsonl').slice(0, 2).map(({ id }) => id);
    refuses(dir, on('11:10'), ['change', BATCH, '--withdraw-target', codeOf(gone[0]!), '--reason', '已注销'], 'why-missing', 2);
    done(dir, on('11:10'), 'change', BATCH, ...gone.flatMap((id) => ['--withdraw-target', codeOf(id)]), ...WHY);
    done(dir, on('11:20'), 'replace', BATCH, '--seed', 'dice:d10x20');
    refuses(dir, on('11:30'), ['draw', BATCH, '--seed', DICE], 'seed-used-before', 5);
    done(dir, on('11:30'), 'draw', BATCH, '--seed', OTHER_DICE, ...WITNESSED);
    expect(seenAlone(dir).claims['changed-after-seal']).toMatchObject({ groups: [{ kind: 'target-withdrawn', reason: '已注销', by: '王某', count: 2, late: 0 }] });
    const { data } = json(run(dir, on('11:40'), 'publish', 'draw', BATCH, '--json'));
    expect((await sheetWords(join(dir, String(data['file'])))).flatMap(({ cells }) => cells).join()).toContain('检查对象退出（已注销）2项');
  });
  test('a late recusal is marked 抽取后申报 and counted', () => {
    const dir = copy(drawn);
    const { target: id, inspectors } = rowsIn<{ target: string; inspectors: readonly string[] }>(dir, 'rounds/0/assignments.jsonl')[0]!;
    const told = done(dir, on('11:10'), 'change', BATCH, '--recuse', `${codeOf(id)}@${inspectors[0]!}`, '--ground', '近亲属', '--reason', '本人申报', '--by', '李某', '--evidence', '申请书');
    expect(told.stdout).toContain('抽取后申报');
    expect(seenAlone(dir).claims['changed-after-seal']).toMatchObject({ groups: [{ kind: 'pair-withdrawn', by: '李某', count: 1, late: 1 }] });
  });
  test('events of a round back-dated do not fit its notice, and a clock set back shows', () => {
    const dir = copy(drawn);
    const [first, second] = rowsIn(dir, 'rounds/0/targets.jsonl');
    done(dir, on('11:10'), 'change', BATCH, '--withdraw-target', codeOf(first!.id), ...WHY);
    done(dir, on('11:20'), 'replace', BATCH, '--seed', 'dice:d10x20', '--not-before', '2026-03-02T11:40');
    const folder = join(root, 'slipped-into-round');
    putTexts(folder, toldLies(textsOf(recordIn(dir)), {
      'ledger.jsonl': (rows) => renumbered(rows.flatMap((row) => {
        const { body } = row as { body: Loose };
        return row['type'] === 'changed' ? [row, { ...row, body: { ...body, change: { kind: 'target-withdrawn', target: second!.id } } }] : [row];
      })),
    }));
    expect(seen(folder)).toMatchObject({ exit: 5, points: { notices: 'different' } });
    done(dir, on('11:15'), 'change', BATCH, '--withdraw-target', codeOf(second!.id), ...WHY);
    expect(documentIn(dir, 'notices/1.json').changes).toHaveLength(1);
    expect(seenAlone(dir)).toMatchObject({ claims: { 'ledger-times-back': { rows: [expect.any(Number)] } } });
  });
  test('a roster changed after the draw is found, and a registry imported again changes no draw', async () => {
    expect(afterLies({ 'roster.jsonl': (rows) => rows.slice(1) })).toMatchObject({ exit: 5, points: { roster: 'different', odds: 'different', assignments: 'different' } });
    const dir = copy(whole);
    await fillIn(dir, { inspector: withCell(smallTables.inspector, 2, '执法人员状态', '离岗') });
    done(dir, JULY, 'import');
    expect(seen(BATCH, { dir, at: YEAR_END })).toMatchObject({ exit: 0, verdict: 'identical' });
  });
  test('an early reveal is refused, and that the visits are over is the word of the office', () => {
    refuses(copy(drawn), on('12:00'), ['reveal', BATCH], 'visits-not-finished');
    const dir = copy(drawn);
    done(dir, on('12:00'), 'reveal', BATCH, '--visits-finished', '2026-03-02');
    expect(seenAlone(dir).claims['visits-finished']).toMatchObject({ on: '2026-03-02' });
  });
});

describe('program, lists, evidence', () => {
  test('patched software is found by both implementations', () => {
    const rows = rowsIn(whole, 'rounds/0/targets.jsonl');
    const other = rowsIn(whole, 'frame.jsonl').find(({ id }) => rows.every((row) => row.id !== id))!.id;
    const folder = join(root, 'patched');
    putTexts(folder, toldLies(textsOf(recordIn(whole)), { 'rounds/0/targets.jsonl': ([first]) => void (first!['id'] = other) }));
    expect(seen(folder)).toMatchObject({ exit: 5, points: { targets: 'different' } });
    const differences = (record: string): readonly string[] => replay(record).stdout.split('\n').filter((line) => line.startsWith('不一致'));
    expect(differences(folder).filter((line) => !differences(recordIn(whole)).includes(line)).join()).toContain('rounds/0/targets.jsonl');
  });
  test('a leak before the visit is not in what is published, and the secret is for its owner alone', async () => {
    const words = (await sheetWords(join(drawn, '公示', `抽取结果公示-${DRAW}-数量.xlsx`))).flatMap(({ cells, foot }) => [...cells, foot]).join('\n');
    for (const { id } of rowsIn(drawn, 'frame.jsonl')) expect(words).not.toContain(codeOf(id));
    expect(statSync(join(drawn, '批次', `${DRAW}.密钥.json`)).mode & 0o777).toBe(0o600);
    expect(existsSync(join(whole, '批次', `${DRAW}.密钥.json`))).toBe(false);
    expect(ssj(['explain', recordIn(drawn), codeOf(rowsIn(drawn, 'frame.jsonl')[0]!.id)]).stdout).toContain('不要外传');
  });
  test('a published workbook that somebody edited is named by the ledger check and by verify', async () => {
    const dir = copy(whole);
    const name = `公示/抽取结果公示-${DRAW}-名单.xlsx`;
    const workbook = await openWorkbook(join(dir, name));
    workbook.worksheets[0]!.addRow(['99', '某某商店']);
    await saveWorkbook(join(dir, name), workbook);
    expect(checked(dir)).toEqual([5, ['published-differs']]);
    expect(seen(BATCH, { dir, at: YEAR_END })).toMatchObject({ exit: 5, points: {}, workbooks: [name] });
  });
  test('a public edition of another archive is not that of this one, and a doctored one is found', () => {
    const [edition, doctored, proof] = ['edition', 'doctored', 'proof.json'].map((name) => join(root, name)) as [string, string, string];
    mustEnd(ssj(['archive', recordIn(whole), '--public', '--output', edition], { at: JULY }));
    expect(seen(edition, {}, '--against', recordIn(whole))).toMatchObject({ exit: 0, points: {} });
    const other = copy(sealed);
    drawDice(other, OTHER_DICE);
    done(other, JULY, 'reveal', BATCH);
    expect(seen(edition, {}, '--against', recordIn(other))).toMatchObject({ exit: 5, points: { edition: 'different' } });
    const id = codeOf(rowsIn(whole, 'rounds/0/targets.jsonl')[0]!.id);
    mustEnd(ssj(['prove', recordIn(whole), id, '--output', proof]));
    const rows = (text: string): string => text.split('\n').slice(1).join('\n');
    putTexts(doctored, new Map([...textsOf(edition)].map(([path, text]) => [path, path === 'rounds/0/targets.jsonl' ? rows(text) : text])));
    expect(seen(doctored)).toMatchObject({ exit: 5, points: { targets: 'different' } });
    expect(ssj(['prove', '--check', proof, doctored]).exit).toBe(5);
  });

  const keyFile = (folder: string, kind: string): string => join(root, folder, `${kind}-张三.json`);
  const evidenced = join(root, 'evidenced');
  beforeAll(() => {
    for (const folder of ['notary', 'forger']) mustEnd(ssj(['key', 'new', '张三', '--body', '公证处', '--output-dir', join(root, folder)], { cwd: copyOf(imported, join(root, folder)) }));
    copyOf(atOnce, evidenced);
    sealDice(evidenced, 'P-3', '--at-once', '--not-before', FAR);
    for (const folder of ['notary', 'forger']) mustEnd(ssj(['sign', BATCH, '--key', keyFile(folder, '私钥'), '--output', join(root, `${folder}.json`)], { dir: evidenced }));
  });
  test('a forged key of a notary proves nothing to whoever knows the real one', () => {
    const dir = copy(evidenced);
    mustEnd(ssj(['evidence', 'add', BATCH, join(root, 'forger.json')], { dir }));
    done(dir, AFTER_FAR, 'draw', BATCH, '--seed', DICE);
    for (const trust of [[], ['--trust-key', keyFile('notary', '公钥')]]) expect(seenAlone(dir, DRAW, '--strict', ...trust)).toMatchObject({ exit: 6, verdict: 'identical', claims: { 'sealed-before-seed': { isShown: false, evidence: [{ isTrusted: false }] } } });
    const honest = copy(evidenced);
    mustEnd(ssj(['evidence', 'add', BATCH, join(root, 'notary.json')], { dir: honest }));
    done(honest, AFTER_FAR, 'draw', BATCH, '--seed', DICE);
    expect(seenAlone(honest, DRAW, '--strict', '--trust-key', keyFile('notary', '公钥'))).toMatchObject({ exit: 0, claims: { 'sealed-before-seed': { isShown: true } } });
  });
  test('evidence swapped between draws, or over a seal that was changed, is refused and found', () => {
    const dir = copy(evidenced);
    const before = treeOf(dir);
    const ran = ssj(['evidence', 'add', 'P-3', join(root, 'notary.json')], { dir });
    expect([ran.exit, codesIn(ran.stderr)]).toEqual([5, ['evidence-of-other-draw']]);
    expect(treeOf(dir)).toEqual(before);
    mustEnd(ssj(['evidence', 'add', BATCH, join(root, 'notary.json')], { dir }));
    const folder = join(root, 'changed-under-evidence');
    putTexts(folder, toldLies(textsOf(recordIn(dir)), { 'sealed.json': ([first]) => void Object.assign(first!['batch'] as Loose, { name: '换一个名称' }) }));
    expect(seen(folder)).toMatchObject({ exit: 5, points: { evidence: 'different' }, codes: expect.arrayContaining(['statement-differs']) });
  });
});

describe('many draws', () => {
  const inputsOf = (texts: Texts) => {
    const reading = readSealedInputs(texts, sha256);
    if (!reading.ok) throw new TypeError('the record cannot be read');
    return reading.value.inputs;
  };
  test('correlation across 24 draws of one seed is that of independent draws', () => {
    const inputs = inputsOf(textsOf(recordIn(atOnce)));
    const times = new Map<string, number>();
    let shared = 0;
    const SEEDS = 50;
    for (let number = 0; number < SEEDS; number += 1) {
      const draws = Array.from({ length: 24 }, (_, index) => {
        const drawId = `652722-2026-${String(index + 1).padStart(4, '0')}` as typeof inputs.sealed.drawId;
        return new Set<string>(selectTargets({ sealed: { ...inputs.sealed, drawId }, start: mainStart(inputs), seed: `typed:=${String(number)}`, hash: sha256 }).map(({ id }) => id));
      });
      for (const one of draws) for (const id of one) times.set(id, (times.get(id) ?? 0) + 1);
      for (const [index, one] of draws.entries()) for (const two of draws.slice(0, index)) shared += [...one].filter((id) => two.has(id)).length;
    }
    const mean = shared / (SEEDS * (24 * 23) / 2);
    const counts = [...times.values()];
    console.log(`24 draws of 10 of 40 on one seed, ${SEEDS} seeds: ${mean.toFixed(3)} targets shared by two draws (2.5 expected); each target drawn ${Math.min(...counts)} to ${Math.max(...counts)} times (300 expected, deviation 15)`);
    expect(Math.abs(mean - 2.5)).toBeLessThan(0.05);
    for (const count of counts) expect(Math.abs(count - 300)).toBeLessThan(3.5 * 15);
  });
  test('the same people are together no more often than chance has it', () => {
    const inputs = inputsOf(textsOf(recordIn(atOnce)));
    const ids = inputs.frame.slice(0, 10).map(({ id }) => id);
    const pairs = new Map<string, number>();
    const SEEDS = 300;
    for (let number = 0; number < SEEDS; number += 1) {
      for (const { agency, inspectors } of matchDrawn({ inputs, start: mainStart(inputs), drawn: ids, seed: `typed:=${String(number)}`, hash: sha256 }).assignments ?? []) {
        if (agency === 'SCJG') pairs.set(inspectors.join(' '), (pairs.get(inspectors.join(' ')) ?? 0) + 1);
      }
    }
    const shares = [...pairs.values()].map((count) => count / (SEEDS * 10 / 10));
    console.log(`10 visits by 2 of 5 people, ${SEEDS} seeds: a pair meets ${Math.min(...shares).toFixed(3)} to ${Math.max(...shares).toFixed(3)} times a draw (1 expected)`);
    expect(pairs.size).toBe(10);
    for (const share of shares) expect(Math.abs(share - 1)).toBeLessThan(0.25);
  });
});

test('docs/trust-model.md names every test of this file and no other', () => {
  const document = readFileSync(join(ROOT, 'docs/trust-model.md'), 'utf8');
  const sections = document.split(/^### /m).slice(1);
  const named = sections.flatMap((section) => [...section.matchAll(/^试验：`(.+)`$/gm)].map(([, name]) => name));
  const own = [...readFileSync(join(ROOT, 'test/attacks.test.ts'), 'utf8').matchAll(/^  test\('(.+?)', /gm)].map(([, name]) => name);
  expect(own.length).toBeGreaterThan(35);
  expect(named).toEqual(own);
  expect(sections.filter((section) => !/^试验：/m.test(section))).toEqual([]);
});
