import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSoundText } from '../base/text.js';
import { canonicalJson } from '../base/canonical-json.js';
import type { Cell } from './cell.js';
import { readCodeText, readList, readText, readYesNo } from './field-readers.js';
import { readDate } from './read-date.js';
import { readWholeNumber } from './read-whole-number.js';
import { anyCell, day, number, ROUNDED, text } from './tables.properties.js';

const count = readWholeNumber({ min: 0, max: 8191, bad: (raw) => ({ code: 'capacity-bad' as const, fields: { raw } }) });
const value = (reading: { readonly ok: boolean; readonly value?: unknown }): unknown => (reading.ok ? reading.value : 'refused');

describe('excel-format rules', () => {
  it('5 keeps text and strips its edges; blanks alone are an empty cell', () => {
    expect(value(readText(text('\u3000 甲 乙\n')))).toBe('甲 乙');
    expect(value(readText(text(' \u3000')))).toBeUndefined();
    expect(value(readText(number(12)))).toBe('12');
    expect(value(readText({ kind: 'number', value: 0.07, percent: true }))).toBe('7%');
    expect(readText({ kind: 'broken', shown: '#N/A' })).toEqual({ ok: false, error: { code: 'cell-broken', fields: { shown: '#N/A' } } });
    expect(readText(number(Number.NaN))).toEqual({ ok: false, error: { code: 'cell-broken', fields: { shown: 'NaN' } } });
    expect(readText(text('甲\ufffd'))).toEqual({ ok: false, error: { code: 'text-unsound', fields: { raw: '甲\\uFFFD' } } });
  });
  it('6 splits a list at every separator, each value once', () => {
    expect(value(readList(text('甲，乙,丙、丁；戊;甲\n 己\r\n')))).toEqual(['甲', '乙', '丙', '丁', '戊', '己']);
    expect(value(readList(text('，、')))).toBeUndefined();
  });
  it.each(['2026-03-02', '2026/3/2', '2026.3.2', '2026年3月2日', '20260302', ' 2026/03/02', '２０２６-03-02'])('7 reads the day %j', (raw) => {
    expect(value(readDate(text(raw)))).toBe('2026-03-02');
  });
  it('7 reads a day of the workbook, 20260302 as a number, and 9999-09-09', () => {
    expect(value(readDate({ kind: 'date', date: day('2026-03-02') }))).toBe('2026-03-02');
    expect(value(readDate(number(20260302)))).toBe('2026-03-02');
    expect(value(readDate(text('9999-09-09')))).toBe('9999-09-09');
  });
  it.each(['2026-02-30', '2026/3-2', '02/03/2026', '2026年3月', '长期', '46083', '2026-3-2 00:00', '2026-13-01'])('7 refuses %j as a day', (raw) => {
    expect(readDate(text(raw))).toEqual({ ok: false, error: { code: 'date-unreadable', fields: { raw } } });
  });
  it('8 takes integers of 15 digits and refuses what a spreadsheet has rounded or turned into a day', () => {
    expect(value(readCodeText(number(999999999999999)))).toBe('999999999999999');
    for (const cell of [number(1e15), number(ROUNDED), number(1e21), text('9.13E+17'), text('9.1３e＋17')])
      expect(readCodeText(cell)).toMatchObject({ error: { code: 'code-precision-lost' } });
    expect(value(readCodeText(text('1E5')))).toBe('1E5');
    expect(readCodeText({ kind: 'date', date: day('2026-03-02') })).toMatchObject({ error: { code: 'code-became-date' } });
  });
  it('reads counts kept as text and refuses fractions, units and what is out of range', () => {
    expect(value(count(number(8191)))).toBe(8191);
    expect(value(count(text(' ５ ')))).toBe(5);
    for (const cell of [number(8192), number(-1), number(1.5), text('5户'), { kind: 'number', value: 5, percent: true } as const]) expect(value(count(cell))).toBe('refused');
  });
  it('reads 是 and 否 and nothing else', () => {
    expect(value(readYesNo(text(' 是 ')))).toBe(true);
    expect(value(readYesNo(text('否')))).toBe(false);
    expect(value(readYesNo(text('不是')))).toBe('refused');
  });
  it('never throws on any cell, and gives sound text and faults that can be hashed', () => {
    const readers: readonly ((cell: Cell) => { readonly ok: boolean; readonly value?: unknown; readonly error?: { readonly fields: object } })[] = [readText, readList, readCodeText, readYesNo, readDate, count];
    fc.assert(
      fc.property(anyCell, fc.constantFrom(...readers), (cell, reader) => {
        const reading = reader(cell);
        if (reading.ok) expect([reading.value].flat().every((part) => typeof part !== 'string' || (isSoundText(part) && part !== ''))).toBe(true);
        else canonicalJson({ ...reading.error!.fields });
      }),
      { numRuns: 2000 },
    );
  });
});
