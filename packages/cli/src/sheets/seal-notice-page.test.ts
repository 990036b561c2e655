import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealNotice } from '@shuangsuiji/core';
import { decode } from 'fast-png';
import { unzipSync } from 'fflate';
import { decodeQR } from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { qrPicture } from '../excel/qr-picture.js';
import { drawnBatch, readCounty } from './county.properties.js';
import { sealNoticeWorkbook } from './seal-notice-workbook.js';

const has = (command: string, version: string): boolean => spawnSync(command, [version], { stdio: 'ignore' }).error === undefined;
const canPrint = has('soffice', '--version') && has('pdftoppm', '-v');
if (!canPrint) console.log('skipped: the printed QR code needs LibreOffice and poppler-utils (apt-get install libreoffice-calc poppler-utils)');

let mark = '';
let folder = '';
let notice: Uint8Array;
let make: () => Promise<Uint8Array>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ssj-notice-'));
  const drawn = drawnBatch(await readCounty(), 'ssj/1');
  const page = sealNotice(drawn);
  mark = `SSJ1 652722-2026-0001 0 ${page.statement}`;
  make = () => sealNoticeWorkbook(page);
  notice = await make();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readCode = (png: Uint8Array): string => {
  const { width, height, data, channels } = decode(png);
  // The reader wants colour; what is printed here is grey or colour.
  const grey = (at: number): number => Number(data[at * channels]);
  const rgb = Uint8Array.from({ length: width * height * 3 }, (_, at) => grey(Math.floor(at / 3)));
  return decodeQR({ width, height, data: rgb }, { effort: 4, timeLimit: 60_000 });
};

describe('the code on a seal notice', () => {
  test('is the same picture for the same text, and says the text', () => {
    expect(Buffer.from(qrPicture(mark))).toEqual(Buffer.from(qrPicture(mark)));
    expect(readCode(qrPicture(mark))).toBe(mark);
  });
  test('stands in the workbook, whose bytes are the same every time', async () => {
    expect(Buffer.from(await make())).toEqual(Buffer.from(notice));
    expect(readCode(unzipSync(notice)['xl/media/image1.png']!)).toBe(mark);
  });
  test.skipIf(!canPrint)('is read off the one printed page', () => {
    writeFileSync(join(folder, 'notice.xlsx'), notice);
    const office = ['--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'pdf', '--outdir', folder, join(folder, 'notice.xlsx')];
    expect(spawnSync('soffice', office, { stdio: 'ignore' }).status).toBe(0);
    expect(spawnSync('pdftoppm', ['-png', '-gray', '-r', '150', join(folder, 'notice.pdf'), join(folder, 'page')]).status).toBe(0);
    const pages = readdirSync(folder).filter((name) => name.startsWith('page'));
    expect(pages).toHaveLength(1);
    expect(readCode(readFileSync(join(folder, pages[0]!)))).toBe(mark);
  });
});
