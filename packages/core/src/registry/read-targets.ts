/** The registry of targets. @zh 检查对象名录库 */
import type { TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import type { RawTable } from './cell.js';
import type { TargetColumn } from './columns.js';
import { groupBy } from './group-by.js';
import { agreedValue, sortedTexts } from './merge-rows.js';
import type { RegistryProblem } from './problems.js';
import type { RelatedPerson } from './same-person.js';
import type { Target } from './schemas.js';
import { acceptedRows, emptyProblems, inSheetOrder } from './table-rows.js';
import { targetConflicts } from './target-conflicts.js';
import { readTargetRow, type TargetRow, type TargetValues } from './target-row.js';
import { whereIn } from './where-in.js';

export interface ReadTargetsInput {
  readonly table: RawTable<TargetColumn>;
}

export interface ReadTargets {
  /** In byte order of the identifier. */
  readonly entities: readonly Target[];
  /** For comparing with the inspectors; no entity holds them. */
  readonly related: readonly RelatedPerson[];
  readonly problems: readonly RegistryProblem[];
}

/**
 * Reads every row and merges the rows of one identifier: labels are united, of every other column the filled value
 * counts. A row is in a target exactly when no error names it.
 */
export const readTargets = ({ table }: ReadTargetsInput): ReadTargets => {
  const rows = inSheetOrder(table).map((row) => readTargetRow(table, row));
  const problems = [...emptyProblems(table), ...rows.flatMap((row) => row.problems), ...targetConflicts({ table, rows })];
  const accepted = acceptedRows(rows, problems);
  const groups = [...groupBy(accepted, ({ id }) => id)];
  return { entities: sortedBy(groups.flatMap(([id, group]) => mergeTarget(id, group)), ({ id }) => id), related: accepted.flatMap((row) => relatedOf(table, row)), problems };
};

const relatedOf = (table: RawTable<TargetColumn>, { row, id, related }: TargetRow): readonly RelatedPerson[] =>
  id === undefined ? [] : related.map(({ column, identity, name }) => ({ target: id, where: whereIn({ table, row, column }), identity, name }));

const mergeTarget = (id: TargetId, rows: readonly TargetRow[]): readonly Target[] => {
  const name = agreedValue(rows.map((row) => row.name), (text) => text);
  if (name === undefined) return [];
  const agreed = <Text extends string>(valueOf: (values: TargetValues) => Text | undefined): Text | undefined =>
    agreedValue(rows.map((row) => valueOf(row.values)), (text) => text);
  return [
    {
      id,
      name,
      registrar: agreed((values) => values.registrar),
      area: agreed((values) => values.area),
      entityType: agreed((values) => values.entityType),
      foundedOn: agreed((values) => values.foundedOn),
      status: agreed((values) => values.status),
      industry: agreed((values) => values.industry),
      riskClass: agreed((values) => values.riskClass),
      address: agreed((values) => values.address),
      tags: sortedTexts(rows.flatMap((row) => row.tags)),
      lastInspectedOn: agreed((values) => values.lastInspectedOn),
    },
  ];
};
