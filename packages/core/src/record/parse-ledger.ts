/** Reads a ledger back: every line, its number, its chain (record-format R10.1, R10.2). */
import { digestOf, type HashText } from '../base/digest.js';
import { epochSecondsOf } from '../base/plain-date.js';
import { readJsonDocument } from '../base/read-json-lines.js';
import { EMPTY_HEAD, type LedgerEntry, ledgerEntrySchema, type LedgerHead } from './ledger.js';
import type { RecordProblem } from './problems.js';

export interface ParseLedgerInput {
  /** For naming it in problems. */
  readonly file: string;
  readonly text: string;
  readonly hash: HashText;
}

export interface ParsedLedger {
  /** Every line that could be read, also beside lines with problems. */
  readonly entries: readonly LedgerEntry[];
  /** Of the last whole line. */
  readonly head: LedgerHead;
  /** The text of all whole lines: what a torn last line is cut down to. */
  readonly whole: string;
  /** A torn last line, or nothing. */
  readonly torn: string;
  readonly problems: readonly RecordProblem[];
}

/** Parses and checks all lines. A time that goes back is a warning; everything else an error. */
export const parseLedger = ({ file, text, hash }: ParseLedgerInput): ParsedLedger => {
  const { lines, torn } = split(text);
  const entries: LedgerEntry[] = [];
  const problems: RecordProblem[] = [];
  let head: LedgerHead = EMPTY_HEAD;
  for (const [index, line] of lines.entries()) {
    const row = index + 1;
    const where = { file, row };
    const parsed = readJsonDocument({ file, text: line, schema: ledgerEntrySchema });
    if (parsed.ok) {
      problems.push(...linkProblems({ entry: parsed.value, head, row, file }), ...timeProblems({ entry: parsed.value, before: entries.at(-1), row, file }));
      entries.push(parsed.value);
    } else problems.push(...parsed.error.map((problem) => ({ ...problem, where })));
    head = { seq: row, digest: digestOf(line.slice(0, -1), hash) };
  }
  if (torn !== '') problems.push({ code: 'ledger-torn', severity: 'error', where: { file, row: lines.length + 1 }, fields: { row: lines.length + 1 } });
  return { entries, head, whole: lines.join(''), torn, problems };
};

/** A last line without LF is torn; so is one that has it and is not JSON. */
const split = (text: string): { readonly lines: readonly string[]; readonly torn: string } => {
  const pieces = text.split('\n');
  const rest = pieces.pop() ?? '';
  const lines = pieces.map((piece) => `${piece}\n`);
  const last = lines.at(-1);
  if (rest === '' && last !== undefined && !isJson(last)) return { lines: lines.slice(0, -1), torn: last };
  return { lines, torn: rest };
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
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

interface TimeInput extends Omit<LinkInput, 'head'> {
  readonly before: LedgerEntry | undefined;
}

const timeProblems = ({ entry, before, row, file }: TimeInput): readonly RecordProblem[] =>
  before === undefined || epochSecondsOf(before.at) <= epochSecondsOf(entry.at)
    ? []
    : [{ code: 'ledger-time', severity: 'warning', where: { file, row }, fields: { row, before: before.at, at: entry.at } }];
