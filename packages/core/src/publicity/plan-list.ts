/** The plan of the year for publication: totals only, since risk classes are for the office. @zh 抽查计划公示 */
import { sortedBy } from '../base/text.js';
import type { Batch, QuotaRule } from '../plan/batch.js';
import type { Authority } from '../plan/settings.js';
import type { Stratum } from '../plan/strata.js';
import type { LedgerHead } from '../record/ledger.js';
import type { Agency, InspectionItem, Period } from '../registry/schemas.js';
import { agencyNames, itemNames } from './lookups.js';

export interface PlanListInput {
  /** Only tried out: the list is marked so. */
  readonly isRehearsal: boolean;
  readonly authority: Authority;
  readonly year: number;
  /** The ledger's head as it stands when the list is written. */
  readonly ledgerHead: LedgerHead;
  readonly batches: readonly { readonly batch: Batch; readonly strata: readonly Stratum[] }[];
  readonly agencies: readonly Agency[];
  readonly items: readonly InspectionItem[];
}

export interface PlanListRow {
  readonly number: string;
  readonly name: string;
  readonly kind?: Batch['kind'];
  /** Names. */
  readonly items: readonly string[];
  /** 检查对象 in the office's words; absent for a batch that is limited to risk classes. */
  readonly targets?: string | undefined;
  /** The rule as planned where one rule holds for all; absent where the ratio differs by risk class. */
  readonly rule?: QuotaRule | undefined;
  /** Targets in the pool and targets to draw, in all. */
  readonly pool: number;
  readonly quota: number;
  readonly timesPerYear?: number | undefined;
  readonly lead: string;
  readonly cooperating: readonly string[];
  readonly method?: string | undefined;
  readonly period: Period;
}

export interface PlanList {
  readonly isRehearsal: boolean;
  readonly authority: string;
  readonly year: number;
  readonly ledgerHead: LedgerHead;
  /** Ascending by number. */
  readonly rows: readonly PlanListRow[];
}

/** The batches of a year without anything that says which class a target is in. */
export const planList = ({ isRehearsal, authority, year, ledgerHead, batches, agencies, items }: PlanListInput): PlanList => {
  const agencyName = agencyNames(agencies);
  const itemName = itemNames(items);
  const rows = batches.map(({ batch, strata }): PlanListRow => ({
    number: batch.number,
    name: batch.name,
    kind: batch.kind,
    items: batch.items.map(itemName),
    // “信用风险较高的单位” would say of every target of the batch which class it is in.
    targets: batch.filter.riskClasses === undefined ? batch.targets : undefined,
    rule: batch.sampling.kind === 'flat' ? batch.sampling.rule : undefined,
    pool: totalOf(strata, 'pool'),
    quota: totalOf(strata, 'quota'),
    timesPerYear: batch.timesPerYear,
    lead: agencyName(batch.lead),
    cooperating: batch.cooperating.map(agencyName),
    method: batch.method,
    period: batch.period,
  }));
  return { isRehearsal, authority: authority.name, year, ledgerHead, rows: sortedBy(rows, ({ number }) => number) };
};

/** Pool or quota over all strata. */
export const totalOf = (strata: readonly Stratum[], figure: 'pool' | 'quota'): number => strata.reduce((sum, stratum) => sum + stratum[figure], 0);
