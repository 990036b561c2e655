/** One row of the registry of inspectors, read on its own. */
import type { AgencyCode, InspectorId, PlainDate } from '../base/brand.js';
import { err, ok } from '../base/result.js';
import { shownText } from '../base/shown-text.js';
import { foldName } from '../base/text.js';
import type { AgencyResolver } from './agency-resolver.js';
import { canonicalId, inspectorId } from './canonical-id.js';
import type { Cell, RawRow, RawTable } from './cell.js';
import { type LicenceInColumn, readLicences } from './check-licences.js';
import type { InspectorColumn } from './columns.js';
import { type Identity, readIdentities } from './identity.js';
import { readAgency } from './read-agency.js';
import { readAway } from './read-away.js';
import { readCodeText, readList, readText, readYesNo, type Reading } from './field-readers.js';
import type { RegistryFault } from './problems.js';
import { readCapacity } from './read-capacity.js';
import { rowReader, type RowReader } from './row-reader.js';
import type { Grade, Period } from './schemas.js';
import type { ReadRow } from './table-rows.js';

export interface InspectorRow extends ReadRow {
  readonly id: InspectorId | undefined;
  readonly agency: AgencyCode | undefined;
  readonly name: string | undefined;
  readonly qualifications: readonly string[];
  readonly licences: readonly LicenceInColumn[];
  readonly isOnDuty: boolean;
  readonly capacity: number | undefined;
  readonly capacityPerYear: number | undefined;
  readonly mayLead: boolean | undefined;
  readonly grade: Grade | undefined;
  readonly ownAreas: readonly string[] | undefined;
  readonly regions: readonly string[] | undefined;
  readonly away: readonly Period[] | undefined;
  /** For comparing two people; no entity holds it. */
  readonly identity: Identity | undefined;
}

export interface InspectorRowInput {
  readonly table: RawTable<InspectorColumn>;
  readonly raw: RawRow<InspectorColumn>;
  readonly agencies: AgencyResolver;
  readonly today: PlainDate;
}

export const readInspectorRow = ({ table, raw, agencies, today }: InspectorRowInput): InspectorRow => {
  const reader = rowReader<InspectorColumn, RegistryFault>({ table, row: raw });
  const agency = reader.require('agency', readAgency(agencies), { code: 'agency-missing', fields: {} });
  const number = reader.require('number', readCodeText, { code: 'inspector-number-missing', fields: {} });
  const id = readId(reader, agency, number);
  const name = reader.require('name', readText, { code: 'name-missing', fields: {} });
  // Nobody is taken for absent because of a word that cannot be read; the row is refused all the same.
  const isOnDuty = reader.read('status', readStatus) ?? true;
  return {
    row: raw.row,
    id,
    agency,
    name,
    qualifications: reader.read('qualifications', readList) ?? [],
    licences: readLicences({ reader, isOnDuty: isOnDuty && !reader.isFaulty('status'), today }),
    isOnDuty,
    capacity: reader.read('capacity', readCapacity),
    capacityPerYear: reader.read('capacityPerYear', readCapacity),
    mayLead: reader.read('mayLead', readYesNo),
    grade: reader.read('grade', readGrade),
    ownAreas: reader.read('ownAreas', readList),
    regions: reader.read('regions', readList),
    away: reader.read('away', readAway),
    identity: readIdentity(reader, raw),
    problems: reader.problems(),
  };
};

/** The number is judged even where the agency is unknown. */
const readId = (reader: RowReader<InspectorColumn, RegistryFault>, agency: AgencyCode | undefined, number: string | undefined): InspectorId | undefined => {
  if (number === undefined) return undefined;
  if (canonicalId('local', number) === undefined) reader.error('number', { code: 'inspector-number-bad', fields: { raw: shownText(number) } });
  return agency === undefined ? undefined : inspectorId(agency, number);
};

/** What cannot be compared is no reason to refuse a person. */
const readIdentity = (reader: RowReader<InspectorColumn, RegistryFault>, { cells }: RawRow<InspectorColumn>): Identity | undefined => {
  const { identities, hasOthers } = readIdentities(cells.identity);
  if (hasOthers || identities.length > 1) reader.warn('identity', { code: 'identity-unreadable', fields: {} });
  return identities.length === 1 ? identities[0] : undefined;
};

const GRADE_WORDS: ReadonlyMap<string, Grade> = new Map([['资深', 'senior'], ['见习', 'trainee']]);

const readGrade = (cell: Cell): Reading<Grade, RegistryFault> => {
  const text = readText(cell);
  if (!text.ok || text.value === undefined) return text.ok ? ok(undefined) : text;
  const grade = GRADE_WORDS.get(foldName(text.value));
  return grade === undefined ? err({ code: 'grade-unknown', fields: { raw: shownText(text.value) } }) : ok(grade);
};

const ON_DUTY: ReadonlySet<string> = new Set(['在岗', '在职', '正常']);
const OFF_DUTY: ReadonlySet<string> = new Set(['离岗', '离职', '退休', '借调', '病假', '停用']);

/** True for a person who is on duty. */
const readStatus = (cell: Cell): Reading<boolean, RegistryFault> => {
  const text = readText(cell);
  if (!text.ok || text.value === undefined) return text.ok ? ok(undefined) : text;
  const status = foldName(text.value);
  if (ON_DUTY.has(status)) return ok(true);
  if (OFF_DUTY.has(status)) return ok(false);
  return err({ code: 'status-unknown', fields: { raw: shownText(text.value) } });
};
