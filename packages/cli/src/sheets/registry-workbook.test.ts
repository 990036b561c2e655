import { agencyCode, canonicalId, digestOf, importRegistries, type InspectionItem, type Inspector, inspectorId, isSoundText, makeSnapshot, type PlainDate, type RawTable, type Recusal, type Snapshot, stripEdges, type Target, usccCheckCharacter } from '@shuangsuiji/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registryTables } from '../excel/columns.js';
import { readTable } from '../excel/read-table.js';
import { GROUNDS, hash, readCounty, right, TODAY } from './county.properties.js';
import type { RegistryContent } from './registry-rows.js';
import { registryWorkbook } from './registry-workbook.js';

const REGISTRIES = ['agency', 'target', 'inspector', 'item', 'recusal'] as const;
const report = { problems: digestOf('[]', hash), refused: [], warnings: 0 };

/** The snapshot's files of what reading the exported workbooks gives. */
const readBack = async (content: RegistryContent): Promise<Snapshot['files']> => {
  const tables = new Map<string, RawTable<never>>();
  for (const registry of REGISTRIES) {
    const bytes = await registryWorkbook({ registry, content });
    tables.set(registry, right(await readTable({ file: registry, bytes, definition: registryTables[registry] as never })));
  }
  const table = (registry: (typeof REGISTRIES)[number]) => tables.get(registry)!;
  const again = importRegistries({ agencies: table('agency'), targets: table('target'), inspectors: table('inspector'), items: table('item'), recusals: table('recusal'), today: TODAY, grounds: GROUNDS, hash });
  expect(again.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return makeSnapshot({ ...again, report, hash }).files;
};

const sortedUnique = (values: readonly string[]): string[] => [...new Set(values)].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

// What a cell cannot hold, or people cannot see, is not what reading a workbook gives.
const isPlain = (text: string): boolean => text !== '' && isSoundText(text) && stripEdges(text) === text && !/[\p{Cc}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(text);
const text = fc.oneof(fc.constantFrom('=1+1', '0012', '_x0041_', '50%', '2026-03-02', '长 名（甲）', '张三', '𠮷野家', "'x", '1E5', '<&>"'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(isPlain));
const word = text.filter((value) => !/[,，、;；\n\r]/.test(value));
const words = fc.array(word, { maxLength: 3 }).map(sortedUnique);
const filled = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const someWords = filled(words.filter((list) => list.length > 0));
const day = fc.constantFrom('2026-03-02', '1899-12-31', '1900-02-28', '1900-03-01', '9999-09-09', '2024-02-29').map((value) => value as PlainDate);

const CODES = ['SCJG', '10', 'A-2'].map((code) => agencyCode(code)!);
const agencies = [
  { code: CODES[0]!, name: '市场监督管理局', aliases: ['工商局', '市监局'], capacity: 0, capacityPerYear: 12 },
  { code: CODES[1]!, name: '文化体育、旅游局', aliases: [] },
  { code: CODES[2]!, name: '公安局', aliases: [] },
].toSorted((a, b) => (a.code < b.code ? -1 : 1));

const idOf = (index: number) => {
  const body = `91659900TE5T${String(index).padStart(5, '0')}`;
  return [canonicalId('uscc', body + usccCheckCharacter(body)), canonicalId('reg', `65272200000${String(index).padStart(4, '0')}`), canonicalId('local', `Z-${String(index)}/1`)][index % 3]!;
};

const target: fc.Arbitrary<Omit<Target, 'id'>> = fc.record({
  name: text, registrar: filled(text), area: filled(text), entityType: filled(text), foundedOn: filled(day), status: filled(text), industry: filled(text),
  riskClass: filled(fc.constantFrom('A', 'B', 'C', 'D')), address: filled(text), tags: words, lastInspectedOn: filled(day),
});
const inspector: fc.Arbitrary<Omit<Inspector, 'id' | 'agency'>> = fc.record({
  qualifications: words,
  licences: fc.constantFrom([{ number: '0001', validUntil: '9999-09-09' }], [{ number: '0001', validFrom: '1899-12-30', validUntil: '1899-12-31' }, { number: '0002', validUntil: '2030-01-01' }]) as unknown as fc.Arbitrary<Inspector['licences']>,
  isOnDuty: fc.boolean(), capacity: filled(fc.nat(8191)), capacityPerYear: filled(fc.nat(8191)), mayLead: filled(fc.boolean()), grade: filled(fc.constantFrom('senior', 'trainee')), ownAreas: someWords, regions: someWords,
  away: filled(fc.constantFrom([{ from: '2026-03-02', to: '2026-03-02' }], [{ from: '2026-03-02', to: '2026-03-20' }, { from: '2026-12-20', to: '2027-01-05' }])) as unknown as fc.Arbitrary<Inspector['away']>,
});
const item: fc.Arbitrary<Omit<InspectionItem, 'id' | 'agencies'>> = fc.record({
  category: filled(text), name: text, targets: filled(text), itemClass: filled(fc.constantFrom('重点检查事项', '一般检查事项')), method: filled(text),
  basis: filled(fc.array(text, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))),
  appliesTo: fc.record({ entityTypes: filled(words), industries: filled(fc.subarray(['农、林、牧、渔业', '制造业', '零售业'])), tags: filled(words) }).map((filter) => Object.fromEntries(Object.entries(filter).filter(([, values]) => values !== undefined && values.length > 0).map(([key, values]) => [key, sortedUnique(values ?? [])]))),
  qualifications: words, anyQualifications: someWords, people: filled(fc.integer({ min: 2, max: 8191 })),
});

const content: fc.Arbitrary<RegistryContent> = fc
  .record({ targets: fc.array(target, { minLength: 1, maxLength: 6 }), inspectors: fc.array(fc.tuple(inspector, text), { minLength: 1, maxLength: 6 }), items: fc.array(item, { minLength: 1, maxLength: 4 }), ground: fc.constantFrom(...GROUNDS), declaredOn: filled(day) })
  .map(({ targets, inspectors, items, ground, declaredOn }) => {
    const people = inspectors.map(([one], at) => ({
      ...one, id: inspectorId(CODES[at % 3]!, `00${String(at)}`)!, agency: CODES[at % 3]!,
      // Two people never share a licence.
      licences: one.licences.map((licence) => ({ ...licence, number: `${licence.number}-${String(at)}` })),
    }));
    const recusals: readonly Recusal[] = [{ target: idOf(0), inspector: people[0]!.id, ground, declaredOn }];
    return {
      agencies, recusals,
      targets: targets.map((one, at) => ({ ...one, id: idOf(at) })),
      inspectors: people,
      names: people.map(({ id }, at) => ({ id, name: inspectors[at]![1] })),
      items: items.map((one, at) => ({ ...one, id: `J-${String(at)}`, agencies: agencies.slice(at % 3).map(({ code }) => code) })),
    };
  });

describe('an exported registry', () => {
  test('of any content reads back to the same snapshot', async () => {
    await fc.assert(
      fc.asyncProperty(content, async (registries) => {
        expect(await readBack(registries)).toEqual(makeSnapshot({ ...registries, report, hash }).files);
      }),
      { numRuns: 40 },
    );
  });

  test('of the sample county reads back to the same snapshot', async () => {
    const { content: county } = await readCounty();
    expect(await readBack(county)).toEqual(makeSnapshot({ ...county, report, hash }).files);
  });

  test('is the same to the byte when written twice', async () => {
    const { content: county } = await readCounty();
    for (const registry of ['agency', 'inspector', 'item', 'recusal'] as const) {
      expect(Buffer.compare(await registryWorkbook({ registry, content: county }), await registryWorkbook({ registry, content: county }))).toBe(0);
    }
  });
});
