/** What the sample county promises, read back from its workbooks (docs/excel-format.md). */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { isPlainDate } from '../packages/core/src/base/plain-date.js';
import { SAME_PERSON_GROUND } from '../packages/core/src/registry/same-person.js';
import { hasRightCheckCharacter } from '../packages/core/src/registry/uscc.js';
import { recusalTable } from '../packages/cli/src/excel/columns/recusal.js';

type Row = Readonly<Record<string, string>>;
interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
  /** Texts above the header and rows that are for people only. */
  readonly besides: readonly string[];
}

const here = fileURLToPath(new URL('.', import.meta.url));
const county = join(here, 'county');
const paths = {
  agencies: '名录库/部门.xlsx',
  targets: '名录库/检查对象名录库.xlsx',
  inspectors: '名录库/执法检查人员名录库.xlsx',
  items: '名录库/随机抽查事项清单.xlsx',
  recusals: '名录库/回避登记.xlsx',
  plan: '计划/年度抽查计划.xlsx',
} as const;
type Name = keyof typeof paths;

/** Columns in the words of docs/excel-format.md; the first one finds the header. */
const columns: Readonly<Record<Name, string>> = {
  agencies: '部门代码 部门名称 别名',
  targets: '企业名称 注册号/统一社会信用代码 自编代码 原注册号 登记机关 管辖单位 主体类型 成立日期 登记状态 所属行业 信用风险等级 经营地址 专项库/标签 上次检查日期',
  inspectors: '单位工号 姓名 所在业务部门(机构) 岗位资质资格 执法证编号 执法证有效期 工商执法证编号 工商执法证有效期 执法人员状态 每批次上限 可任组长',
  items: '事项编号 抽查类别 抽查事项 检查对象 事项类别 检查方式 检查主体 检查依据 适用主体类型 适用行业 适用标签 所需资质 每部门人数',
  recusals: '所在部门 单位工号 姓名 检查对象代码 企业名称 回避事由 申报日期',
  plan: '抽查计划编号 任务名称 抽查类型 抽查事项 检查对象 抽查比例(数量) 信用风险分类要求 发起部门 配合部门 检查方式 起止时间 限定区域 限定行业 限定主体类型 限定标签 限定风险等级',
};

const shown = (value: ExcelJS.CellValue): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'string' && typeof value !== 'number') throw new TypeError(`shown: ${JSON.stringify(value)} is no plain value`);
  return String(value);
};
const isForPeople = (first: string): boolean => /案例|^填写说明|^注：/.test(first);

const readTable = async (name: Name): Promise<Table> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(county, paths[name]));
  const lines: string[][] = [];
  workbook.worksheets[0]!.eachRow((row) => lines.push(Array.from({ length: row.cellCount }, (_, at) => shown(row.getCell(at + 1).value))));
  const top = lines.findIndex((line) => line[0] === columns[name].split(' ')[0]);
  const headers = lines[top]!;
  const body = lines.slice(top + 1).filter(([first = '']) => !isForPeople(first));
  const besides = [...lines.slice(0, top), ...lines.slice(top + 1)].map(([first = '']) => first).filter((first, at) => at < top || isForPeople(first));
  return { headers, rows: body.map((line) => Object.fromEntries(headers.map((header, at) => [header, line[at] ?? '']))), besides };
};

const values = (cell: string): readonly string[] => cell.split(/[，,、；;\n]/).filter((value) => value !== '');
const INACTIVE = ['注销', '吊销', '迁出'];
const AWAY = ['离岗', '离职', '退休', '借调', '病假', '停用'];
const CODE = '注册号/统一社会信用代码';

const tables = {} as Record<Name, Table>;
const agencyOf = new Map<string, string>();
/** Firms by code, their labels from all rows. */
const firms = new Map<string, { readonly row: Row; readonly tags: Set<string> }>();

