import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { name } from './realistic.properties.js';
import { tableLines } from './table.js';

describe('tableLines', () => {
  it('aligns Chinese, and numbers to the right, under one rule', async () => {
    const lines = await tableLines({ head: ['部门', '人数', '说明'], rows: [['市场监督管理局', 12, '在岗 10 人'], ['公安局', 3, '']], columns: 80 });
    expect(lines).toEqual([
      '部门            人数  说明',
      '──────────────  ────  ──────────',
      '市场监督管理局    12  在岗 10 人',
      '公安局             3',
    ]);
  });

  it('is never wider than the terminal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 7 }), fc.array(fc.array(fc.oneof(name, fc.nat()), { minLength: 7, maxLength: 7 }), { maxLength: 6 }), async (width, cells) => {
        const rows = cells.map((row) => row.slice(0, width));
        const head = ['抽查计划编号', '任务名称', '检查对象', '应抽', '部门', '缺口', '说明'].slice(0, width);
        for (const line of await tableLines({ head, rows, columns: 80 })) expect(stringWidth(line)).toBeLessThanOrEqual(80);
      }),
    );
  });

  it('shows every character of a cell that is too long for its column', async () => {
    const long = '精河县大河沿子镇第一农贸市场有限公司城南综合批发交易服务分公司第三十七号摊位管理处';
    const lines = await tableLines({ head: ['名称', '户'], rows: [[long, 1]], columns: 40 });
    expect(lines.slice(2).join('').replace(/[ \d]/g, '')).toBe(long);
  });

  it('shows a head alone, and nothing without columns', async () => {
    expect(await tableLines({ head: ['部门'], rows: [], columns: 80 })).toEqual(['部门']);
    expect(await tableLines({ head: [], rows: [], columns: 80 })).toEqual([]);
  });

  it('obeys nothing that stands in a cell', async () => {
    expect((await tableLines({ head: ['名称'], rows: [['甲\u001b[2J\n乙']], columns: 80 })).join('\n')).not.toContain('\u001b');
  });
});
