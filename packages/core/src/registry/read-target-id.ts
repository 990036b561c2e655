/** Which identifier a target's cells spell (excel-format rule 8, draw-spec D1). */
import type { TargetId } from '../base/brand.js';
import { shownText } from '../base/shown-text.js';
import { canonicalId } from './canonical-id.js';
import type { TargetColumn } from './columns.js';
import { readCodeText } from './field-readers.js';
import type { RegistryFault } from './problems.js';
import type { RowReader } from './row-reader.js';

/** The identifier of a code that the state gave: eighteen characters or 13 to 15 digits. */
const stateId = (raw: string): TargetId | undefined => canonicalId('uscc', raw) ?? canonicalId('reg', raw);

/** Every identifier a text can mean, the state's codes first. */
export const targetIdsOf = (raw: string): readonly TargetId[] =>
  (['uscc', 'reg', 'local'] as const).map((kind) => canonicalId(kind, raw)).filter((id) => id !== undefined);

/**
 * The code the state gave, else the office's own one. A code that a spreadsheet has damaged is never replaced by the own
 * one: the target has a code of the state, and only the office knows which.
 *
 * @returns the identifier, or `undefined` after an error was reported
 */
export const readTargetId = (reader: RowReader<TargetColumn, RegistryFault>): TargetId | undefined => {
  const code = reader.read('code', readCodeText);
  if (reader.isFaulty('code')) return undefined;
  const id = code === undefined ? undefined : stateId(code);
  if (id !== undefined) return id;
  const local = reader.read('localCode', readCodeText);
  if (local !== undefined) return readLocalId(reader, local);
  if (!reader.isFaulty('localCode')) reader.error('code', code === undefined ? { code: 'code-missing', fields: {} } : unrecognized(code));
  return undefined;
};

const readLocalId = (reader: RowReader<TargetColumn, RegistryFault>, raw: string): TargetId | undefined => {
  const id = canonicalId('local', raw);
  if (id === undefined) reader.error('localCode', unrecognized(raw));
  return id;
};

const unrecognized = (raw: string): RegistryFault => ({ code: 'code-unrecognized', fields: { raw: shownText(raw) } });
