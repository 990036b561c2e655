import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { codesIn, jsonOf, mustEnd, type Ran, replay, ROOT, ssj } from '../support/run-ssj.js';
import { copyOf, scratch, treeOf } from '../support/scratch.js';
import { FILES, fillIn, PLAN_HEADER } from '../support/small-county.js';
import { openWorkbook, saveWorkbook } from '../support/workbooks.js';

/** A province's real registry, which is not part of the project: names and codes stay where they are. */
const REAL = join(process.env.SSJ_REAL_WORKBOOKS ?? join(ROOT, '../shared/data'), 'registry-42782-rows.xlsx');
const isThere = existsSync(REAL);
if (!isThere) console.log(`skipped: no ${REAL}`);

const root = scratch('real');
const dir = join(root, '某县2026');
const DRAW = '652722-2026-0001';
const record = join(dir, '批次', DRAW);
const SEALED = '2026-03-02T09:30:00+08:00';
const AFTER = '2026-12-01T09:30:00+08:00';
const AGENCIES = ['市场监督管理局', '卫生健康委员会', '消防救援大队'] as const;
const at = (time: string, ...args: readonly string[]): Ran => ssj(args, { dir, at: time });
interface Row {
  readonly id: string;
  readonly agency: string;
  readonly inspectors: readonly string[];
}
const rowsOf = (path: string): readonly Row[] => readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));

