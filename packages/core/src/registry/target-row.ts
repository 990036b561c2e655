/** One row of the registry of targets, read on its own. */
import type { PlainDate, TargetId } from '../base/brand.js';
import { err, ok } from '../base/result.js';
import { shownText } from '../base/shown-text.js';
import { passesCheckCharacter } from './canonical-id.js';
import type { Cell, RawRow, RawTable } from './cell.js';
import type { TargetColumn } from './columns.js';
import { readCodeText, readList, readText, type Reading } from './field-readers.js';
import type { RegistryFault } from './problems.js';
import { type IdentifiedPerson, readIdentities } from './identity.js';
import { readDate } from './read-date.js';
import { readTargetId, targetIdsOf } from './read-target-id.js';
import { rowReader, type RowReader } from './row-reader.js';
import { riskClassOf } from './risk-class.js';
import type { RiskClass } from './schemas.js';
import type { ReadRow } from './table-rows.js';

/** What several rows of one target must not say differently. */
export interface TargetValues {
  readonly registrar: string | undefined;
  readonly area: string | undefined;
  readonly entityType: string | undefined;
  readonly foundedOn: PlainDate | undefined;
  readonly status: string | undefined;
  readonly industry: string | undefined;
  readonly riskClass: RiskClass | undefined;
  readonly address: string | undefined;
  readonly lastInspectedOn: PlainDate | undefined;
}

export interface TargetRow extends ReadRow {
  readonly id: TargetId | undefined;
  readonly name: string | undefined;
  readonly formerIds: readonly TargetId[];
  readonly values: TargetValues;
  readonly tags: readonly string[];
  readonly related: readonly RelatedInColumn[];
}

/** A legal representative or shareholder, with the column that says so. */
export interface RelatedInColumn extends IdentifiedPerson {
  readonly column: TargetColumn;
}

export const readTargetRow = (table: RawTable<TargetColumn>, raw: RawRow<TargetColumn>): TargetRow => {
  const reader = rowReader<TargetColumn, RegistryFault>({ table, row: raw });
  const id = readTargetId(reader);
  if (id !== undefined && !passesCheckCharacter(id)) reader.warn('code', { code: 'code-check-character', fields: { id } });
  const name = reader.require('name', readText, { code: 'name-missing', fields: {} });
  const formerCode = reader.read('formerCode', readCodeText);
  const values: TargetValues = {
    registrar: reader.read('registrar', readText),
    area: reader.read('area', readText),
    entityType: reader.read('entityType', readText),
    foundedOn: reader.read('foundedOn', readDate),
    status: reader.read('status', readText),
    industry: reader.read('industry', readText),
    riskClass: reader.read('riskClass', readRiskClass),
    address: reader.read('address', readText),
    lastInspectedOn: reader.read('lastInspectedOn', readDate),
  };
  const tags = reader.read('tags', readList) ?? [];
  const related = readRelated(reader, raw);
  return { row: raw.row, id, name, formerIds: formerCode === undefined ? [] : targetIdsOf(formerCode), values, tags, related, problems: reader.problems() };
};

/** Never stored, and what is wrong with them is said without them. */
const readRelated = (reader: RowReader<TargetColumn, RegistryFault>, { cells }: RawRow<TargetColumn>): readonly RelatedInColumn[] => {
  const representative = cells.representative === undefined ? undefined : readText(cells.representative);
  const name = representative?.ok === true ? representative.value : undefined;
  return (['representativeIdentity', 'shareholderIdentities'] as const).flatMap((column) => {
    const { identities, isRounded } = readIdentities(cells[column]);
    if (isRounded) reader.warn(column, { code: 'identity-unreadable', fields: {} });
    return identities.map((identity) => ({ column, identity, name: column === 'representativeIdentity' ? name : undefined }));
  });
};

/** `A`, or `A类`. */
const readRiskClass = (cell: Cell): Reading<RiskClass, RegistryFault> => {
  const text = readText(cell);
  if (!text.ok || text.value === undefined) return text.ok ? ok(undefined) : text;
  const riskClass = riskClassOf(text.value);
  return riskClass === undefined ? err({ code: 'risk-class-unknown', fields: { raw: shownText(text.value) } }) : ok(riskClass);
};
