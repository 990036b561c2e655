/** The register of appointed specialists (match-spec M10). @zh 委派登记 */
import type { AgencyCode, InspectorId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import type { AgencyResolver } from './agency-resolver.js';
import { appointmentKey } from './appointment-key.js';
import type { RawRow, RawTable } from './cell.js';
import type { AppointmentColumn } from './columns.js';
import { readText } from './field-readers.js';
import { groupBy } from './group-by.js';
import { sortedTexts } from './merge-rows.js';
import { nearestName } from './nearest-name.js';
import type { RegistryFault, RegistryProblem } from './problems.js';
import { readAgency } from './read-agency.js';
import { readPersonOf } from './read-known-inspector.js';
import { rowReader } from './row-reader.js';
import type { Appointment, InspectionItem, Inspector } from './schemas.js';
import { acceptedRows, inSheetOrder, type ReadRow } from './table-rows.js';
import { whereIn } from './where-in.js';

export interface ReadAppointmentsInput {
  readonly table: RawTable<AppointmentColumn>;
  readonly agencies: AgencyResolver;
  readonly inspectors: readonly Inspector[];
  readonly items: readonly InspectionItem[];
}

export interface ReadAppointments {
  /** In the order of {@link appointmentKey}. */
  readonly entities: readonly Appointment[];
  readonly problems: readonly RegistryProblem[];
}

/** Reads every row. An office that appoints nobody has none. */
export const readAppointments = (input: ReadAppointmentsInput): ReadAppointments => {
  const { table, inspectors, items } = input;
  const people: People = { known: new Set(inspectors.map(({ id }) => id)), offDuty: new Set(inspectors.flatMap(({ id, isOnDuty }) => (isOnDuty ? [] : [id]))) };
  const rows = inSheetOrder(table).map((raw) => readAppointmentRow(input, people, raw));
  const problems = [...rows.flatMap((row) => row.problems), ...repeated(table, rows), ...notAsked(table, rows, items)];
  return { entities: sortedBy(acceptedRows(rows, problems).flatMap(({ appointment }) => appointment ?? []), appointmentKey), problems };
};

interface People {
  readonly known: ReadonlySet<InspectorId>;
  readonly offDuty: ReadonlySet<InspectorId>;
}

interface AppointmentRow extends ReadRow {
  /** Where every cell could be read. */
  readonly appointment: Appointment | undefined;
}

const readAppointmentRow = ({ table, agencies }: ReadAppointmentsInput, { known, offDuty }: People, raw: RawRow<AppointmentColumn>): AppointmentRow => {
  const reader = rowReader<AppointmentColumn, RegistryFault>({ table, row: raw });
  const agency = reader.require('agency', readAgency(agencies), { code: 'agency-missing', fields: {} });
  const qualification = reader.require('qualification', readText, { code: 'appointment-qualification-missing', fields: {} });
  const home = reader.read('home', readAgency(agencies)) ?? (reader.isFaulty('home') ? undefined : agency);
  const inspector = readPersonOf({ reader, agency: home, known, unknown: (id) => ({ code: 'appointment-unknown-inspector', fields: { id } }) });
  if (inspector !== undefined && offDuty.has(inspector)) reader.error('number', { code: 'appointment-off-duty', fields: { inspector } });
  const by = reader.require('by', readText, { code: 'appointment-by-missing', fields: {} });
  const reason = reader.require('reason', readText, { code: 'appointment-reason-missing', fields: {} });
  const isWhole = agency !== undefined && qualification !== undefined && inspector !== undefined && by !== undefined && reason !== undefined;
  return { row: raw.row, appointment: isWhole ? { agency, qualification, inspector, by, reason } : undefined, problems: reader.problems() };
};

const repeated = (table: RawTable<AppointmentColumn>, rows: readonly AppointmentRow[]): readonly RegistryProblem[] =>
  [...groupBy(rows, ({ appointment }) => (appointment === undefined ? undefined : appointmentKey(appointment))).values()].flatMap(([first, ...others]) =>
    others.flatMap(({ row, appointment }): readonly RegistryProblem[] => {
      if (first === undefined || appointment === undefined) return [];
      const { inspector, qualification } = appointment;
      return [{ code: 'appointment-twice', severity: 'error', where: whereIn({ table, row, column: 'number' }), fields: { inspector, qualification, otherRow: first.row } }];
    }),
  );

/** Such a row does nothing; most likely the word is mistyped. */
const notAsked = (table: RawTable<AppointmentColumn>, rows: readonly AppointmentRow[], items: readonly InspectionItem[]): readonly RegistryProblem[] => {
  const asked = askedBy(items);
  return rows.flatMap(({ row, appointment }): readonly RegistryProblem[] => {
    if (appointment === undefined) return [];
    const { agency, qualification } = appointment;
    const words = asked.get(agency) ?? [];
    if (words.includes(qualification)) return [];
    const nearest = nearestName(qualification, words);
    const fields = { agency, qualification, ...(nearest === undefined ? {} : { nearest }) };
    return [{ code: 'appointment-not-asked', severity: 'warning', where: whereIn({ table, row, column: 'qualification' }), fields }];
  });
};

/** By agency, what its items ask for, ascending. */
const askedBy = (items: readonly InspectionItem[]): ReadonlyMap<AgencyCode, readonly string[]> => {
  const words = new Map<AgencyCode, string[]>();
  for (const { agencies, qualifications, anyQualifications = [] } of items) {
    for (const agency of agencies) words.set(agency, [...(words.get(agency) ?? []), ...qualifications, ...anyQualifications]);
  }
  return new Map([...words].map(([agency, found]) => [agency, sortedTexts(found)]));
};
