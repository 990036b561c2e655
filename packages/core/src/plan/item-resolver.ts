/** Finds the items a plan names, by number or by name. */
import { foldName } from '../base/text.js';
import { err, ok, type Result } from '../base/result.js';
import type { InspectionItem } from '../registry/schemas.js';
import type { PlanRowFault } from './problems.js';

/** The item's id, or why it is not clear. */
export type ItemResolver = (raw: string) => Result<string, PlanRowFault>;

/** A number is looked for first; a name must belong to one item alone. */
export const itemResolver = (items: readonly InspectionItem[]): ItemResolver => {
  const byNumber = new Map(items.map(({ id }) => [foldName(id), id]));
  const byName = new Map<string, readonly string[]>();
  for (const { id, name } of items) byName.set(foldName(name), [...(byName.get(foldName(name)) ?? []), id]);
  return (raw) => {
    const number = byNumber.get(foldName(raw));
    if (number !== undefined) return ok(number);
    const numbers = byName.get(foldName(raw)) ?? [];
    const [only] = numbers;
    if (only === undefined) return err({ code: 'batch-item-unknown', fields: { raw } });
    return numbers.length === 1 ? ok(only) : err({ code: 'batch-item-ambiguous', fields: { raw, numbers } });
  };
};
