import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileProblemOf } from './file-problem-of.js';
import { guard } from './guard.js';
import { packed, workbookOf } from './odd-workbooks.properties.js';

const verdict = (bytes: Uint8Array, file = '名录库.xlsx') => {
  const guarded = guard({ file, bytes });
  return guarded.ok ? 'passed' : guarded.error.map(({ code, fields }) => ({ code, ...fields }))[0];
};
const compoundFile = (stream: string): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)]));
const gbk = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

describe('guard', () => {
  it('lets an xlsx through, also under the suffix .xls', async () => {
    expect(verdict(await workbookOf({ 表: [['a']] }), '名录库.xls')).toBe('passed');
  });

  it.each([
    ['empty', new Uint8Array()],
    ['xls-biff', compoundFile('Workbook')],
    ['xml-2003', strToU8('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')],
    ['html', strToU8('\ufeff<html><body><table><tr><td>企业名称</td></tr></table></body></html>')],
    ['html', gbk('3c7461626c653ec6f3d2b53c2f7461626c653e')],
    ['csv', strToU8('企业名称,注册号\r\n精河县某公司,1\r\n')],
    // 企业名称,注册号 in GBK
    ['csv-gbk', gbk('c6f3d2b5c3fbb3c62cd7a2b2e1bac50d0a')],
    ['csv-utf16', new Uint8Array([0xff, 0xfe, ...Buffer.from('企业名称\t注册号', 'utf16le')])],
    ['pdf', strToU8('%PDF-1.7')],
    ['unknown', new Uint8Array([0, 1, 2, 3])],
  ])('recognises %s', (looksLike, bytes) => {
    expect(verdict(bytes)).toEqual({ code: 'file-not-xlsx', file: '名录库.xlsx', looksLike });
  });

  it('recognises CSV whose sample ends inside a character', () => {
    expect(verdict(strToU8(`a,${'企'.repeat(5000)}`))).toMatchObject({ looksLike: 'csv' });
    expect(verdict(gbk(`612c61${'c6f3'.repeat(5000)}`))).toMatchObject({ looksLike: 'csv-gbk' });
  });

  it('asks for the password of an encrypted workbook to be taken off', () => {
    expect(verdict(compoundFile('EncryptedPackage'))).toEqual({ code: 'file-encrypted', file: '名录库.xlsx' });
  });

  it('refuses a zip bomb without unpacking it', () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(60 * 1024 * 1024) });
    expect(verdict(bomb)).toEqual({ code: 'file-too-large', file: '名录库.xlsx', megabytes: 60 });
  });

  it('refuses what says to unpack to more than 400 MB, whatever its ratio', () => {
    const bytes = packed({ a: 'x' });
    const view = new DataView(bytes.buffer);
    const entry = Buffer.from(bytes).indexOf(Buffer.from('504b0102', 'hex'));
    view.setUint32(entry + 24, 401 * 1024 * 1024, true);
    expect(verdict(bytes)).toMatchObject({ code: 'file-too-large', megabytes: 401 });
  });

  it('reports an archive that was cut short', async () => {
    const bytes = await workbookOf({ 表: [['a']] });
    expect(verdict(bytes.slice(0, bytes.length - 200))).toMatchObject({ code: 'file-unreadable' });
  });
});

describe('fileProblemOf', () => {
  const failure = (code: string): Error => Object.assign(new Error(code), { code });
  it('tells a missing file from one that may not be read', () => {
    expect(fileProblemOf('a.xlsx', failure('ENOENT'))).toMatchObject({ code: 'file-missing', fields: { file: 'a.xlsx' } });
    expect(fileProblemOf('a.xlsx', failure('EACCES'))).toMatchObject({ code: 'file-unreadable', fields: { detail: 'EACCES' } });
    expect(fileProblemOf('a.xlsx', 'odd')).toMatchObject({ code: 'file-unreadable', fields: { detail: 'odd' } });
  });
});
