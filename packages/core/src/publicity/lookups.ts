/** Words for codes; a code without a word in the registry stands for itself. */
import type { AgencyCode, TargetId } from '../base/brand.js';
import type { Agency, InspectionItem } from '../registry/schemas.js';

/** The name of an agency. */
export const agencyNames = (agencies: readonly Agency[]): ((code: AgencyCode) => string) => {
  const names = new Map(agencies.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
};

/** The name of an item. */
export const itemNames = (items: readonly InspectionItem[]): ((id: string) => string) => {
  const names = new Map(items.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
};

/** 统一社会信用代码, 注册号 or the office's own code, as people write it: without the kind. */
export const codeOfTarget = (id: TargetId): string => id.slice(id.indexOf(':') + 1);
