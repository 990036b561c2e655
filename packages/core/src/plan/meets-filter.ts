/** Which targets a filter means (draw-spec D5.1, D5.3). */
import type { Target, TargetFilter } from '../registry/schemas.js';
import type { RiskClass } from '../registry/schemas.js';
import type { Defaults } from './settings.js';

/** Why a filter does not mean a target, in the order of D5.1. */
export const FILTER_REASONS = ['area', 'entity-type', 'industry', 'tag', 'risk-class'] as const;
export type FilterReason = (typeof FILTER_REASONS)[number];

/** The class that counts: the target's own, or the office's default. */
export const effectiveRiskClass = (target: Target, defaults: Defaults): RiskClass | undefined => target.riskClass ?? defaults.riskClass;

/** The status that counts: the target's own, or the office's default. */
export const effectiveStatus = (target: Target, defaults: Defaults): string | undefined => target.status ?? defaults.status;

/** The conditions of a filter that a target does not meet; a target without a value never meets one. */
export const unmetConditions = (target: Target, filter: TargetFilter, defaults: Defaults): readonly FilterReason[] => {
  const riskClass = effectiveRiskClass(target, defaults);
  const unmet: Readonly<Record<FilterReason, boolean>> = {
    area: !isAmong(target.area, filter.areas),
    'entity-type': !isAmong(target.entityType, filter.entityTypes),
    industry: !isAmong(target.industry, filter.industries),
    tag: filter.tags !== undefined && !filter.tags.some((tag) => target.tags.includes(tag)),
    'risk-class': !isAmong(riskClass, filter.riskClasses),
  };
  return FILTER_REASONS.filter((reason) => unmet[reason]);
};

const isAmong = (value: string | undefined, allowed: readonly string[] | undefined): boolean =>
  allowed === undefined || (value !== undefined && allowed.includes(value));
