/** The registry of inspectors. Names come out apart from everything else. @zh 执法检查人员名录库 */
import type { PlainDate } from '../base/brand.js';
import { shownText } from '../base/shown-text.js';
import { foldName, sortedBy } from '../base/text.js';
import type { AgencyResolver } from './agency-resolver.js';
import type { RawTable } from './cell.js';
import type { InspectorColumn } from './columns.js';
import { groupBy } from './group-by.js';
import { type InspectorRow, readInspectorRow } from './inspector-row.js';
import { sortedTexts } from './merge-rows.js';
import type { RegistryProblem } from './problems.js';
import { samePerson } from './identity.js';
import type { KnownInspector } from './same-person.js';
import type { Inspector, InspectorName } from './schemas.js';
import { acceptedRows, emptyProblems, inSheetOrder } from './table-rows.js';
import type { NamedArea } from './unknown-areas.js';
import { whereIn } from './where-in.js';

export interface ReadInspectorsInput {
  readonly table: RawTable<InspectorColumn>;
  readonly agencies: AgencyResolver;
  /** The day of the import: a licence whose last day is earlier has lapsed. */
  readonly today: PlainDate;
}

export interface ReadInspectors {
  /** In byte order of the identifier. */
  readonly entities: readonly Inspector[];
  /** In the same order. */
  readonly names: readonly InspectorName[];
  /** For comparing with the people of targets; no entity holds them. */
  readonly identified: readonly KnownInspector[];
  /** Every area that stands with somebody, and where. */
  readonly areas: readonly NamedArea[];
  readonly problems: readonly RegistryProblem[];
}

/** Reads every row; two rows of one identifier are both refused, since they may be two people. */
export const readInspectors = ({ table, agencies, today }: ReadInspectorsInput): ReadInspectors => {
  const rows = inSheetOrder(table).map((raw) => readInspectorRow({ table, raw, agencies, today }));
  const problems = [...emptyProblems(table), ...rows.flatMap((row) => row.problems), ...sameId(table, rows), ...sameLicence(table, rows), ...sameCard(table, rows)];
  const accepted = acceptedRows(rows, problems);
  const sorted = sortedBy(accepted.flatMap(personOf), ({ entity }) => entity.id);
  const identified = accepted.flatMap(({ id, identity, name }) => (id === undefined || identity === undefined ? [] : [{ inspector: id, identity, name }]));
  return { entities: sorted.map(({ entity }) => entity), names: sorted.map(({ name }) => name), identified, areas: accepted.flatMap((row) => areasOf(table, row)), problems };
};

const areasOf = (table: RawTable<InspectorColumn>, { row, ...areas }: InspectorRow): readonly NamedArea[] =>
  (['ownAreas', 'regions'] as const).flatMap((column) => (areas[column] ?? []).map((area) => ({ area, where: whereIn({ table, row, column }) })));

interface Person {
  readonly entity: Inspector;
  readonly name: InspectorName;
}

const personOf = ({ id, agency, name, qualifications, licences, isOnDuty, capacity, capacityPerYear, mayLead, grade, ownAreas, regions, away }: InspectorRow): readonly Person[] => {
  if (id === undefined || agency === undefined || name === undefined) return [];
  const entity = {
    id,
    agency,
    qualifications: sortedTexts(qualifications),
    licences: licences.map(({ number, validFrom, validUntil }) => ({ number, validFrom, validUntil })),
    isOnDuty,
    capacity,
    capacityPerYear,
    mayLead,
    grade,
    ownAreas: ownAreas === undefined ? undefined : sortedTexts(ownAreas),
    regions: regions === undefined ? undefined : sortedTexts(regions),
    away,
  };
  return [{ entity, name: { id, name } }];
};

const sameId = (table: RawTable<InspectorColumn>, rows: readonly InspectorRow[]): readonly RegistryProblem[] =>
  [...groupBy(rows, ({ id }) => id)].flatMap(([id, group]) =>
    group.flatMap(({ row }): readonly RegistryProblem[] => {
      const other = group.find((member) => member.row !== row);
      if (other === undefined) return [];
      return [{ code: 'inspector-duplicate', severity: 'error', where: whereIn({ table, row, column: 'number' }), fields: { id, otherRow: other.row } }];
    }),
  );

/** One person may carry one number in both columns; two people may not share one. */
const sameLicence = (table: RawTable<InspectorColumn>, rows: readonly InspectorRow[]): readonly RegistryProblem[] => {
  const licences = rows.flatMap(({ row, licences }) => licences.map(({ number, column }) => ({ row, number, column })));
  return [...groupBy(licences, ({ number }) => foldName(number)).values()].flatMap((group) =>
    group.flatMap(({ row, number, column }): readonly RegistryProblem[] => {
      const other = group.find((member) => member.row !== row);
      if (other === undefined) return [];
      const fields = { number: shownText(number), otherRow: other.row };
      return [{ code: 'licence-number-twice', severity: 'error', where: whereIn({ table, row, column }), fields }];
    }),
  );
};

/** Somebody who stands twice, mostly in two agencies, would be drawn twice as often and could be sent to two places. */
const sameCard = (table: RawTable<InspectorColumn>, rows: readonly InspectorRow[]): readonly RegistryProblem[] => {
  const people = rows.flatMap(({ row, id, identity, name }) => (id === undefined || identity === undefined ? [] : [{ row, id, identity, name }]));
  return [...groupBy(people, ({ identity }) => identity.masked).values()].flatMap((group) =>
    group.flatMap((person): readonly RegistryProblem[] => {
      const other = group.find((member) => member.row !== person.row && samePerson(member, person) === 'same');
      if (other === undefined) return [];
      const fields = { id: person.id, otherId: other.id, otherRow: other.row };
      return [{ code: 'person-twice', severity: 'error', where: whereIn({ table, row: person.row, column: 'identity' }), fields }];
    }),
  );
};
