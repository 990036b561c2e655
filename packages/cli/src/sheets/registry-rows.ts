/** Registries of a snapshot as rows of their tables, by column key (docs/excel-format.md). */
import {
  type Agency, type AgencyCode, type AgencyColumn, agencyOf, type AppointmentColumn, type Grade, type InspectorColumn, type ItemColumn, type Period,
  readList, type RecusalColumn, type SnapshotContent, type TargetColumn, type TargetId, type TeamColumn,
} from '@shuangsuiji/core';
import type { CellContent } from '../excel/workbook-content.js';

/** What a snapshot holds for people to edit. */
export type RegistryContent = Omit<SnapshotContent, 'report'>;

/** Columns without a value are absent. */
export type RowCells<Column extends string> = Readonly<Partial<Record<Column, CellContent>>>;

/** Industries need another separator: their names hold 、 themselves. */
const list = (values: readonly string[] | undefined, separator: '、' | '；' = '、'): CellContent =>
  values === undefined || values.length === 0 ? undefined : values.join(separator);
const codeOf = (id: TargetId): string => id.slice(id.indexOf(':') + 1);
const numberOf = (id: string): string => id.slice(id.indexOf('/') + 1);

/** The name of an agency, or its code where the name would be read as several. */
const agencyWord = (agencies: readonly Agency[]): ((code: AgencyCode) => string) => {
  const words = new Map(agencies.map(({ code, name }) => {
    const read = readList({ kind: 'text', text: name });
    return [code, read.ok && read.value?.length === 1 ? name : code];
  }));
  return (code) => words.get(code) ?? code;
};

export const agencyRows = ({ agencies }: RegistryContent): readonly RowCells<AgencyColumn>[] =>
  agencies.map(({ code, name, aliases, capacity, capacityPerYear }) => ({ code, name, aliases: list(aliases), capacity, capacityPerYear }));

export const targetRows = ({ targets }: RegistryContent): readonly RowCells<TargetColumn>[] =>
  targets.map(({ id, tags, ...columns }) => ({ ...columns, [id.startsWith('local:') ? 'localCode' : 'code']: codeOf(id), tags: list(tags) }));

const GRADE_WORDS: Readonly<Record<Grade, string>> = { senior: '资深', trainee: '见习' };
const away = (periods: readonly Period[] | undefined): CellContent => list(periods?.map(({ from, to }) => (from === to ? from : `${from}至${to}`)));
const yesNo = (value: boolean | undefined): CellContent => (value === undefined ? undefined : value ? '是' : '否');

export const inspectorRows = ({ inspectors, names, agencies }: RegistryContent): readonly RowCells<InspectorColumn>[] => {
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const agency = agencyWord(agencies);
  return inspectors.map(({ id, licences: [licence, other], ...inspector }) => ({
    number: numberOf(id),
    name: nameOf.get(id),
    agency: agency(inspector.agency),
    qualifications: list(inspector.qualifications),
    licenceNumber: licence?.number,
    licenceFrom: licence?.validFrom,
    licenceUntil: licence?.validUntil,
    otherLicenceNumber: other?.number,
    otherLicenceFrom: other?.validFrom,
    otherLicenceUntil: other?.validUntil,
    // A snapshot knows only whether somebody is on duty, not why.
    status: inspector.isOnDuty ? '在岗' : '离岗',
    capacity: inspector.capacity,
    capacityPerYear: inspector.capacityPerYear,
    mayLead: yesNo(inspector.mayLead),
    grade: inspector.grade === undefined ? undefined : GRADE_WORDS[inspector.grade],
    ownAreas: list(inspector.ownAreas),
    regions: list(inspector.regions),
    away: away(inspector.away),
  }));
};

export const itemRows = ({ items, agencies }: RegistryContent): readonly RowCells<ItemColumn>[] => {
  const agency = agencyWord(agencies);
  return items.map(({ id, appliesTo, agencies: codes, qualifications, anyQualifications, ...item }) => ({
    number: id,
    ...item,
    agencies: list(codes.map(agency)),
    entityTypes: list(appliesTo.entityTypes),
    industries: list(appliesTo.industries, '；'),
    tags: list(appliesTo.tags),
    qualifications: list(qualifications),
    anyQualifications: list(anyQualifications),
  }));
};

/** 人员部门 stays empty where somebody goes for the own agency. */
export const appointmentRows = ({ appointments = [], agencies }: RegistryContent): readonly RowCells<AppointmentColumn>[] => {
  const word = agencyWord(agencies);
  return appointments.map(({ agency, qualification, inspector, by, reason }) => {
    const home = agencyOf(inspector);
    return { agency: word(agency), qualification, home: home === agency ? undefined : word(home), number: numberOf(inspector), by, reason };
  });
};

/** One row a person. */
export const teamRows = ({ teams = [], agencies }: RegistryContent): readonly RowCells<TeamColumn>[] => {
  const agency = agencyWord(agencies);
  return teams.flatMap(({ group, inspectors }) => inspectors.map((inspector) => ({ group, agency: agency(agencyOf(inspector)), number: numberOf(inspector) })));
};

export const recusalRows = ({ recusals, agencies }: RegistryContent): readonly RowCells<RecusalColumn>[] => {
  const agency = agencyWord(agencies);
  return recusals.map(({ target, inspector, ground, declaredOn }) => ({
    agency: agency(agencyOf(inspector)),
    number: numberOf(inspector),
    code: codeOf(target),
    ground,
    declaredOn,
  }));
};
