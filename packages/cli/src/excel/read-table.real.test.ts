/** Real files of a county, read where they lie; absent on other machines. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registryTables } from './columns.js';
import { readTable } from './read-table.js';

const folder = process.env['SSJ_REAL_WORKBOOKS'] ?? join(import.meta.dirname, '../../../../../shared/data');
const real = (name: string): Uint8Array | undefined => {
  const path = `${folder}/${name}`;
  if (existsSync(path)) return readFileSync(path);
  console.log(`skipped: ${name} is not here (set SSJ_REAL_WORKBOOKS to its folder)`);
  return undefined;
};

describe('real workbooks', () => {
  it('reads all rows of a registry of 42,782 targets', async (context) => {
    const bytes = real('registry-42782-rows.xlsx') ?? context.skip();
    const read = await readTable({ file: '名录库.xlsx', bytes, definition: registryTables.target });
    expect(read.ok && read.value.rows.length).toBe(42_782);
    const lengths = read.ok ? read.value.rows.map(({ cells: { code } }) => (code?.kind === 'text' ? code.text.length : -1)) : [];
    expect([18, 15, 13, 14].map((wanted) => lengths.filter((length) => length === wanted).length)).toEqual([37_419, 5232, 128, 3]);
  });

  it('reads a list of items under a header of two rows, with 380 merges', async (context) => {
    const bytes = real('items-285-two-level-header.xlsx') ?? context.skip();
    const read = await readTable({ file: '清单.xlsx', bytes, definition: registryTables.item });
    expect(read.ok && read.value.headers).toMatchObject({ number: '序号', category: '抽查类别', name: '抽查事项', agencies: '检查主体' });
    // 388 rows stand under the header; 82 of them hold nothing but what merges carry down.
    expect(read.ok && read.value.rows.length).toBe(306);
    expect(read.ok && read.value.rows.at(-1)?.row).toBe(390);
    expect(read.ok && read.value.rows.every(({ cells }) => cells.number !== undefined && cells.name !== undefined)).toBe(true);
  });
});
