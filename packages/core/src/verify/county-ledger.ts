/** A record's ledger is the beginning of its county's (record-format R10.1). */
import { PATHS } from '../record/paths.js';
import type { Finding } from './findings.js';
import type { OpenedRecord } from './opened-record.js';

/** The first line that differs; nothing where the county's ledger is not at hand. */
export const checkCountyLedger = ({ texts }: OpenedRecord, countyLedger: string | undefined): readonly Finding[] => {
  const own = texts.get(PATHS.ledger);
  if (own === undefined || countyLedger === undefined || countyLedger.startsWith(own)) return [];
  const theirs = countyLedger.split('\n');
  const row = own.split('\n').findIndex((line, index) => line !== theirs[index]) + 1;
  return [{ code: 'not-of-county-ledger', severity: 'error', where: { file: PATHS.ledger, row }, fields: { row } }];
};
