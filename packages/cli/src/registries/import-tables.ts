/** From tables to registries. A table that could not be read takes only its own problems with it. */
import { type HashText, importRegistries, type ImportedRegistries, type PlainDate } from '@shuangsuiji/core';
import { recusalGrounds } from '../assets.js';
import type { CountyTables } from './read-tables.js';

export interface ImportTablesInput {
  readonly tables: CountyTables;
  readonly today: PlainDate;
  readonly hash: HashText;
}

const ABSENT = '';
const EMPTY = { file: ABSENT, sheet: ABSENT, headers: {}, rows: [] } as const;

export const importTables = ({ tables, today, hash }: ImportTablesInput): ImportedRegistries => {
  const imported = importRegistries({
    agencies: tables.agencies ?? EMPTY,
    targets: tables.targets ?? EMPTY,
    inspectors: tables.inspectors ?? EMPTY,
    items: tables.items ?? EMPTY,
    recusals: tables.recusals ?? EMPTY,
    appointments: tables.appointments ?? EMPTY,
    teams: tables.teams ?? EMPTY,
    today,
    grounds: recusalGrounds(),
    hash,
  });
  const absent: readonly string[] = [
    ...(tables.agencies === undefined ? ['agency-unknown'] : []),
    ...(tables.targets === undefined ? ['recusal-unknown-target'] : []),
    ...(tables.inspectors === undefined ? ['recusal-unknown-inspector', 'appointment-unknown-inspector', 'team-unknown-inspector'] : []),
    ...(tables.items === undefined ? ['appointment-not-asked'] : []),
  ];
  // Problems that only say that another table is not there.
  return { ...imported, problems: imported.problems.filter(({ code, where }) => where?.file !== ABSENT && !absent.includes(code)) };
};
