/** Branded strings: a checked text that cannot be mixed up with another kind of text. The only file that asserts types. */

declare const brand: unique symbol;

/** A string that has passed the check of its kind. */
export type Brand<Kind extends string> = string & { readonly [brand]: Kind };

/** sha256 as 64 lower-case hex characters. */
export type Digest = Brand<'Digest'>;
/** `uscc:…`, `reg:…` or `local:…` (draw-spec D1). @zh 检查对象标识 */
export type TargetId = Brand<'TargetId'>;
/** `[0-9A-Z][0-9A-Z._-]{0,31}`, from the sealed agency list. @zh 部门代码 */
export type AgencyCode = Brand<'AgencyCode'>;
/** `agency code/number`. @zh 执法检查人员标识 */
export type InspectorId = Brand<'InspectorId'>;
/** `authority-year-serial`, issued by the ledger. @zh 抽取编号 */
export type DrawId = Brand<'DrawId'>;
/** `yyyy-MM-dd`, a day that exists. @zh 日期 */
export type PlainDate = Brand<'PlainDate'>;
/** RFC 3339 with an offset in minutes and no fraction, `2026-03-02T09:30:00+08:00`. */
export type Timestamp = Brand<'Timestamp'>;

/**
 * Marks a text as checked. Call it only where the check has just been made.
 *
 * @param text - the checked text
 * @returns the same text
 */
export const unsafeBrand = <Kind extends string>(text: string): Brand<Kind> => text as Brand<Kind>;