beforeAll(async () => {
  for (const name of Object.keys(paths) as Name[]) tables[name] = await readTable(name);
  for (const row of tables.agencies.rows) for (const name of [row['部门代码']!, row['部门名称']!, ...values(row['别名']!)]) agencyOf.set(name, row['部门代码']!);
  for (const row of tables.targets.rows) {
    const firm = firms.get(row[CODE]!) ?? { row, tags: new Set<string>() };
    for (const tag of values(row['专项库/标签']!)) firm.tags.add(tag);
    firms.set(row[CODE]!, firm);
  }
}, 60_000);

describe('sample county', () => {
  it('has the columns of the Excel format in every workbook', () => {
    for (const name of Object.keys(paths) as Name[]) expect(tables[name].headers, name).toEqual(columns[name].split(' '));
  });

  it('has 12,362 targets, some of them in two rows that agree in all but the label', () => {
    expect(firms.size).toBe(12_362);
    const extra = tables.targets.rows.length - firms.size;
    expect(extra).toBeGreaterThan(150);
    expect(extra).toBeLessThan(300);
    for (const row of tables.targets.rows) expect({ ...row, '专项库/标签': '' }).toEqual({ ...firms.get(row[CODE]!)!.row, '专项库/标签': '' });
  });

  it('gives every target a name of its own', () => {
    expect(new Set([...firms.values()].map(({ row }) => row['企业名称'])).size).toBe(12_362);
  });

  it('has codes that pass GB 32100, and 15-digit numbers for the rest', () => {
    const codes = [...firms.keys()];
    const unified = codes.filter((code) => code.length === 18);
    expect(unified.filter((code) => !hasRightCheckCharacter(code))).toEqual([]);
    expect(unified.length / codes.length).toBeGreaterThan(0.84);
    expect(unified.length / codes.length).toBeLessThan(0.87);
    for (const code of codes.filter((one) => one.length !== 18)) expect(code).toMatch(/^652722\d{9}$/);
  });

  it('names no former number that is somebody else\'s', () => {
    const former = [...firms.values()].map(({ row }) => row['原注册号']!).filter((code) => code !== '');
    expect(new Set(former).size).toBe(former.length);
    expect(former.filter((code) => firms.has(code))).toEqual([]);
  });

  it('spreads targets over nine units and risk classes 65/25/8/2', () => {
    const rows = [...firms.values()].map(({ row }) => row);
    expect(new Set(rows.map((row) => row['管辖单位'])).size).toBe(9);
    for (const [riskClass, share] of [['A', 65], ['B', 25], ['C', 8], ['D', 2]] as const) {
      expect(Math.abs((rows.filter((row) => row['信用风险等级'] === riskClass).length / rows.length) * 100 - share), riskClass).toBeLessThan(1);
    }
  });

  it('has days that exist', () => {
    for (const { row } of firms.values()) for (const day of [row['成立日期']!, row['上次检查日期']!]) if (day !== '') expect(isPlainDate(day), day).toBe(true);
    expect([...firms.values()].filter(({ row }) => row['上次检查日期'] !== '' && row['上次检查日期']! < row['成立日期']!)).toEqual([]);
  });

  it('has 208 inspectors of known agencies with a title, hints and a sample row around them', () => {
    const { rows, besides } = tables.inspectors;
    expect(rows.length).toBe(208);
    expect(besides.map((text) => text.slice(0, 4))).toEqual(['精河县执', '填写说明', '案例（请']);
    expect(rows.filter((row) => !agencyOf.has(row['所在业务部门(机构)']!))).toEqual([]);
    expect(new Set(rows.map((row) => `${agencyOf.get(row['所在业务部门(机构)']!)}/${row['单位工号']}`)).size).toBe(208);
    for (const row of rows) expect(row['执法证有效期']).toMatch(/^20(28|29|30|31)\D/);
  });

  it('keeps names outside the basic plane and all three middle dots', () => {
    const names = tables.inspectors.rows.map((row) => row['姓名']!);
    expect(names.filter((name) => /[\u{10000}-\u{10ffff}]/u.test(name)).length).toBe(6);
    expect(names.filter((name) => name.includes('\ufffd'))).toEqual([]);
    for (const dot of ['·', '•', '・']) expect(names.some((name) => name.includes(dot)), dot).toBe(true);
  });

  it('has 172 items of known agencies', () => {
    const { rows } = tables.items;
    expect(rows.map((row) => row['事项编号'])).toEqual(Array.from({ length: 172 }, (_, at) => `JH-${String(at + 1).padStart(3, '0')}`));
    expect(new Set(rows.map((row) => row['抽查事项'])).size).toBe(172);
    expect(rows.flatMap((row) => values(row['检查主体']!)).filter((name) => !agencyOf.has(name))).toEqual([]);
  });

  it('has 120 recusals of known people and targets on known grounds', () => {
    const { entries } = JSON.parse(readFileSync(join(here, 'codes/recusal-grounds.json'), 'utf8')) as { entries: readonly { value: string }[] };
    expect(entries.map(({ value }) => value)).toContain(SAME_PERSON_GROUND);
    expect(recusalTable.columns.find(({ key }) => key === 'ground')?.allowed).toEqual(entries.map(({ value }) => value));
    const people = new Map(tables.inspectors.rows.map((row) => [`${agencyOf.get(row['所在业务部门(机构)']!)}/${row['单位工号']}`, row['姓名']]));
    expect(tables.recusals.rows.length).toBe(120);
    for (const row of tables.recusals.rows) {
      expect(people.get(`${agencyOf.get(row['所在部门']!)}/${row['单位工号']}`)).toBe(row['姓名']);
      expect(firms.get(row['检查对象代码']!)?.row['企业名称']).toBe(row['企业名称']);
      expect(entries.map(({ value }) => value)).toContain(row['回避事由']);
    }
  });
});