describe.skipIf(!isThere)('a registry of 42,782 rows as the office keeps it', () => {
  let digest = '';
  let problems: ReturnType<typeof jsonOf>['problems'] = [];

  beforeAll(async () => {
    mustEnd(ssj(['init', dir, '--code', '652722', '--name', '某县', '--year', '2026'], { at: SEALED }));
    copyOf(REAL, join(dir, FILES.target));
    await fillIn(dir, {
      agency: { sheet: '部门', rows: [['部门代码', '部门名称'], ['SCJG', AGENCIES[0]], ['WJW', AGENCIES[1]], ['XF', AGENCIES[2]]] },
      inspector: {
        sheet: '执法检查人员',
        rows: [
          ['单位工号', '姓名', '所在业务部门(机构)', '执法证编号', '执法证有效期', '每批次上限'],
          ...AGENCIES.flatMap((agency, a) => Array.from({ length: 50 }, (_, index) => [`${index + 1}`, `人员${a}${index}`, agency, `65010${a}${index}`, '2029-12-31', 60])),
        ],
      },
      item: { sheet: '抽查事项', rows: [['事项编号', '抽查事项', '检查主体'], ['1', '公示信息检查', AGENCIES.join('、')]] },
      recusal: { sheet: '回避登记', rows: [['所在部门', '单位工号', '检查对象代码', '回避事由']] },
      plan: { sheet: '年度抽查计划', rows: [PLAN_HEADER, ['P-1', '公示信息联合抽查', '1', '3%', AGENCIES[0], AGENCIES.slice(1).join('、'), '2026-03-01至2026-11-30', '', '']] },
    });
  });

  test('three codes of 14 digits stop the import, which changes nothing', () => {
    const before = treeOf(dir);
    const ran = at(SEALED, 'import', '--json');
    expect(ran.exit).toBe(3);
    const output = jsonOf(ran);
    ({ problems } = output);
    const errors = problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(errors).toEqual(['code-unrecognized', 'code-unrecognized', 'code-unrecognized', 'import-has-problems']);
    expect(output.data).toMatchObject({ errors: 3 });
    digest = String(output.data.acceptProblems);
    expect(treeOf(dir)).toEqual(before);
  });

  test('people get the three rows with place and mend, and a copy with the cells marked', async () => {
    const { exit, stderr, stdout } = at(SEALED, 'check');
    expect(exit).toBe(3);
    expect(codesIn(stderr).filter((code) => code === 'code-unrecognized')).toHaveLength(3);
    expect(stdout).toContain('检查对象 42779');
    expect(stdout).toContain('检查对象名录库-问题.xlsx');
    const marked = await openWorkbook(join(dir, '问题清单/检查对象名录库-问题.xlsx'));
    expect(marked.worksheets[0]!.name).toBe('问题清单');
  });

  test('with the three rows accepted by name 42,779 go in, and report and ledger keep the three', () => {
    const other = copyOf(dir, join(root, 'accepted'));
    const { data } = jsonOf(mustEnd(ssj(['import', '--accept-problems', digest, '--json'], { dir: other, at: SEALED })));
    expect(data).toMatchObject({ counts: { targets: 42779 }, refused: 3 });
    const report = JSON.parse(readFileSync(join(other, '快照', String(data.snapshot).slice(0, 16), 'report.json'), 'utf8'));
    expect(report.problems).toBe(digest);
    expect(report.refused).toHaveLength(3);
    const rows = problems.filter(({ code }) => code === 'code-unrecognized').map(({ where }) => where.row);
    expect(report.refused.map(({ code, row }: { code: string; row: number }) => [code, row]).sort()).toEqual(rows.map((row) => ['code-unrecognized', row]).sort());
    const ledger = readFileSync(join(other, '台账.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
    expect(ledger.at(-1)).toMatchObject({ type: 'imported', body: { refused: 3, accepted: digest, snapshot: data.snapshot } });
  });

  test('with three codes of the office in a column of their own all 42,782 go in', async () => {
    const workbook = await openWorkbook(REAL);
    const sheet = workbook.worksheets[0]!;
    const column = sheet.actualColumnCount + 1;
    const bad = problems.filter(({ code }) => code === 'code-unrecognized');
    // Its header stands in the first row.
    sheet.getCell(1, column).value = '自编代码';
    bad.forEach(({ where }, index) => (sheet.getCell(Number(where.row), column).value = `LS-000${index + 1}`));
    await saveWorkbook(join(dir, FILES.target), workbook);
    const { data } = jsonOf(mustEnd(at(SEALED, 'import', '--json')));
    expect(data).toMatchObject({ counts: { targets: 42782, inspectors: 150 }, refused: 0, isNew: true });
    const kinds = rowsOf(join(dir, '快照', String(data.snapshot).slice(0, 16), 'targets.jsonl')).map(({ id }) => id.split(':'));
    const count = (kind: string, length?: number): number => kinds.filter(([own, value = '']) => own === kind && (length === undefined || value.length === length)).length;
    expect([count('uscc'), count('reg', 15), count('reg', 13), count('local')]).toEqual([37419, 5232, 128, 3]);
    expect(kinds).toHaveLength(42782);
  });

  test('two codes that fail their check character are warnings', () => {
    const { exit, stderr } = at(SEALED, 'import');
    expect(exit).toBe(0);
    expect(codesIn(stderr).filter((code) => code === 'code-check-character')).toHaveLength(2);
  });

  test('a batch of 3 % is sealed and drawn: 1,284 targets, each with two people of each of three agencies', () => {
    expect(jsonOf(mustEnd(at(SEALED, 'seal', 'P-1', '--seed', 'dice:d10x20', '--json'))).data).toMatchObject({ drawId: DRAW, pool: 42782, quota: 1284 });
    const { data } = jsonOf(mustEnd(ssj(['draw', 'P-1', '--seed', '08772473296991897540', '--json'], { dir, at: SEALED, seconds: 60 })));
    expect(data).toMatchObject({ targets: 1284, outcome: 'matched' });
    const assignments = rowsOf(join(record, 'rounds/0/assignments.jsonl'));
    expect(assignments).toHaveLength(3 * 1284);
    for (const { agency, inspectors } of assignments) {
      expect(new Set(inspectors).size).toBe(2);
      expect(inspectors.every((id) => id.startsWith(`${agency}/`))).toBe(true);
    }
    const loads = new Map<string, number>();
    for (const id of assignments.flatMap(({ inspectors }) => inspectors)) loads.set(id, (loads.get(id) ?? 0) + 1);
    expect(Math.max(...loads.values())).toBeLessThanOrEqual(60);
  });

  test('after the revelation both implementations say 一致', () => {
    mustEnd(at(AFTER, 'reveal', 'P-1'));
    expect(mustEnd(ssj(['verify', record])).stdout).toContain('核验结论：一致');
    expect(mustEnd(replay(record)).stdout).toMatch(/^结论 {2}一致/m);
    mustEnd(at(AFTER, 'ledger', 'check'));
  });
});
