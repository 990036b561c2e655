import { createHash } from 'node:crypto';
import { chownSync, chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { codesIn, jsonOf, mustEnd, paragraphs, type Ran, replay, type RunOptions, ssj } from '../support/run-ssj.js';
import { copyOf, filesOf, scratch, treeOf } from '../support/scratch.js';
import { BATCH, DICE, FILES, fillIn, makeSmallCounty, PLAN_HEADER, planRow, smallTables, SPRING, type Tables, withCell, withRow } from '../support/small-county.js';

const root = scratch('bad');
const KL8 = '01.05.09.12.17.23.28.30.31.36.41.44.48.52.57.60.66.71.75.80';
const DRAW = '652722-2026-0001';
/** The county on its way; each test works on a copy. */
const STAGES = ['filled', 'imported', 'dice', 'dice6', 'lottery', 'drawn', 'whole'] as const;
type Stage = (typeof STAGES)[number];
let copies = 0;
const at = (stage: Stage): string => copyOf(join(root, stage), join(root, `copy-${(copies += 1)}`));

beforeAll(async () => {
  const next = (from: Stage, to: Stage, ...commands: readonly (readonly string[])[]): void => {
    const dir = copyOf(join(root, from), join(root, to));
    for (const words of commands) mustEnd(ssj(words, { dir, at: words[0] === 'reveal' ? '2026-07-01T09:00:00+08:00' : SPRING }));
  };
  await makeSmallCounty(join(root, 'filled'));
  next('filled', 'imported', ['import']);
  next('imported', 'dice', ['seal', BATCH, '--seed', 'dice:d10x20', '--not-before', '2026-03-02T09:30']);
  next('imported', 'dice6', ['seal', BATCH, '--seed', 'dice:d6x25']);
  next('imported', 'lottery', ['seal', BATCH, '--seed', 'lottery:kl8:2026315']);
  next('dice', 'drawn', ['draw', BATCH, '--seed', DICE]);
  next('drawn', 'whole', ['reveal', BATCH]);
});

interface Expected {
  readonly exit: number;
  readonly code: string;
  /** What the sentence must name: the place, the value. */
  readonly says?: readonly string[];
}

/** Refused with a Chinese sentence that ends in its code and says how to mend it; the folder is as it was. */
const expectRefusal = (ran: Ran, { exit, code, says = [] }: Expected): string => {
  expect(codesIn(ran.stderr), `${ran.stdout}${ran.stderr}`).toContain(code);
  const sentence = paragraphs(ran.stderr).find((line) => line.endsWith(`（${code}）`)) ?? '';
  expect(sentence).toMatch(/^错误 {2}.*[\u4e00-\u9fff]/u);
  expect(sentence, 'how to mend it').toMatch(/请|用|要|应|录/);
  for (const words of says) expect(sentence.replace(/ /g, '')).toContain(words.replace(/ /g, ''));
  expect(ran.exit, ran.stderr).toBe(exit);
  return sentence;
};

const refuses = (dir: string, words: readonly string[], expected: Expected, options: RunOptions = {}): string => {
  const before = treeOf(dir);
  const sentence = expectRefusal(ssj(words, { dir, at: SPRING, ...options }), expected);
  expect(treeOf(dir)).toEqual(before);
  return sentence;
};

describe('a registry that cannot be read is not imported', () => {
  const cases: readonly (readonly [string, Partial<Tables> | ((dir: string) => void), Omit<Expected, 'exit'>])[] = [
    ['a missing workbook', (dir) => rmSync(join(dir, FILES.inspector)), { code: 'file-missing', says: ['执法检查人员名录库.xlsx'] }],
    ['a sheet without the headers', { target: { sheet: '表1', rows: [['甲', '乙'], ['1', '2']] } }, { code: 'sheet-without-header', says: ['检查对象名录库.xlsx', '表1'] }],
    ['a missing column', { inspector: { ...smallTables.inspector, rows: smallTables.inspector.rows.map(([number, , ...rest]) => [number!, ...rest]) } }, { code: 'column-missing', says: ['执法检查人员名录库.xlsx', '姓名'] }],
    ['two columns for one header', { target: { ...smallTables.target, rows: smallTables.target.rows.map((row, index) => [row[0]!, row[1]!, index === 0 ? '注册号' : '', index === 0 ? '统一社会信用代码' : '', ...row.slice(2)]).map((row, index) => (index === 0 ? row.map((cell) => (cell === '注册号/统一社会信用代码' ? '备用' : cell)) : row)) } }, { code: 'column-ambiguous', says: ['检查对象名录库.xlsx', '统一社会信用代码'] }],
    ['one id under two names', { target: withRow(smallTables.target, ['另一家商店', '652722000000001', '东镇', '存续', '食品经营']) }, { code: 'id-under-two-names', says: ['第 42 行', '652722000000001'] }],
    ['an 18-digit code kept as a number', { target: withCell(smallTables.target, 3, '注册号/统一社会信用代码', 916527220000000000) }, { code: 'code-precision-lost', says: ['第 3 行', '注册号/统一社会信用代码'] }],
    ['an unknown agency', { inspector: withCell(smallTables.inspector, 4, '所在业务部门(机构)', '市场监督局') }, { code: 'agency-unknown', says: ['第 4 行', '市场监督局', '是不是“市场监督管理局”？'] }],
    ['a lapsed licence', { inspector: withCell(smallTables.inspector, 5, '执法证有效期', '2025-12-31') }, { code: 'licence-lapsed', says: ['第 5 行', '2025-12-31'] }],
    ['a capacity of -1', { inspector: withCell(smallTables.inspector, 2, '每批次上限', -1) }, { code: 'capacity-bad', says: ['第 2 行', '-1'] }],
    ['a capacity in words', { inspector: withCell(smallTables.inspector, 2, '每批次上限', '三') }, { code: 'capacity-bad', says: ['第 2 行', '三'] }],
    ['an old .xls', (dir) => writeFileSync(join(dir, FILES.item), Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex')), { code: 'file-not-xlsx', says: ['随机抽查事项清单.xlsx', '.xls', '另存为'] }],
    ['a CSV', (dir) => writeFileSync(join(dir, FILES.item), '事项编号,抽查事项,检查主体\n1,经营资质检查,SCJG\n'), { code: 'file-not-xlsx', says: ['随机抽查事项清单.xlsx', 'CSV'] }],
    ['an empty file', (dir) => writeFileSync(join(dir, FILES.item), ''), { code: 'file-not-xlsx', says: ['随机抽查事项清单.xlsx', '空文件'] }],
    ['a half of an xlsx', (dir) => writeFileSync(join(dir, FILES.item), readFileSync(join(dir, FILES.item)).subarray(0, 3000)), { code: 'file-unreadable', says: ['随机抽查事项清单.xlsx'] }],
    ['no rows under the header', { target: { ...smallTables.target, rows: smallTables.target.rows.slice(0, 1) } }, { code: 'registry-empty', says: ['检查对象名录库.xlsx'] }],
  ];
  test.each(cases)('%s', async (_, change, expected) => {
    const dir = at('filled');
    if (typeof change === 'function') change(dir);
    else await fillIn(dir, change);
    refuses(dir, ['import'], { ...expected, exit: 3 });
  });

  test('check finds the same, of all workbooks at once, marks the cells in copies, and blames no other workbook for it', async () => {
    const dir = at('filled');
    rmSync(join(dir, FILES.agency));
    writeFileSync(join(dir, FILES.item), '');
    await fillIn(dir, { target: withCell(smallTables.target, 3, '注册号/统一社会信用代码', 916527220000000000), inspector: withCell(smallTables.inspector, 2, '每批次上限', '三') });
    for (const code of ['file-missing', 'file-not-xlsx', 'code-precision-lost', 'capacity-bad']) refuses(dir, ['check'], { exit: 3, code });
    expect(filesOf(join(dir, '问题清单'))).toEqual(['执法检查人员名录库-问题.xlsx', '检查对象名录库-问题.xlsx', '随机抽查事项清单-问题.xlsx']);
  });

  test('a capacity of 0 is fine: the person is not drawn', async () => {
    const dir = at('filled');
    await fillIn(dir, { inspector: withCell(smallTables.inspector, 2, '每批次上限', 0) });
    mustEnd(ssj(['import'], { dir, at: SPRING }));
    const { problems } = jsonOf(mustEnd(ssj(['plan', BATCH, '--json'], { dir, at: SPRING })));
    expect(problems).toMatchObject([{ code: 'inspectors-not-drawn', severity: 'warning', fields: { inspectors: ['SCJG/001'], reason: 'capacity-zero' } }]);
  });

  test('problems can be accepted only by their own digest', async () => {
    const dir = at('filled');
    await fillIn(dir, { target: withCell(smallTables.target, 3, '注册号/统一社会信用代码', '12') });
    refuses(dir, ['import', '--accept-problems', 'f'.repeat(64)], { exit: 7, code: 'accepted-digest-differs' });
    refuses(dir, ['import', '--accept-problems', '0'], { exit: 7, code: 'accepted-digest-differs' });
  });
});

describe('a plan that cannot be drawn is not sealed', () => {
  const seal = (number: string): readonly string[] => ['seal', number, '--seed', 'dice:d10x20'];
  const rows: readonly (readonly [string, Parameters<typeof planRow>[1], Expected])[] = [
    ['a ratio of abc', { ratio: 'abc' }, { exit: 3, code: 'ratio-unreadable', says: ['第 2 行', 'abc', '5%'] }],
    ['a ratio of 300%', { ratio: '300%' }, { exit: 3, code: 'ratio-out-of-range', says: ['第 2 行', '300%'] }],
    ['a ratio of 5', { ratio: '5' }, { exit: 3, code: 'ratio-ambiguous', says: ['第 2 行', '5%', '5户'] }],
    ['a ratio of 待定', { ratio: '待定' }, { exit: 3, code: 'ratio-undecided', says: ['第 2 行'] }],
    ['more than the pool has', { ratio: '41户' }, { exit: 3, code: 'quota-above-pool', says: ['41', '40'] }],
    ['a pool that is empty', { areas: '东镇', tags: '药品经营' }, { exit: 3, code: 'pool-empty', says: [BATCH] }],
    ['a filter value nobody has', { tags: '食品经销' }, { exit: 3, code: 'filter-value-unknown', says: ['限定标签', '食品经销', '是不是“食品经营”？'] }],
    ['an unknown lead agency', { lead: '统计局' }, { exit: 3, code: 'batch-agency-unknown', says: ['第 2 行', '统计局'] }],
    ['an unknown item', { items: '1、99' }, { exit: 3, code: 'batch-item-unknown', says: ['第 2 行', '99'] }],
  ];
  test.each(rows)('%s', async (_, change, expected) => {
    const dir = at('imported');
    await fillIn(dir, { plan: { sheet: '年度抽查计划', rows: [PLAN_HEADER, planRow(BATCH, change)] } });
    refuses(dir, seal(BATCH), expected);
  });

  test('a number that is in no plan', () => {
    const dir = at('imported');
    for (const words of [seal('P-9'), ['plan', 'P-9'], ['forecast', 'P-9'], ['publish', 'plan', 'P-9']]) refuses(dir, words, { exit: 2, code: 'batch-unknown', says: ['P-9', BATCH] });
  });

  test('one person where two are needed: exit 4, with the target, the person and the repairs that were tried', () => {
    const dir = at('imported');
    const before = treeOf(dir);
    const ran = ssj(seal('P-2'), { dir, at: SPRING });
    expectRefusal(ran, { exit: 4, code: 'forecast-above-limit' });
    for (const words of ['消防救援大队', '某某商店', '消防救援大队员1（XF/001）', '借调', '推迟检查']) expect(ran.stdout).toContain(words);
    expect(treeOf(dir)).toEqual(before);
    const forecast = ssj(['forecast', 'P-2', '--output', join(dir, '说明.xlsx')], { dir, at: SPRING });
    expect(forecast.exit).toBe(4);
    for (const words of ['借调', '最多承载(户)', '已写出', '全部做到就能匹配']) expect(forecast.stdout).toContain(words);
    expect(filesOf(dir)).toContain('说明.xlsx');
    const again = ssj(['forecast', 'P-2', '--output', join(dir, '说明.xlsx')], { dir, at: SPRING });
    expectRefusal(again, { exit: 7, code: 'output-exists', says: ['说明.xlsx'] });
    const { outlook, example } = jsonOf(ssj(['forecast', 'P-2', '--json'], { dir, at: SPRING })).data;
    expect(outlook).toEqual(expect.arrayContaining([expect.objectContaining({ agency: 'XF', carries: 0, isWholePool: false })]));
    expect(example).toEqual(expect.arrayContaining([expect.objectContaining({ agency: 'XF', combination: expect.objectContaining({ isCheapest: false }) })]));
  });

  test('sealed all the same, the draw keeps its targets, assigns nobody and says why', () => {
    const dir = at('imported');
    mustEnd(ssj([...seal('P-2'), '--accept-forecast'], { dir, at: SPRING }));
    const ran = ssj(['draw', 'P-2', '--seed', DICE], { dir, at: SPRING });
    expectRefusal(ran, { exit: 4, code: 'draw-infeasible', says: ['P-2'] });
    for (const words of ['消防救援大队', '某某商店', '消防救援大队员1（XF/001）', '借调', '推迟检查']) expect(ran.stdout).toContain(words);
    expect(filesOf(dir).filter((path) => path.startsWith('派发/'))).toEqual([]);
    expect(filesOf(dir)).toContain(`问题清单/无法匹配说明-${DRAW}.xlsx`);
    expect(ran.stdout).toContain(`无法匹配说明-${DRAW}.xlsx`);
    mustEnd(ssj(['reveal', 'P-2'], { dir, at: '2026-07-01T09:00:00+08:00' }));
    mustEnd(ssj(['verify', 'P-2'], { dir }));
    mustEnd(replay(join(dir, '批次', DRAW)));
  });
});

describe('a seed that is not the sealed one is refused', () => {
  const values: readonly (readonly [string, Stage, readonly string[], Expected])[] = [
    ['empty', 'dice', ['--seed', ''], { exit: 2, code: 'seed-empty' }],
    ['missing, where nobody can be asked', 'dice', [], { exit: 2, code: 'seed-value-missing', says: ['d10x20'] }],
    ['with full-width digits', 'dice', ['--seed', `０${DICE.slice(1)}`], { exit: 2, code: 'seed-not-ascii', says: ['第 1 个'] }],
    ['of another kind, the whole line', 'dice', ['--seed', `lottery:kl8:2026315=${KL8}`], { exit: 2, code: 'seed-of-another-source', says: ['lottery:kl8:2026315', 'dice:d10x20'] }],
    ['of another kind, the value alone', 'dice', ['--seed', KL8], { exit: 2, code: 'dice-face', says: ['第 3 个'] }],
    ['of another issue, the whole line', 'lottery', ['--seed', `lottery:kl8:2026316=${KL8}`], { exit: 2, code: 'seed-of-another-source', says: ['2026316', '2026315'] }],
    ['the whole line instead of its value', 'dice', ['--seed', `dice:d10x20=${DICE}`], { exit: 2, code: 'seed-value-only' }],
    ['too few dice', 'dice', ['--seed', DICE.slice(1)], { exit: 2, code: 'dice-count', says: ['20', '19'] }],
    ['too many dice', 'dice', ['--seed', `${DICE}1`], { exit: 2, code: 'dice-count', says: ['20', '21'] }],
    ['a 7 on six faces', 'dice6', ['--seed', '1234561234561234561234567'], { exit: 2, code: 'dice-face', says: ['第 25 个', '7'] }],
    ['a number twice', 'lottery', ['--seed', KL8.replace('05', '01')], { exit: 2, code: 'lottery-repeated', says: ['01'] }],
    ['numbers in the order drawn', 'lottery', ['--seed', KL8.replace('05.09', '09.05')], { exit: 2, code: 'lottery-order', says: ['09', '05'] }],
    ['a number too high', 'lottery', ['--seed', KL8.replace('80', '81')], { exit: 2, code: 'lottery-range', says: ['81', '80'] }],
    ['two values for one source', 'dice', ['--seed', DICE, '--seed', DICE], { exit: 2, code: 'seed-count-differs', says: ['1', '2'] }],
    ['a witness without an agency', 'dice', ['--seed', DICE, '--witness', '张三'], { exit: 2, code: 'witness-bad', says: ['张三'] }],
    ['a sheet that is not there', 'dice', ['--seed', DICE, '--sheet', '没有.pdf'], { exit: 3, code: 'file-missing', says: ['没有.pdf'] }],
  ];
  test.each(values)('%s', (_, stage, words, expected) => {
    refuses(at(stage), ['draw', BATCH, ...words], expected);
  });

  test('before anything is sealed, before its time, and after it was used', () => {
    refuses(at('imported'), ['draw', BATCH, '--seed', DICE], { exit: 7, code: 'batch-not-sealed', says: [BATCH] });
    refuses(at('dice'), ['draw', BATCH, '--seed', DICE], { exit: 7, code: 'not-yet-before', says: ['2026-03-02T09:30:00+08:00'] }, { at: '2026-03-02T09:29:59+08:00' });
    refuses(at('drawn'), ['draw', BATCH, '--seed', DICE], { exit: 7, code: 'already-drawn' });
  });

  test.each([
    ['one party alone', 'joint:A', 'joint-parties-bad'],
    ['another beacon', 'drand:fastnet:1000', 'seed-source-unknown'],
    ['a source nobody knows', 'horoscope:2026', 'seed-source-unknown'],
    ['a source with its value', `dice:d10x20=${DICE}`, 'seed-source-unknown'],
  ])('sealing with %s', (_, source, code) => {
    refuses(at('imported'), ['seal', BATCH, '--seed', source], { exit: 2, code, says: [source] });
  });

  test('sealing the same batch again, sealed or drawn or revealed', () => {
    for (const stage of ['dice', 'drawn', 'whole'] as const) refuses(at(stage), ['seal', BATCH, '--seed', 'dice:d10x20'], { exit: 7, code: 'batch-already-sealed', says: [BATCH, DRAW] });
  });

  test('terms of a seal that cannot be', () => {
    const dir = at('imported');
    const seal = (...words: readonly string[]): readonly string[] => ['seal', BATCH, '--seed', 'dice:d10x20', ...words];
    refuses(dir, seal('--not-before', '明天'), { exit: 2, code: 'time-bad', says: ['明天'] });
    refuses(dir, seal('--reveal-by', '2026-02-30'), { exit: 2, code: 'date-bad', says: ['2026-02-30'] });
    refuses(dir, seal('--at-once', '--reveal-by', '2026-12-30'), { exit: 2, code: 'option-conflict', says: ['--at-once', '--reveal-by'] });
    refuses(dir, [...seal(), '--seed', 'dice:d10x20'], { exit: 2, code: 'seed-source-twice' });
  });

  test('a promise to reveal before the visits are over, which nobody could keep', () => {
    const dir = at('imported');
    const before = treeOf(dir);
    const { exit, stdout } = ssj(['seal', BATCH, '--seed', 'dice:d10x20', '--reveal-by', '2026-03-01'], { dir, at: SPRING });
    expect(exit, stdout).not.toBe(0);
    expect(treeOf(dir)).toEqual(before);
  });

  test('lists and secrets that are not due', () => {
    refuses(at('dice'), ['publish', 'draw', BATCH], { exit: 7, code: 'not-drawn-yet' });
    refuses(at('imported'), ['publish', 'draw', BATCH], { exit: 7, code: 'batch-not-sealed' });
    refuses(at('dice'), ['reveal', BATCH], { exit: 7, code: 'not-drawn-yet' });
    refuses(at('drawn'), ['reveal', BATCH], { exit: 7, code: 'visits-not-finished', says: ['2026-06-30'] });
    refuses(at('whole'), ['reveal', BATCH], { exit: 7, code: 'already-revealed' });
  });

  test('a secret file that is lost or is another one', () => {
    const lost = at('dice');
    const file = join(lost, '批次', `${DRAW}.密钥.json`);
    renameSync(file, join(lost, 'elsewhere'));
    refuses(lost, ['draw', BATCH, '--seed', DICE], { exit: 7, code: 'secret-file-missing', says: [`${DRAW}.密钥.json`] });
    writeFileSync(file, JSON.stringify({ drawId: DRAW, secret: 'a'.repeat(64) }));
    refuses(lost, ['draw', BATCH, '--seed', DICE], { exit: 7, code: 'secret-file-wrong' });
  });
});

describe('words that are no command are refused with help', () => {
  const said = (words: readonly string[], ...says: readonly string[]): void => {
    const { exit, stdout, stderr } = ssj(words, { cwd: root });
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^用法有误：.*（[a-zA-Z]+）\n$/u);
    for (const text of says) expect(stderr).toContain(text);
    expect(exit).toBe(2);
  };
  test('an unknown command', () => said(['sael', BATCH], '没有命令 sael', '是不是想输入 seal？'));
  test('an unknown option', () => said(['import', '--quite'], '没有选项 --quite', '是不是想输入 --quiet？'));
  test('a missing argument', () => said(['forecast'], '缺少参数 <批次>'));
  test('a missing option', () => said(['seal', BATCH], '缺少必需的选项 --seed'));
  test('an option without its value', () => said(['draw', BATCH, '--seed'], '--seed'));
  test('a word that is none of the choices', () => said(['publish', 'results'], 'results'));
  test('too many arguments', () => said(['import', 'x'], '参数太多'));
  test('a folder that is no county', () => {
    const dir = join(root, 'nothing');
    mkdirSync(dir);
    refuses(dir, ['check'], { exit: 2, code: 'workspace-missing', says: ['ssj init'] });
  });
  test('a clock that is no time', () => {
    const dir = at('imported');
    for (const value of ['abc', '-1', '1.5', '99999999999999']) refuses(dir, ['plan'], { exit: 2, code: 'clock-invalid', says: [value] }, { env: { SOURCE_DATE_EPOCH: value } });
  });
  test('a number of simulated draws that is none', () => {
    const dir = at('imported');
    for (const value of ['abc', '0', '-5', '2.5']) {
      const { exit, stderr } = ssj(['forecast', BATCH, '--draws', value], { dir, at: SPRING });
      expect(exit, `--draws ${value}: ${stderr}`).toBe(2);
    }
  });
  test('a year or a code of the office that is none', () => {
    for (const words of [['--code', '652722', '--name', '某县', '--year', 'abc'], ['--code', '', '--name', '某县'], ['--code', '65 27', '--name', '某县']]) {
      const { exit, stderr } = ssj(['init', join(root, 'never'), ...words], { at: SPRING });
      expect(exit, stderr).toBe(2);
      expect(stderr).toMatch(/[\u4e00-\u9fff].*（(?:settings-invalid|invalidArgument)）/su);
    }
    expect(filesOf(root).some((path) => path.startsWith('never'))).toBe(false);
  });
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a record or ledger that somebody touched is found out', () => {
  const verify = (record: string): Ran => ssj(['verify', record]);
  const named = ({ stdout, stderr }: Ran): string => `${stdout}${stderr}`.replace(/\n +/g, '');

  test('a changed byte in any file: both implementations say 不一致 or 无法核验, and ours names the file', () => {
    const dir = at('whole');
    const record = join(dir, '批次', DRAW);
    const files = filesOf(record).filter((path) => readFileSync(join(record, path)).length > 0);
    expect(files.length).toBeGreaterThanOrEqual(16);
    for (const path of files) {
      const file = join(record, path);
      const bytes = readFileSync(file);
      const changed = Buffer.from(bytes);
      const place = Math.floor(bytes.length / 2);
      changed[place] = changed[place]! ^ 1;
      writeFileSync(file, changed);
      const ran = verify(record);
      expect([5, 6], `${path}: ${named(ran)}`).toContain(ran.exit);
      // Whose digest the manifest has wrong nobody can tell from the record: then the other file is named.
      if (path !== 'manifest.json') expect(named(ran), path).toContain(path);
      expect([5, 6], `replay ${path}`).toContain(replay(record).exit);
      writeFileSync(file, bytes);
    }
    mustEnd(verify(record));
  });

  test('R2: a file that is gone is 无法核验, exit 6, and is named', () => {
    const dir = at('whole');
    const record = join(dir, '批次', DRAW);
    const exits = filesOf(record).map((path) => {
      renameSync(join(record, path), join(dir, 'away'));
      const ran = verify(record);
      expect(named(ran), path).toContain(path);
      const theirs = replay(record).exit;
      renameSync(join(dir, 'away'), join(record, path));
      return [path, ran.exit, theirs];
    });
    mustEnd(verify(record));
    expect(exits).toEqual(filesOf(record).map((path) => [path, 6, 6]));
  });

  test('a scheme of the future cannot be verified by this version', () => {
    const record = join(at('whole'), '批次', DRAW);
    const file = join(record, 'sealed.json');
    const before = readFileSync(file, 'utf8');
    const after = before.replace('"scheme":"ssj/1"', '"scheme":"ssj/9"');
    writeFileSync(file, after);
    const manifest = join(record, 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(sha256(before), sha256(after)));
    const alone = copyOf(record, join(root, 'future'));
    const ran = verify(alone);
    expect(named(ran)).toContain('ssj/9');
    expect(ran.exit, named(ran)).toBe(6);
    expect(replay(alone).exit).toBe(6);
  });

  test('a folder that is no record, and one that is not there', () => {
    refuses(at('dice'), ['verify', join(root, 'dice', '名录库')], { exit: 6, code: 'not-a-record' });
    refuses(at('dice'), ['verify', join(root, 'dice', '批次', '652722-2026-0009')], { exit: 6, code: 'record-missing' });
  });

  test('a changed line of the ledger: no command goes on from it, and ledger check says which', () => {
    const dir = at('dice');
    const file = join(dir, '台账.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"targets":40', '"targets":41'));
    refuses(dir, ['ledger', 'check'], { exit: 5, code: 'ledger-chain', says: ['台账.jsonl'] });
    refuses(dir, ['draw', BATCH, '--seed', DICE], { exit: 7, code: 'ledger-chain' });
    refuses(dir, ['import'], { exit: 7, code: 'ledger-chain' });
  });

  test('a ledger that is gone', () => {
    const dir = at('dice');
    rmSync(join(dir, '台账.jsonl'));
    refuses(dir, ['draw', BATCH, '--seed', DICE], { exit: 3, code: 'ledger-missing', says: ['台账.jsonl'] });
  });

  test('settings that are no JSON, or not the right ones', () => {
    const dir = at('imported');
    writeFileSync(join(dir, 'ssj.json'), '{"format": ');
    refuses(dir, ['seal', BATCH, '--seed', 'dice:d10x20'], { exit: 3, code: 'settings-unreadable', says: ['ssj.json'] });
    writeFileSync(join(dir, 'ssj.json'), '{"format":"ssj-settings/1"}');
    refuses(dir, ['seal', BATCH, '--seed', 'dice:d10x20'], { exit: 3, code: 'settings-invalid', says: ['ssj.json'] });
  });
});

describe('a disk or folder that cannot be written to leaves the old state', () => {
  const isRoot = process.getuid?.() === 0;

  test('a folder the user may not write to', () => {
    if (!isRoot) return console.log('skipped: only root can be another user');
    const dir = at('imported');
    for (const path of ['', ...Object.keys(treeOf(dir)), '问题清单']) {
      chownSync(join(dir, path), 65534, 65534);
      chmodSync(join(dir, path), filesOf(dir).includes(path) ? 0o444 : 0o555);
    }
    refuses(dir, ['seal', BATCH, '--seed', 'dice:d10x20'], { exit: 7, code: 'folder-not-writable' }, { user: 65534, cwd: '/' });
    mustEnd(ssj(['plan', BATCH], { dir, at: SPRING, user: 65534, cwd: '/' }));
  });

  test('a disk that is full', () => {
    const disk = join(root, 'disk');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status !== 0) return console.log('skipped: no small disk can be mounted here');
    try {
      for (const [stage, words] of [['filled', ['import']], ['imported', ['seal', BATCH, '--seed', 'dice:d10x20']], ['dice', ['draw', BATCH, '--seed', DICE]]] as const) {
        const dir = copyOf(join(root, stage), join(disk, 'county'));
        // What is left of the disk is filled until a few kilobytes remain.
        spawnSync('bash', ['-c', `cat /dev/zero > '${join(disk, 'filler')}'; truncate -s -8K '${join(disk, 'filler')}'`]);
        refuses(dir, words, { exit: 7, code: 'disk-full' });
        rmSync(join(disk, 'filler'));
        mustEnd(ssj(words, { dir, at: SPRING }));
        rmSync(dir, { recursive: true });
      }
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  test('a limit on the size of files', () => {
    const dir = at('filled');
    refuses(dir, ['import'], { exit: 7, code: 'disk-full' }, { shell: 'ulimit -f 1; trap "" XFSZ' });
  });
});
