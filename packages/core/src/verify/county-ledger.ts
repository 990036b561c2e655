/** A record's ledger is the beginning of its county's (record-format R10.1). */
import { PATHS } from '../record/paths.js';
import type { Finding } from './findings.js';
import type { OpenedRecord } from './opened-record.js';

/** The first line, from 1, at which a record's ledger leaves the county's; `undefined` where it is its beginning. */
export const firstStrangeLine = (own: string, county: string): number | undefined => {
  if (county.startsWith(own)) return undefined;
  let row = 1;
  for (let at = 0; at < own.length && own[at] === county[at]; at += 1) if (own[at] === '\n') row += 1;
  return row;
};

/** Nothing where the county's ledger is not at hand. */
export const checkCountyLedger = ({ texts }: OpenedRecord, countyLedger: string | undefined): readonly Finding[] => {
  const own = texts.get(PATHS.ledger);
  const row = own === undefined || countyLedger === undefined ? undefined : firstStrangeLine(own, countyLedger);
  return row === undefined ? [] : [{ code: 'not-of-county-ledger', severity: 'error', where: { file: PATHS.ledger, row }, fields: { row } }];
};
