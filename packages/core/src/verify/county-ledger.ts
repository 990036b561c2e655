/** A record's ledger is the beginning of its county's (record-format R10.1). */
import { PATHS } from '../record/paths.js';
import type { Finding } from './findings.js';
import type { OpenedRecord } from './opened-record.js';

/** The first line, from 1, at which a record's ledger leaves the county's; `undefined` where it is its beginning. */
export const firstStrangeLine = (own: string, county: string): number | undefined => {
  if (county.startsWith(own)) return undefined;
  const theirs = county.split('\n');
  return own.split('\n').findIndex((line, index) => line !== theirs[index]) + 1;
};

/** Nothing where the county's ledger is not at hand. */
export const checkCountyLedger = ({ texts }: OpenedRecord, countyLedger: string | undefined): readonly Finding[] => {
  const own = texts.get(PATHS.ledger);
  const row = own === undefined || countyLedger === undefined ? undefined : firstStrangeLine(own, countyLedger);
  return row === undefined ? [] : [{ code: 'not-of-county-ledger', severity: 'error', where: { file: PATHS.ledger, row }, fields: { row } }];
};