/** Basis points of a percentage with at most two decimals. */
const basisPoints = (text: string): number => Math.round(Number(/([\d.]+)%/.exec(text)![1]) * 100);
const quotaOf = (ratio: string, pool: number): number => {
  const [rule = ''] = values(ratio);
  if (!rule.includes('%')) return Number(/\d+/.exec(rule)![0]);
  const exact = (pool * basisPoints(rule)) / 10_000;
  const quota = /^(≤|不超过)/.test(rule) ? Math.floor(exact) : Math.ceil(exact);
  const stated = /\((\d+)户\)/.exec(rule)?.[1];
  expect(stated ?? String(quota)).toBe(String(quota));
  return quota;
};
const within = (cell: string, has: Iterable<string>): boolean => cell === '' || [...has].some((value) => values(cell).includes(value));

const frameOf = (batch: Row): readonly Row[] =>
  [...firms.values()]
    .filter(({ row, tags }) => !INACTIVE.includes(row['登记状态']!) && within(batch['限定区域']!, [row['管辖单位']!]) && within(batch['限定行业']!, [row['所属行业']!]) &&
      within(batch['限定主体类型']!, [row['主体类型']!]) && within(batch['限定标签']!, tags) && within(batch['限定风险等级']!, [row['信用风险等级']!]))
    .map(({ row }) => row);

const totalQuota = (batch: Row): number => {
  const frame = frameOf(batch);
  if (batch['信用风险分类要求'] === '') return quotaOf(batch['抽查比例(数量)']!, frame.length);
  return values(batch['信用风险分类要求']!).reduce((sum, part) => {
    const [riskClass, ratio = ''] = part.split(/[:：]/);
    return sum + quotaOf(ratio, frame.filter((row) => row['信用风险等级'] === riskClass).length);
  }, 0);
};
const participants = (batch: Row): readonly string[] => [batch['发起部门']!, ...values(batch['配合部门']!)].map((name) => agencyOf.get(name)!);
const itemsOf = (batch: Row): readonly Row[] =>
  values(batch['抽查事项']!).map((word) => tables.items.rows.find((item) => item['事项编号'] === word || item['抽查事项'] === word)!);

