/** One row of the list of inspection items, read on its own. */
import type { AgencyCode } from '../base/brand.js';
import { err, ok } from '../base/result.js';
import { shownText } from '../base/shown-text.js';
import type { AgencyResolver } from './agency-resolver.js';
import type { Cell, RawRow, RawTable } from './cell.js';
import type { ItemColumn } from './columns.js';
import { readCodeText, readIndustries, readList, readText, type Reading } from './field-readers.js';
import { itemNumber } from './item-number.js';
import { sortedTexts } from './merge-rows.js';
import type { RegistryFault } from './problems.js';
import { readWholeNumber } from './read-whole-number.js';
import { rowReader, type RowReader } from './row-reader.js';
import { type ItemClass, itemClassSchema } from './schemas.js';
import type { ReadRow } from './table-rows.js';

/** What several rows of one item must not say differently; lists are in byte order, an empty list says nothing. */
export interface ItemValues {
  readonly category: string | undefined;
  readonly name: string | undefined;
  readonly targets: string | undefined;
  readonly itemClass: ItemClass | undefined;
  readonly method: string | undefined;
  readonly agencies: readonly AgencyCode[];
  readonly entityTypes: readonly string[];
  readonly industries: readonly string[];
  readonly tags: readonly string[];
  readonly qualifications: readonly string[];
  readonly anyQualifications: readonly string[];
  readonly people: number | undefined;
}

export interface ItemRow extends ReadRow {
  readonly id: string | undefined;
  readonly values: ItemValues;
  readonly basis: string | undefined;
}

type Reader = RowReader<ItemColumn, RegistryFault>;

export interface ItemRowInput {
  readonly table: RawTable<ItemColumn>;
  readonly raw: RawRow<ItemColumn>;
  readonly agencies: AgencyResolver;
}

export const readItemRow = ({ table, raw, agencies }: ItemRowInput): ItemRow => {
  const reader: Reader = rowReader<ItemColumn, RegistryFault>({ table, row: raw });
  const list = (column: ItemColumn): readonly string[] => sortedTexts(reader.read(column, readList) ?? []);
  const id = reader.require('number', readItemNumber, { code: 'item-number-missing', fields: {} });
  const values: ItemValues = {
    category: reader.read('category', readText),
    name: reader.require('name', readText, { code: 'name-missing', fields: {} }),
    targets: reader.read('targets', readText),
    itemClass: reader.read('itemClass', readItemClass),
    method: reader.read('method', readText),
    agencies: readItemAgencies(reader, agencies),
    entityTypes: list('entityTypes'),
    industries: sortedTexts(reader.read('industries', readIndustries) ?? []),
    tags: list('tags'),
    qualifications: list('qualifications'),
    anyQualifications: list('anyQualifications'),
    people: reader.read('people', readPeople),
  };
  return { row: raw.row, id, values, basis: reader.read('basis', readText), problems: reader.problems() };
};

const readItemNumber = (cell: Cell): Reading<string, RegistryFault> => {
  const text = readCodeText(cell);
  if (!text.ok || text.value === undefined) return text.ok ? ok(undefined) : text;
  const number = itemNumber(text.value);
  return number === undefined ? err({ code: 'item-number-bad', fields: { raw: shownText(text.value) } }) : ok(number);
};

/** Every unknown agency is reported, not only the first. */
const readItemAgencies = (reader: Reader, agencies: AgencyResolver): readonly AgencyCode[] => {
  const names = reader.require('agencies', readList, { code: 'item-without-agency', fields: {} }) ?? [];
  const codes = names.flatMap((name) => {
    const code = agencies.resolve(name);
    if (code === undefined) reader.error('agencies', agencies.unknown(name));
    return code === undefined ? [] : [code];
  });
  return sortedTexts(codes);
};

const readItemClass = (cell: Cell): Reading<ItemClass, RegistryFault> => {
  const text = readText(cell);
  if (!text.ok || text.value === undefined) return text.ok ? ok(undefined) : text;
  const parsed = itemClassSchema.safeParse(text.value);
  return parsed.success ? ok(parsed.data) : err({ code: 'item-class-unknown', fields: { raw: shownText(text.value) } });
};

const readPeople = readWholeNumber<RegistryFault>({ min: 2, max: 8191, bad: (raw) => ({ code: 'people-bad', fields: { raw } }) });
