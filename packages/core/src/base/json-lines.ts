/** Tables as text: one canonical JSON object a line, each line ended by LF, so that a difference names a line. */
import { canonicalJson, type JsonValue } from './canonical-json.js';

/** The text of a table. */
export const toJsonLines = (rows: readonly JsonValue[]): string => rows.map((row) => `${canonicalJson(row)}\n`).join('');

/** The text of a document: one canonical line and its LF. */
export const toJsonDocument = (value: JsonValue): string => `${canonicalJson(value)}\n`;