describe('annual plan of the sample county', () => {
  it('has 24 batches: 20 joint ones of two to four agencies, 4 internal ones', () => {
    const sizes = tables.plan.rows.map((batch) => participants(batch).length);
    expect(sizes.length).toBe(24);
    expect(sizes.filter((size) => size === 1).length).toBe(4);
    expect(Math.max(...sizes)).toBe(4);
    expect(tables.plan.rows.flatMap(participants)).not.toContain(undefined);
  });

  it('draws 40 to 120 targets a batch, never more than there are', () => {
    for (const batch of tables.plan.rows) {
      const quota = totalQuota(batch);
      expect(quota, batch['抽查计划编号']).toBeGreaterThanOrEqual(40);
      expect(quota, batch['抽查计划编号']).toBeLessThanOrEqual(Math.min(120, frameOf(batch).length));
    }
  });

  it('gives every participating agency something to check, and every item somebody who checks it', () => {
    for (const batch of tables.plan.rows) {
      const checkers = itemsOf(batch).map((item) => values(item['检查主体']!).map((name) => agencyOf.get(name)!));
      for (const agency of participants(batch)) expect(checkers.some((list) => list.includes(agency)), `${batch['抽查计划编号']} ${agency}`).toBe(true);
      for (const list of checkers) expect(list.some((agency) => participants(batch).includes(agency)), batch['抽查计划编号']).toBe(true);
    }
  });

  it('checks only what applies to the targets of the batch', () => {
    for (const batch of tables.plan.rows) for (const item of itemsOf(batch)) expect(within(item['适用标签']!, values(batch['限定标签']!)), `${batch['抽查计划编号']} ${item['抽查事项']}`).toBe(true);
  });

  it('can be served by the qualified people on duty, two a target and agency, with 15 % to spare', () => {
    for (const batch of tables.plan.rows) {
      for (const agency of participants(batch)) {
        const needed = itemsOf(batch).filter((item) => values(item['检查主体']!).some((name) => agencyOf.get(name) === agency)).flatMap((item) => values(item['所需资质']!));
        const capacity = tables.inspectors.rows
          .filter((row) => agencyOf.get(row['所在业务部门(机构)']!) === agency && !AWAY.includes(row['执法人员状态']!) && needed.every((name) => values(row['岗位资质资格']!).includes(name)))
          .reduce((sum, row) => sum + (row['每批次上限'] === '' ? 6 : Number(row['每批次上限'])), 0);
        expect(capacity / (2 * totalQuota(batch)), `${batch['抽查计划编号']} ${agency}`).toBeGreaterThanOrEqual(1.15);
      }
    }
  });

  it('has the demonstration batch: food safety in catering, three agencies, by risk class, 60 to 120 targets', () => {
    const demo = tables.plan.rows.find((batch) => batch['抽查计划编号'] === '2026-JH-05')!;
    expect(participants(demo)).toEqual(['SCJG', 'WJW', 'XFJY']);
    expect(demo['信用风险分类要求']).toMatch(/^A:.*B:.*C:.*D:/);
    expect(totalQuota(demo)).toBeGreaterThanOrEqual(60);
    expect(totalQuota(demo)).toBeLessThanOrEqual(120);
  });
});

describe('make-county', () => {
  const writer = join(here, '../packages/cli/dist/excel/write-workbook.js');
  const isBuilt = existsSync(writer);
  if (!isBuilt) console.log('make-county: skipped, the command is not built (npm run build)');

  it.skipIf(!isBuilt)('writes the committed bytes again, whatever the time zone and locale', () => {
    const folder = mkdtempSync(join(tmpdir(), 'county-'));
    try {
      execFileSync(process.execPath, [join(here, 'make-county.mjs'), folder], { env: { ...process.env, TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } });
      for (const path of [...Object.values(paths), 'ssj.json']) expect(readFileSync(join(folder, path)).equals(readFileSync(join(county, path))), path).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});
