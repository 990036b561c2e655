/** Who comes for what: the agencies that visit a target, and the items each checks there (draw-spec D5.3). @zh 检查组合 */
import { z } from 'zod';
import { compareUtf8 } from '../base/text.js';
import { sortedTexts } from '../registry/merge-rows.js';
import { agencyCodeSchema, type InspectionItem, type Target, textSchema } from '../registry/schemas.js';
import { type Batch, batchAgencies } from './batch.js';
import { type CompositionRule, compositionRuleSchema, qualifiedFor } from './composition.js';
import { unmetConditions } from './meets-filter.js';
import { mergeRules } from './merge-rules.js';
import type { Defaults } from './settings.js';

export const needSchema = z
  .strictObject({
    agency: agencyCodeSchema,
    items: z.array(textSchema).min(1).readonly(),
    people: z.int().min(1).max(8191),
    qualifications: z.array(textSchema).readonly(),
    composition: z.array(compositionRuleSchema).min(1).readonly().optional(),
  })
  .readonly();
/** What one agency does at a target and whom it takes: so many people, each with all these qualifications, who go together by the rules of `composition`. */
export type AgencyNeed = z.infer<typeof needSchema>;

export const visitSchema = z.strictObject({ id: z.string().regex(/^V[1-9]\d*$/), needs: z.array(needSchema).min(1).readonly() }).readonly();
export type Visit = z.infer<typeof visitSchema>;

export interface ApplicableInput {
  readonly target: Target;
  /** The batch's items only. */
  readonly items: readonly InspectionItem[];
  readonly defaults: Defaults;
}

/** The items of the batch that apply to a target. */
export const applicableItems = ({ target, items, defaults }: ApplicableInput): readonly InspectionItem[] =>
  items.filter(({ appliesTo }) => unmetConditions(target, appliesTo, defaults).length === 0);

export interface NeedsInput {
  readonly items: readonly InspectionItem[];
  readonly batch: Batch;
  /** 每部门人数 where no item asks for more. */
  readonly inspectorsPerVisit: number;
  /** Of the batch or the office, for every visit (D5.11). */
  readonly composition: readonly CompositionRule[];
}

/** The needs of these items, ascending by agency; none where no agency of the batch has one of them. */
export const needsOf = ({ items, batch, inspectorsPerVisit, composition }: NeedsInput): readonly AgencyNeed[] =>
  [...batchAgencies(batch)].sort(compareUtf8).flatMap((agency) => {
    const own = items.filter(({ agencies }) => agencies.includes(agency));
    if (own.length === 0) return [];
    const rules = mergeRules([...composition, ...own.flatMap(({ anyQualifications = [] }) => anyQualifications.map((one) => ({ group: qualifiedFor(one), atLeast: 1 })))]);
    return [
      {
        agency,
        items: sortedTexts(own.map(({ id }) => id)),
        people: Math.max(inspectorsPerVisit, ...own.map(({ people }) => people ?? 0)),
        qualifications: sortedTexts(own.flatMap(({ qualifications }) => qualifications)),
        composition: rules.length === 0 ? undefined : rules,
      },
    ];
  });
