/** Reads back what json-lines.ts wrote, and accepts nothing that it would have written otherwise. */
import type { z } from 'zod';
import { canonicalJson, type JsonValue } from './canonical-json.js';
import type { DocumentProblem } from './document-problems.js';
import type { Where } from './problem.js';
import { err, ok, type Result } from './result.js';
import { shownText } from './shown-text.js';
import { compareUtf8 } from './text.js';

export interface JsonDocumentInput<T extends JsonValue> {
  /** Only for naming it in problems. */
  readonly file: string;
  readonly text: string;
  readonly schema: z.ZodType<T>;
}

export interface JsonLinesInput<T extends JsonValue> extends JsonDocumentInput<T> {
  /** Rows stand in strictly ascending UTF-8 byte order of this key. */
  readonly keyOf: (row: T) => string;
}

/**
 * A table: one canonical object a line, ascending by key, none twice. An empty text is an empty table.
 *
 * @returns the rows, or every problem of every line
 */
export const readJsonLines = <T extends JsonValue>({ file, text, schema, keyOf }: JsonLinesInput<T>): Result<readonly T[], readonly DocumentProblem[]> => {
  const rows: T[] = [];
  const problems: DocumentProblem[] = [];
  let last: string | undefined;
  for (const [index, line] of linesOf(text).entries()) {
    const where = { file, row: index + 1 };
    const reading = readLine({ line, schema, where });
    if (reading.ok) {
      const key = keyOf(reading.value);
      if (last !== undefined) problems.push(...orderProblems({ last, key, where }));
      last = key;
      rows.push(reading.value);
    } else problems.push(...reading.error);
  }
  return problems.length === 0 ? ok(rows) : err(problems);
};

/**
 * A document: one canonical line and its LF.
 *
 * @returns the content, or every problem found
 */
export const readJsonDocument = <T extends JsonValue>({ file, text, schema }: JsonDocumentInput<T>): Result<T, readonly DocumentProblem[]> =>
  readLine({ line: text, schema, where: { file, row: 1 } });

/** Lines with their LF; only the last one can lack it. */
const linesOf = (text: string): readonly string[] => {
  const lines = text.split('\n');
  const tail = lines.pop() ?? '';
  return [...lines.map((line) => `${line}\n`), ...(tail === '' ? [] : [tail])];
};

interface LineInput<T extends JsonValue> {
  readonly line: string;
  readonly schema: z.ZodType<T>;
  readonly where: Where;
}

const readLine = <T extends JsonValue>({ line, schema, where }: LineInput<T>): Result<T, readonly DocumentProblem[]> => {
  const json = parseJson(line);
  if (!json.ok) return err([{ code: 'document-invalid', severity: 'error', where, fields: { path: '', reason: 'not-json' } }]);
  const parsed = schema.safeParse(json.value);
  if (!parsed.success) {
    return err(
      parsed.error.issues.map((issue) => ({
        code: 'document-invalid', severity: 'error', where, fields: { path: shownText(issue.path.join('.')), reason: issue.code },
      })),
    );
  }
  // The content is written again, not the JSON: whatever the schema dropped or changed shows as well.
  if (writtenAgain(parsed.data) !== line) return err([{ code: 'document-not-canonical', severity: 'error', where, fields: {} }]);
  return ok(parsed.data);
};

const parseJson = (text: string): Result<unknown, undefined> => {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(undefined);
  }
};

/** `undefined` for content that has no canonical form, such as a fraction. */
const writtenAgain = (value: JsonValue): string | undefined => {
  try {
    return `${canonicalJson(value)}\n`;
  } catch {
    return undefined;
  }
};

interface OrderInput {
  readonly last: string;
  readonly key: string;
  readonly where: Where;
}

const orderProblems = ({ last, key, where }: OrderInput): readonly DocumentProblem[] => {
  const order = compareUtf8(last, key);
  if (order < 0) return [];
  return [{ code: order === 0 ? 'row-twice' : 'rows-out-of-order', severity: 'error', where, fields: { key } }];
};
