/** What rows of the registry of targets say against each other. An error names every row it refuses. */
import type { TargetId } from '../base/brand.js';
import { shownText } from '../base/shown-text.js';
import { foldName, sortedBy } from '../base/text.js';
import type { RawTable } from './cell.js';
import type { TargetColumn } from './columns.js';
import { groupBy } from './group-by.js';
import { contradictingValues } from './merge-rows.js';
import type { RegistryProblem } from './problems.js';
import type { TargetRow, TargetValues } from './target-row.js';
import { whereIn } from './where-in.js';

type Table = RawTable<TargetColumn>;
type Groups = ReadonlyMap<TargetId, readonly TargetRow[]>;

const COMPARED = ['registrar', 'area', 'entityType', 'foundedOn', 'status', 'industry', 'riskClass', 'address', 'lastInspectedOn'] as const satisfies readonly (keyof TargetValues)[];

export interface TargetConflictsInput {
  readonly table: Table;
  /** In sheet order, those with errors of their own included, so that mending one error does not bring up the next. */
  readonly rows: readonly TargetRow[];
}

/** Two names or contradicting columns under one identifier, one firm under two identifiers. */
export const targetConflicts = ({ table, rows }: TargetConflictsInput): readonly RegistryProblem[] => {
  const groups: Groups = groupBy(rows, ({ id }) => id);
  const repeated = [...groups].filter(([, group]) => group.length > 1);
  return [
    ...repeated.flatMap(([id, group]) => [...twoNames(table, id, group), ...contradictions(table, id, group)]),
    ...twoCodes(table, groups),
    ...sameNames(table, rows),
  ];
};

const twoNames = (table: Table, id: TargetId, group: readonly TargetRow[]): readonly RegistryProblem[] => {
  const names = group.map(({ name }) => (name === undefined ? undefined : foldName(name)));
  if (new Set(names.filter((name) => name !== undefined)).size < 2) return [];
  return group.map(({ row, name }, index): RegistryProblem => {
    // A row without a readable name is refused with its group; any other row of the group shows the dispute.
    const other = group.find((_, at) => names[at] !== undefined && names[at] !== names[index]);
    const fields = { id, name: shownText(name ?? ''), row, otherName: shownText(other?.name ?? ''), otherRow: other?.row ?? row };
    return { code: 'id-under-two-names', severity: 'error', where: whereIn({ table, row, column: 'name' }), fields };
  });
};

const contradictions = (table: Table, id: TargetId, group: readonly TargetRow[]): readonly RegistryProblem[] =>
  COMPARED.flatMap((column) => {
    const values = contradictingValues(group.map((row) => row.values[column])).map(shownText);
    if (values.length === 0) return [];
    return group.map(({ row }): RegistryProblem => ({
      code: 'target-rows-disagree', severity: 'error', where: whereIn({ table, row, column }), fields: { id, column, values },
    }));
  });

/** Both sides of a link are refused whole: which code stands is the office's decision. */
const twoCodes = (table: Table, groups: Groups): readonly RegistryProblem[] => {
  const links = new Map<TargetId, Map<TargetId, number>>();
  const link = (id: TargetId, otherId: TargetId, otherRow: number): void => {
    const others = links.get(id) ?? new Map<TargetId, number>();
    if (!others.has(otherId)) others.set(otherId, otherRow);
    links.set(id, others);
  };
  for (const [id, group] of groups) {
    for (const { row, formerIds } of group) {
      for (const formerId of formerIds) {
        const former = groups.get(formerId)?.[0];
        if (former === undefined || formerId === id) continue;
        link(id, formerId, former.row);
        link(formerId, id, row);
      }
    }
  }
  return [...links].flatMap(([id, others]) =>
    [...others].flatMap(([otherId, otherRow]) =>
      (groups.get(id) ?? []).map(({ row }): RegistryProblem => ({
        code: 'target-under-two-codes', severity: 'error', where: whereIn({ table, row, column: 'code' }), fields: { id, otherId, otherRow },
      })),
    ),
  );
};

/** One warning for each 注册号, at its first row of that name. */
const sameNames = (table: Table, rows: readonly TargetRow[]): readonly RegistryProblem[] =>
  [...groupBy(rows, ({ name }) => (name === undefined ? undefined : foldName(name))).values()].flatMap((namesakes) => {
    const byId = groupBy(namesakes, ({ id }) => id);
    const otherIds = sortedBy([...byId.keys()].filter((id) => id.startsWith('uscc:')), (id) => id);
    if (otherIds.length === 0) return [];
    return [...byId].flatMap(([id, [first]]): readonly RegistryProblem[] => {
      if (!id.startsWith('reg:') || first === undefined) return [];
      const fields = { name: shownText(first.name ?? ''), id, otherIds };
      return [{ code: 'same-name-two-codes', severity: 'warning', where: whereIn({ table, row: first.row, column: 'name' }), fields }];
    });
  });
