/** Reads a ledger back: every line, its number, its chain (record-format R10.1, R10.2). */
import type { Digest, Timestamp } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';
import { epochSecondsOf } from '../base/plain-date.js';
import { readJsonDocument } from '../base/read-json-lines.js';
import { EMPTY_HEAD, type LedgerEntry, ledgerEntrySchema, type LedgerHead } from './ledger.js';
import type { RecordProblem } from './problems.js';

export interface ReadLedgerInput {
  /** For naming it in problems. */
  readonly file: string;
  /** What stands between its line feeds, in order: the last piece is what comes after the last LF, mostly nothing. */
  readonly pieces: Iterable<string>;
  /** The types of entries that are wanted; all of them where it is absent. Every line is checked either way. */
  readonly keeps?: ReadonlySet<LedgerEntry['type']> | undefined;
  /** Whole seconds since 1970-01-01T00:00:00Z: entries of later times are warned of. */
  readonly latest?: number | undefined;
  readonly hash: HashText;
}

export interface ReadLedger {
  /** Every line that could be read and is wanted, also beside lines with problems. */
  readonly entries: readonly LedgerEntry[];
  /** sha256 of every whole line without its LF, the first line's first. */
  readonly digests: readonly Digest[];
  /** Of the last whole line. */
  readonly head: LedgerHead;
  /** A torn last line, or nothing. */
  readonly torn: string;
  readonly problems: readonly RecordProblem[];
}

/** Reads and checks line by line, so that the text of a long ledger need never stand in memory. A time that goes back is a warning; everything else an error. */
export const readLedger = ({ file, pieces, keeps, latest = Infinity, hash }: ReadLedgerInput): ReadLedger => {
  const entries: LedgerEntry[] = [];
  const digests: Digest[] = [];
  const problems: RecordProblem[] = [];
  let head: LedgerHead = EMPTY_HEAD;
  const ahead: Ahead[] = [];
  let before: LedgerEntry | undefined;
  const take = (line: string): void => {
    const row = head.seq + 1;
    const parsed = readJsonDocument({ file, text: `${line}\n`, schema: ledgerEntrySchema });
    if (parsed.ok) {
      const entry = parsed.value;
      problems.push(...linkProblems({ entry, head, row, file }), ...timeProblems({ entry, before, row, file }));
      if (keeps === undefined || keeps.has(entry.type)) entries.push(entry);
      if (epochSecondsOf(entry.at) > latest) ahead.push({ row, at: entry.at });
      before = entry;
    } else problems.push(...parsed.error.map((problem) => ({ ...problem, where: { file, row } })));
    head = { seq: row, digest: digestOf(line, hash) };
    digests.push(head.digest);
  };
  const torn = takeWhole(pieces, take);
  const row = head.seq + 1;
  if (torn !== '') problems.push({ code: 'ledger-torn', severity: 'error', where: { file, row }, fields: { row } });
  return { entries, digests, head, torn, problems: [...problems, ...aheadProblems(ahead, file)] };
};

/** A last line without LF is torn; so is one that has it and is not JSON. @returns the torn one */
const takeWhole = (pieces: Iterable<string>, take: (line: string) => void): string => {
  const waiting: string[] = [];
  for (const piece of pieces) {
    waiting.push(piece);
    if (waiting.length > 2) take(waiting.shift() ?? '');
  }
  const rest = waiting.pop() ?? '';
  const [last] = waiting;
  if (last === undefined) return rest;
  if (rest === '' && !isJson(last)) return `${last}\n`;
  take(last);
  return rest;
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

export interface ParseLedgerInput {
  /** For naming it in problems. */
  readonly file: string;
  readonly text: string;
  readonly hash: HashText;
}

export interface ParsedLedger extends ReadLedger {
  /** The text of all whole lines: what a torn last line is cut down to. */
  readonly whole: string;
}

/** Parses and checks a ledger whose text is at hand. */
export const parseLedger = ({ file, text, hash }: ParseLedgerInput): ParsedLedger => {
  const ledger = readLedger({ file, pieces: text.split('\n'), hash });
  return { ...ledger, whole: text.slice(0, text.length - ledger.torn.length) };
};

interface LinkInput {
  readonly entry: LedgerEntry;
  readonly head: LedgerHead;
  readonly row: number;
  readonly file: string;
}

const linkProblems = ({ entry, head, row, file }: LinkInput): readonly RecordProblem[] => {
  const where = { file, row };
  return [
    ...(entry.seq === head.seq + 1 ? [] : [{ code: 'ledger-seq', severity: 'error', where, fields: { row, expected: head.seq + 1, found: entry.seq } } as const]),
    ...(entry.prev === head.digest ? [] : [{ code: 'ledger-chain', severity: 'error', where, fields: { row, expected: head.digest, found: entry.prev } } as const]),
  ];
};

interface Ahead {
  readonly row: number;
  readonly at: Timestamp;
}

/** A clock that is a year behind would otherwise be said a hundred times. */
const aheadProblems = ([first, ...more]: readonly Ahead[], file: string): readonly RecordProblem[] =>
  first === undefined ? [] : [{ code: 'ledger-time-ahead', severity: 'warning', where: { file, row: first.row }, fields: { ...first, count: more.length + 1 } }];

interface TimeInput extends Omit<LinkInput, 'head'> {
  readonly before: LedgerEntry | undefined;
}

const timeProblems = ({ entry, before, row, file }: TimeInput): readonly RecordProblem[] =>
  before === undefined || epochSecondsOf(before.at) <= epochSecondsOf(entry.at)
    ? []
    : [{ code: 'ledger-time', severity: 'warning', where: { file, row }, fields: { row, before: before.at, at: entry.at } }];
