/** Licences of one inspector: who is on duty needs one that has not lapsed. @zh 执法证 */
import type { PlainDate } from '../base/brand.js';
import { shownText } from '../base/shown-text.js';
import { compareUtf8, sortedBy } from '../base/text.js';
import type { InspectorColumn } from './columns.js';
import { readCodeText } from './field-readers.js';
import type { RegistryFault } from './problems.js';
import { readDate } from './read-date.js';
import type { RowReader } from './row-reader.js';
import type { Licence } from './schemas.js';

type Reader = RowReader<InspectorColumn, RegistryFault>;

/** The office's two pairs of columns, the general licence first. */
const PAIRS = [
  { number: 'licenceNumber', validFrom: 'licenceFrom', validUntil: 'licenceUntil' },
  { number: 'otherLicenceNumber', validFrom: 'otherLicenceFrom', validUntil: 'otherLicenceUntil' },
] as const;

/** A licence with the column its number stands in. */
export interface LicenceInColumn extends Licence {
  readonly column: InspectorColumn;
}

export interface ReadLicencesInput {
  readonly reader: Reader;
  readonly isOnDuty: boolean;
  readonly today: PlainDate;
}

/**
 * Reads both licences and reports what keeps a person on duty from inspecting. A half-filled licence that nobody needs is
 * a warning: the old 工商 column often lacks its date.
 *
 * @returns the complete ones, in byte order of number and date
 */
export const readLicences = ({ reader, isOnDuty, today }: ReadLicencesInput): readonly LicenceInColumn[] => {
  const pairs = PAIRS.map((pair) => readPair(reader, pair));
  const complete = pairs.flatMap(({ licence }) => (licence === undefined ? [] : [licence]));
  const incomplete = pairs.filter(({ half }) => half !== undefined);
  const isNeeded = isOnDuty && !complete.some(({ validUntil }) => compareUtf8(validUntil, today) >= 0);
  for (const { column, half = '' } of incomplete) {
    const fault: RegistryFault = { code: 'licence-incomplete', fields: { raw: shownText(half) } };
    if (isNeeded) reader.error(column, fault);
    else reader.warn(column, fault);
  }
  if (isNeeded) reportNeeded(reader, complete);
  return sortedBy(complete, ({ number, validUntil }) => `${number}\n${validUntil}`);
};

interface PairOfColumns {
  readonly number: InspectorColumn;
  readonly validFrom: InspectorColumn;
  readonly validUntil: InspectorColumn;
}

interface Pair {
  readonly column: InspectorColumn;
  readonly licence?: LicenceInColumn;
  /** What is there of a licence that lacks the other half. */
  readonly half?: string;
}

const readPair = (reader: Reader, columns: PairOfColumns): Pair => {
  const number = reader.read(columns.number, readCodeText);
  const validFrom = reader.read(columns.validFrom, readDate);
  const validUntil = reader.read(columns.validUntil, readDate);
  if (reader.isFaulty(columns.number) || reader.isFaulty(columns.validUntil)) return { column: columns.number };
  if (validFrom !== undefined && validUntil !== undefined && validFrom > validUntil) reader.error(columns.validFrom, { code: 'licence-backwards', fields: { validFrom, validUntil } });
  if (number !== undefined && validUntil !== undefined) return { column: columns.number, licence: { number, validFrom, validUntil, column: columns.number } };
  if (number !== undefined) return { column: columns.validUntil, half: number };
  return validUntil === undefined ? { column: columns.number } : { column: columns.number, half: validUntil };
};

/** The one reason left to give; a licence that could not be read has been reported already. */
const reportNeeded = (reader: Reader, complete: readonly Licence[]): void => {
  const isReported = PAIRS.some(({ number, validUntil }) => reader.isFaulty(number) || reader.isFaulty(validUntil));
  const latest = sortedBy(complete.map(({ validUntil }) => validUntil), (day) => day).at(-1);
  if (latest !== undefined) reader.error('licenceUntil', { code: 'licence-lapsed', fields: { validUntil: latest } });
  else if (!isReported) reader.error('licenceNumber', { code: 'licence-missing', fields: {} });
};
