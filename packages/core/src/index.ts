/** The public surface of the core. */
export type { AgencyCode, Brand, Digest, DrawId, InspectorId, PlainDate, TargetId, Timestamp } from './base/brand.js';
export { canonicalJson, type JsonValue } from './base/canonical-json.js';
export { digestOf, type HashText, isDigest, portableHash } from './base/digest.js';
export { toJsonDocument, toJsonLines } from './base/json-lines.js';
export { addDays, dayOf, epochSecondsOf, isPlainDate, isTimestamp, timestampAt } from './base/plain-date.js';
export type { ProblemOf, Severity, Where } from './base/problem.js';
export { err, ok, type Err, type Ok, type Result } from './base/result.js';
export { asciiUpper, compareUtf8, foldName, isSoundText, sortedBy, stripEdges, toHalfWidth } from './base/text.js';
export type { Cell, RawRow, RawTable } from './registry/cell.js';
export type { AgencyColumn, InspectorColumn, ItemColumn, PlanColumn, RecusalColumn, TargetColumn } from './registry/columns.js';
export { agencyCode, agencyOf, canonicalId, codeOf, inspectorId, isAgencyCode, isInspectorId, isTargetId, passesCheckCharacter, type IdKind } from './registry/canonical-id.js';
export type { Agency, InspectionItem, Inspector, InspectorName, Licence, Recusal, RiskClass, Target, TargetFilter } from './registry/schemas.js';
export { drawIdOf, drawKey, isDrawId, type KeyInput, type Stage } from './draw/key.js';
export { isRehearsal, type Scheme } from './draw/scheme.js';
