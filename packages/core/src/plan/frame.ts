/** Who is in the pool of a batch, who is not and why (draw-spec D5). @zh 抽查库 */
import { z } from 'zod';
import type { TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import { type InspectionItem, type Target, targetIdSchema } from '../registry/schemas.js';
import type { Batch } from './batch.js';
import type { CompositionRule } from './composition.js';
import { effectiveRiskClass, effectiveStatus, FILTER_REASONS, unmetConditions } from './meets-filter.js';
import type { Defaults } from './settings.js';
import { type AgencyNeed, applicableItems, needsOf, type Visit } from './visit.js';

export const EXCLUSION_REASONS = ['status', ...FILTER_REASONS, 'no-ratio', 'no-item'] as const;
/** @zh 不入库原因 */
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

export const frameRowSchema = z.strictObject({ id: targetIdSchema, stratum: z.enum(['ALL', 'A', 'B', 'C', 'D']), visit: z.string().regex(/^V[1-9]\d*$/) }).readonly();
/** One target of the pool. */
export type FrameRow = z.infer<typeof frameRowSchema>;

export const exclusionSchema = z.strictObject({ id: targetIdSchema, reasons: z.array(z.enum(EXCLUSION_REASONS)).min(1).readonly() }).readonly();
/** One target of the registry that is not in the pool, with every reason. */
export type Exclusion = z.infer<typeof exclusionSchema>;

export interface FrameInput {
  readonly targets: readonly Target[];
  /** The whole list; only the batch's items count. */
  readonly items: readonly InspectionItem[];
  readonly batch: Batch;
  readonly defaults: Defaults;
  readonly activeStatuses: readonly string[];
  readonly inspectorsPerVisit: number;
  /** Who goes together at every visit (D5.11). */
  readonly composition: readonly CompositionRule[];
}

export interface Frame {
  readonly rows: readonly FrameRow[];
  readonly exclusions: readonly Exclusion[];
  readonly visits: readonly Visit[];
}

/** Every target is in `rows` or in `exclusions`; both ascend by identifier, whatever order the targets came in. */
export const frameOf = (input: FrameInput): Frame => {
  const items = input.items.filter(({ id }) => input.batch.items.includes(id));
  const visits = visitNumbers();
  const rows: FrameRow[] = [];
  const exclusions: Exclusion[] = [];
  for (const target of sortedBy(input.targets, ({ id }) => id)) {
    const stratum = stratumOf(target, input);
    const needs = visits.needs(applicableItems({ target, items, defaults: input.defaults }), input);
    const reasons = reasonsAgainst(target, input, stratum, needs);
    if (reasons.length > 0 || stratum === undefined) exclusions.push({ id: target.id, reasons });
    else rows.push({ id: target.id, stratum, visit: visits.number(needs) });
  }
  return { rows, exclusions, visits: visits.all() };
};

/** `undefined` where the sampling has no rule for the target's class. */
const stratumOf = (target: Target, { batch: { sampling }, defaults }: FrameInput): FrameRow['stratum'] | undefined => {
  if (sampling.kind === 'flat') return 'ALL';
  const riskClass = effectiveRiskClass(target, defaults);
  return riskClass !== undefined && sampling.rules[riskClass] !== undefined ? riskClass : undefined;
};

const reasonsAgainst = (target: Target, input: FrameInput, stratum: string | undefined, needs: readonly AgencyNeed[]): readonly ExclusionReason[] => {
  const status = effectiveStatus(target, input.defaults);
  return [
    ...(status !== undefined && input.activeStatuses.includes(status) ? [] : ['status' as const]),
    ...unmetConditions(target, input.batch.filter, input.defaults),
    ...(stratum === undefined ? ['no-ratio' as const] : []),
    ...(needs.length === 0 ? ['no-item' as const] : []),
  ];
};

/** Visits numbered in the order in which they first occur; the same items need not be worked out for each target anew. */
const visitNumbers = () => {
  const needsByItems = new Map<string, readonly AgencyNeed[]>();
  const numbers = new Map<readonly AgencyNeed[], string>();
  const byText = new Map<string, readonly AgencyNeed[]>();
  return {
    needs: (items: readonly InspectionItem[], { batch, inspectorsPerVisit, composition }: FrameInput): readonly AgencyNeed[] => {
      const key = items.map(({ id }) => id).join('\n');
      const known = needsByItems.get(key);
      if (known !== undefined) return known;
      const fresh = needsOf({ items, batch, inspectorsPerVisit, composition });
      const text = JSON.stringify(fresh);
      const needs = byText.get(text) ?? fresh;
      byText.set(text, needs);
      needsByItems.set(key, needs);
      return needs;
    },
    number: (needs: readonly AgencyNeed[]): string => {
      const number = numbers.get(needs) ?? `V${numbers.size + 1}`;
      numbers.set(needs, number);
      return number;
    },
    all: (): readonly Visit[] => [...numbers].map(([needs, id]) => ({ id, needs })),
  };
};

/** The frame's rows by identifier. */
export const frameIndex = (rows: readonly FrameRow[]): ReadonlyMap<TargetId, FrameRow> => new Map(rows.map((row) => [row.id, row]));
