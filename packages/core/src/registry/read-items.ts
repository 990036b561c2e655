/** The list of inspection items. @zh 随机抽查事项清单 */
import { shownText } from '../base/shown-text.js';
import { sortedBy } from '../base/text.js';
import type { AgencyResolver } from './agency-resolver.js';
import type { RawTable } from './cell.js';
import type { ItemColumn } from './columns.js';
import { groupBy } from './group-by.js';
import { type ItemRow, type ItemValues, readItemRow } from './item-row.js';
import { agreedValue, contradictingValues, listText, sortedTexts } from './merge-rows.js';
import type { RegistryProblem } from './problems.js';
import type { InspectionItem } from './schemas.js';
import { acceptedRows, emptyProblems, inSheetOrder } from './table-rows.js';
import { whereIn } from './where-in.js';

export interface ReadItemsInput {
  readonly table: RawTable<ItemColumn>;
  readonly agencies: AgencyResolver;
}

export interface ReadItems {
  /** In byte order of the number. */
  readonly entities: readonly InspectionItem[];
  readonly problems: readonly RegistryProblem[];
}

/** Reads every row and merges the rows of one number: each legal basis counts, every other column must agree. */
export const readItems = ({ table, agencies }: ReadItemsInput): ReadItems => {
  const rows = inSheetOrder(table).map((raw) => readItemRow({ table, raw, agencies }));
  const problems = [...emptyProblems(table), ...rows.flatMap((row) => row.problems), ...disagreements(table, rows)];
  const groups = [...groupBy(acceptedRows(rows, problems), ({ id }) => id)];
  return { entities: sortedBy(groups.flatMap(([id, group]) => mergeItem(id, group)), ({ id }) => id), problems };
};

const COMPARED = ['category', 'name', 'targets', 'itemClass', 'method', 'agencies', 'entityTypes', 'industries', 'tags', 'qualifications', 'anyQualifications', 'people'] as const satisfies readonly (keyof ItemValues)[];

const disagreements = (table: RawTable<ItemColumn>, rows: readonly ItemRow[]): readonly RegistryProblem[] =>
  [...groupBy(rows, ({ id }) => id)].flatMap(([number, group]) =>
    COMPARED.flatMap((column) => {
      const values = contradictingValues(group.map((row) => comparable(row.values[column]))).map(shownText);
      if (values.length === 0) return [];
      return group.map(({ row }): RegistryProblem => ({
        code: 'item-duplicate-disagrees', severity: 'error', where: whereIn({ table, row, column }), fields: { number: shownText(number), column, values },
      }));
    }),
  );

const comparable = (value: ItemValues[keyof ItemValues]): string | undefined => {
  if (value === undefined || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return value.length === 0 ? undefined : listText(value);
};

const mergeItem = (id: string, rows: readonly ItemRow[]): readonly InspectionItem[] => {
  const agreed = <Value extends ItemValues[keyof ItemValues]>(valueOf: (values: ItemValues) => Value): NonNullable<Value> | undefined =>
    agreedValue(rows.map((row) => filled(valueOf(row.values))), (value) => comparable(value) ?? '');
  const name = agreed((values) => values.name);
  if (name === undefined) return [];
  const bases = sortedTexts(rows.flatMap(({ basis }) => (basis === undefined ? [] : [basis])));
  return [
    {
      id,
      category: agreed((values) => values.category),
      name,
      targets: agreed((values) => values.targets),
      itemClass: agreed((values) => values.itemClass),
      method: agreed((values) => values.method),
      agencies: agreed((values) => values.agencies) ?? [],
      basis: bases.length === 0 ? undefined : bases.join('\n'),
      appliesTo: {
        entityTypes: agreed((values) => values.entityTypes),
        industries: agreed((values) => values.industries),
        tags: agreed((values) => values.tags),
      },
      qualifications: agreed((values) => values.qualifications) ?? [],
      anyQualifications: agreed((values) => values.anyQualifications),
      people: agreed((values) => values.people),
    },
  ];
};

/** An empty list says nothing about its column. */
const filled = <Value extends ItemValues[keyof ItemValues]>(value: Value): NonNullable<Value> | undefined =>
  value === undefined || comparable(value) === undefined ? undefined : value;
