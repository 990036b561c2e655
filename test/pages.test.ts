import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const bin = join(import.meta.dirname, '../packages/cli/dist/bin.js');
const has = (command: string): boolean => spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
const canPrint = has('soffice') && has('pdftotext');
if (!canPrint) console.log('skipped: pages of workbooks need LibreOffice and poppler-utils (apt-get install libreoffice-calc poppler-utils)');

const DRAWN = 61;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ssj-pages-'));
  if (!canPrint) return;
  const demo = spawnSync(process.execPath, [bin, 'demo', '--dir', join(folder, 'county'), '--quiet'], { encoding: 'utf8' });
  expect(demo.status, demo.stderr).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The pages of a workbook as a printer would get them. */
const pagesOf = (part: string, starts: string): readonly string[] => {
  const below = join(folder, 'county', part);
  const name = readdirSync(below).find((file) => file.startsWith(starts)) ?? '';
  copyFileSync(join(below, name), join(folder, 'book.xlsx'));
  const office = ['--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'book.xlsx')];
  expect(spawnSync('soffice', office, { stdio: 'ignore' }).status).toBe(0);
  const text = spawnSync('pdftotext', ['-layout', join(folder, 'book.pdf'), '-'], { encoding: 'utf8' }).stdout;
  return text.split('\f').filter((page) => page.trim() !== '');
};

describe.skipIf(!canPrint)('what people print', () => {
  test('every approval form is one page', () => {
    const pages = pagesOf('派发/652722-2026-0001', '行政检查审批表');
    expect(pages).toHaveLength(DRAWN);
    for (const page of pages) expect(page).toContain('行政检查审批表');
  });

  test('every page of an assignment list repeats its header, and has its number, the task, the digest and 演练', () => {
    const pages = pagesOf('派发/652722-2026-0001', '派发表-消防救援大队');
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, page] of pages.entries()) {
      expect(page).toMatch(/检查人员|人员标识|姓名/);
      expect(page).toMatch(new RegExp(`第\\s*${String(index + 1)}\\s*页\\s*共\\s*${String(pages.length)}\\s*页`));
      expect(page).toContain('2026-JH-05');
      expect(page).toContain('封存摘要C');
      expect(page).toContain('演练');
    }
  });

  test('the seal notice is one page', () => {
    expect(pagesOf('公示', '演练-封存公告')).toHaveLength(1);
  });

  test('no page of the published list names an inspector or a risk class', () => {
    const pages = pagesOf('公示', '演练-抽取结果公示-652722-2026-0001-名单').join('\n');
    expect(pages).toContain('检查对象名称');
    expect(pages).not.toMatch(/组长|风险等级|SCJG\/|WJW\/|XFJY\//);
  });
});
