import { approvalForms, assignmentLists, drawList, NO_PAST, planBatch, planList, sealNotice } from '@shuangsuiji/core';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { approvalWorkbook } from './approval-workbook.js';
import { assignmentWorkbook } from './assignment-workbook.js';
import { drawnBatch, readCounty, type SampleCounty } from './county.properties.js';
import { drawListWorkbook } from './draw-list-workbook.js';
import { planWorkbook } from './plan-workbook.js';
import { sealNoticeWorkbook } from './seal-notice-workbook.js';

type Draw = ReturnType<typeof drawnBatch>;
let county: SampleCounty;
let draw: Draw;
let rehearsal: Draw;

beforeAll(async () => {
  county = await readCounty();
  draw = drawnBatch(county, 'ssj/1');
  rehearsal = drawnBatch(county, 'ssj/1-rehearsal');
});

const opened = async (bytes: Uint8Array): Promise<readonly ExcelJS.Worksheet[]> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  return workbook.worksheets;
};

/** Every text of every sheet: names, cells, feet. */
const textsOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (const sheet of await opened(bytes)) {
    texts.push(sheet.name, sheet.headerFooter.oddFooter ?? '');
    sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  }
  return texts;
};

const plans = () => {
  const { settings, content, planned } = county;
  const batches = planned.map((one) => ({ batch: one.batch, strata: planBatch({ planned: one, settings, ...content, past: NO_PAST }).strata }));
  return planList({ isRehearsal: false, authority: settings.authority, year: settings.year, ledgerHead: draw.ledgerHead, batches, agencies: content.agencies, items: content.items });
};

const publicWorkbooks = (of: Draw): Readonly<Record<string, () => Promise<Uint8Array>>> => ({
  封存公告: () => sealNoticeWorkbook(sealNotice(of)),
  数量公示: () => drawListWorkbook(drawList(of)),
  名单公示: () => drawListWorkbook(drawList({ ...of, reveal: of.revelation })),
});
const officeWorkbooks = (of: Draw): Readonly<Record<string, () => Promise<Uint8Array>>> => ({
  派发表: () => assignmentWorkbook(assignmentLists(of)[0]!),
  审批表: () => approvalWorkbook({ ...approvalForms(of), forms: approvalForms(of).forms.slice(0, 3) }),
});

describe('what is published', () => {
  test('names no inspector and no risk class in any cell', async () => {
    const published = [await planWorkbook(plans()), ...(await Promise.all(Object.values(publicWorkbooks(draw)).map((make) => make())))];
    for (const bytes of published) {
      const texts = await textsOf(bytes);
      for (const { id, name } of county.content.names) {
        expect(texts.some((text) => text.includes(id))).toBe(false);
        expect(texts.some((text) => text.split(/[、\s（）]/).includes(name))).toBe(false);
      }
      expect(texts.filter((text) => /(?:^|[^\dA-Za-z])[ABCD]\s*(?:类|级|:|：|户|$)|风险/.test(text.replace(/&[A-Z]|封存摘要C|封 存 摘 要 C|信用风险分类差异化抽查/g, '')))).toEqual([]);
    }
  });

  test('before the revelation holds no target of the registry', async () => {
    const texts = (await textsOf(await drawListWorkbook(drawList(draw)))).join('\n');
    for (const { id, name } of county.content.targets) expect(texts.includes(id.slice(id.indexOf(':') + 1)) || texts.includes(name)).toBe(false);
  });

  test('carries every warning of the seed, entropy and ledger head', async () => {
    for (const make of [publicWorkbooks(draw)['数量公示']!, publicWorkbooks(draw)['名单公示']!]) {
      const texts = (await textsOf(await make())).join('\n');
      expect(texts).toContain('★警告：公开种子由人工录入，不能证明随机');
      expect(texts).toContain('★警告：公开种子的随机性不足60比特');
      expect(texts).toContain('typed:=12345（0比特）');
      expect(texts).toContain(draw.ledgerHead.digest);
    }
  });

  test('the plan shows totals only', async () => {
    const row = plans().rows.find(({ number }) => number === '2026-JH-05');
    expect(row).toMatchObject({ rule: undefined, quota: draw.drawn.length });
    expect(await textsOf(await planWorkbook(plans()))).toContain(`约5.38%\n${String(draw.drawn.length)}户`);
  });
});

describe('everything written after the seal', () => {
  test('has C and the task in its foot', async () => {
    for (const make of Object.values({ ...publicWorkbooks(draw), ...officeWorkbooks(draw) })) {
      for (const { headerFooter } of await opened(await make())) {
        expect(headerFooter.oddFooter?.replaceAll('\n', '')).toContain(sealNotice(draw).head.commitment);
        expect(headerFooter.oddFooter).toContain('2026-JH-05');
        expect(headerFooter.oddFooter).toContain('&P');
        expect(headerFooter.oddFooter).not.toContain('演练');
      }
    }
  });

  test('says 演练 in title and foot of every sheet of a rehearsal', async () => {
    for (const make of Object.values({ ...publicWorkbooks(rehearsal), ...officeWorkbooks(rehearsal) })) {
      for (const sheet of await opened(await make())) {
        expect(sheet.getCell(1, 1).text).toContain('〔演练〕');
        expect(sheet.headerFooter.oddFooter).toContain('【演练】');
      }
    }
  });

  test('is on A4, with repeated header rows in lists', async () => {
    for (const make of Object.values({ ...publicWorkbooks(draw), ...officeWorkbooks(draw) })) {
      for (const { pageSetup } of await opened(await make())) expect(pageSetup.paperSize).toBe(9);
    }
    for (const { pageSetup } of await opened(await officeWorkbooks(draw)['派发表']!())) expect(pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/);
  });

  test('is the same to the byte when written twice', async () => {
    for (const make of Object.values({ ...publicWorkbooks(draw), ...officeWorkbooks(draw) })) expect(Buffer.compare(await make(), await make())).toBe(0);
    expect(Buffer.compare(await planWorkbook(plans()), await planWorkbook(plans()))).toBe(0);
  });

  test('keeps a number that is too long for a foot out of the way of C', async () => {
    const number = '〔2026〕号'.repeat(60);
    const notice = sealNotice(draw);
    const [sheet] = await opened(await sealNoticeWorkbook({ ...notice, head: { ...notice.head, number } }));
    expect(sheet?.headerFooter.oddFooter?.replaceAll('\n', '')).toContain(notice.head.commitment);
  });
});

test('the notice shows C in groups of eight, both ledger heads and who takes part', async () => {
  const notice = sealNotice(draw);
  const texts = await textsOf(await sealNoticeWorkbook(notice));
  for (const group of notice.head.commitment.match(/.{8}/g) ?? []) expect(texts).toContain(group);
  expect(texts.join('\n')).toContain('市场监督管理局（发起）51人');
  expect(texts.join('\n')).toContain('警告：报数的人可以选择');
});

test('an assignment list has a row a visit, with codes as text, and the load of everybody', async () => {
  const [list] = assignmentLists(draw);
  const [visits, loads] = await opened(await assignmentWorkbook(list!));
  expect(visits?.name).toBe('派发表');
  expect(loads?.name).toBe('人员任务量');
  const codes = new Set(list!.rows.map(({ code }) => code));
  const written = (visits?.getColumn(5).values ?? []).filter((value) => typeof value === 'string' && codes.has(value));
  expect(written).toHaveLength(list!.rows.length);
  expect(loads?.getColumn(4).values.filter((value) => typeof value === 'number').reduce((sum, value) => sum + Number(value), 0)).toBe(2 * list!.rows.length);
});
