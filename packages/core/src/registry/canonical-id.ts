/**
 * Identifiers (draw-spec D1): one spelling each, so that a hash means one target.
 * What does not fit is rejected with its reason and never repaired by guessing.
 */
import { type AgencyCode, type InspectorId, type TargetId, unsafeBrand } from '../base/brand.js';
import { asciiUpper, isSoundText, stripEdges, toHalfWidth } from '../base/text.js';
import { hasRightCheckCharacter } from './uscc.js';

/** `uscc` 统一社会信用代码 · `reg` 注册号 · `local` a code the office gives. */
export type IdKind = 'uscc' | 'reg' | 'local';

const PATTERNS: Readonly<Record<IdKind, RegExp>> = {
  uscc: /^[0-9A-HJ-NPQRTUWXY]{18}$/,
  reg: /^[0-9]{13,15}$/,
  local: /^[0-9A-Z][0-9A-Z._/-]{0,63}$/,
};
const AGENCY_CODE = /^[0-9A-Z][0-9A-Z._-]{0,31}$/;

/** The common part: width, edges, letter case; `undefined` for text that is not sound. */
const normalized = (raw: string): string | undefined => (isSoundText(raw) ? asciiUpper(stripEdges(toHalfWidth(raw))) : undefined);

/** The value of a kind without its prefix, or `undefined` where the text does not fit. */
const canonicalValue = (kind: IdKind, raw: string): string | undefined => {
  const text = normalized(raw);
  const value = kind === 'local' ? text : text?.replace(/[ -]/g, '');
  return value !== undefined && PATTERNS[kind].test(value) ? value : undefined;
};

/**
 * Identifier of a target. @zh 检查对象标识
 *
 * @param kind - which pattern the text must fit
 * @param raw - as it stands in the cell
 * @returns `kind:value`, or `undefined` where it does not fit
 * @example canonicalId('uscc', ' 9133 0000-6683 0674 7t ') // 'uscc:91330000668306747T'
 */
export const canonicalId = (kind: IdKind, raw: string): TargetId | undefined => {
  const value = canonicalValue(kind, raw);
  return value === undefined ? undefined : unsafeBrand<'TargetId'>(`${kind}:${value}`);
};

/** One pattern for all kinds: it is asked for every ticket. */
const TARGET_ID = /^(?:uscc:[0-9A-HJ-NPQRTUWXY]{18}|reg:[0-9]{13,15}|local:[0-9A-Z][0-9A-Z._/-]{0,63})$/;

/** True for an identifier as records hold it. */
export const isTargetId = (value: unknown): value is TargetId => typeof value === 'string' && TARGET_ID.test(value);

/** True where the identifier is no `uscc`, or one whose check character is right (GB 32100). */
export const passesCheckCharacter = (id: TargetId): boolean => !id.startsWith('uscc:') || hasRightCheckCharacter(id.slice(5));

/** The code without its kind, as people know it. */
export const codeOf = (id: TargetId): string => id.slice(id.indexOf(':') + 1);

/** Agency code out of a cell, or `undefined`. @zh 部门代码 */
export const agencyCode = (raw: string): AgencyCode | undefined => {
  const value = normalized(raw);
  return value !== undefined && AGENCY_CODE.test(value) ? unsafeBrand<'AgencyCode'>(value) : undefined;
};

/** True for an agency code as records hold it. */
export const isAgencyCode = (value: unknown): value is AgencyCode => typeof value === 'string' && AGENCY_CODE.test(value);

/** `agency code/number`, or `undefined` where the number does not fit. @zh 执法检查人员标识 */
export const inspectorId = (agency: AgencyCode, rawNumber: string): InspectorId | undefined => {
  const value = canonicalValue('local', rawNumber);
  return value === undefined ? undefined : unsafeBrand<'InspectorId'>(`${agency}/${value}`);
};

/** True for an inspector's identifier as records hold it. */
export const isInspectorId = (value: unknown): value is InspectorId => {
  if (typeof value !== 'string') return false;
  const slash = value.indexOf('/');
  return slash > 0 && AGENCY_CODE.test(value.slice(0, slash)) && PATTERNS.local.test(value.slice(slash + 1));
};

/** The agency of an inspector. */
export const agencyOf = (id: InspectorId): AgencyCode => unsafeBrand<'AgencyCode'>(id.slice(0, id.indexOf('/')));
