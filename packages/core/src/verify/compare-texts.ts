/** Compares a recorded document with the replayed one line by line, so that a difference has a place. */
import { canonicalJson, type JsonValue } from '../base/canonical-json.js';
import { shownText } from '../base/shown-text.js';
import type { Finding } from './findings.js';

/** Lines listed one by one; of the others only the number. */
const MOST = 5;

export interface CompareInput {
  readonly file: string;
  /** Absent: the file is not there. */
  readonly recorded: string | undefined;
  readonly replayed: string;
}

/** Nothing where the texts are the same byte for byte. */
export const compareTexts = ({ file, recorded, replayed }: CompareInput): readonly Finding[] => {
  if (recorded === replayed) return [];
  if (recorded === undefined) return [{ code: 'file-missing', severity: 'error', where: { file }, fields: {} }];
  const ours = replayed.split('\n');
  const theirs = recorded.split('\n');
  const rows = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, index) => index).filter((index) => ours[index] !== theirs[index]);
  const listed = rows.slice(0, MOST).map((index): Finding => differs({ file, row: index + 1, field: '', recorded: theirs[index] ?? '', replayed: ours[index] ?? '' }));
  return rows.length <= MOST ? listed : [...listed, { code: 'more-differ', severity: 'error', where: { file }, fields: { count: rows.length - MOST } }];
};

export interface CompareValueInput {
  readonly file: string;
  readonly row?: number;
  readonly field: string;
  readonly recorded: JsonValue;
  readonly replayed: JsonValue;
}

/** Nothing where the values are the same. */
export const compareValues = ({ recorded, replayed, ...place }: CompareValueInput): readonly Finding[] => {
  const theirs = canonicalJson(recorded);
  const ours = canonicalJson(replayed);
  return theirs === ours ? [] : [differs({ ...place, recorded: theirs, replayed: ours })];
};

interface Difference {
  readonly file: string;
  readonly row?: number;
  readonly field: string;
  readonly recorded: string;
  readonly replayed: string;
}

const differs = ({ file, row, field, recorded, replayed }: Difference): Finding => {
  const from = excerptStart(recorded, replayed);
  return {
    code: 'value-differs',
    severity: 'error',
    where: { file, ...(row === undefined ? {} : { row }) },
    fields: { field, recorded: excerpt(recorded, from), replayed: excerpt(replayed, from) },
  };
};

/** So much of what both have in common stands before the first difference. */
const COMMON = 40;

/** Where two texts begin to be shown; never within a surrogate pair. */
const excerptStart = (a: string, b: string): number => {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  const from = Math.max(0, same - COMMON);
  return from > 0 && /[\udc00-\udfff]/.test(a.charAt(from)) ? from + 1 : from;
};

const excerpt = (text: string, from: number): string => shownText(from === 0 ? text : `…${text.slice(from)}`);
