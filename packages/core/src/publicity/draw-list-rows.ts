/** The drawn targets as anybody may see them: without people, without risk classes. */
import type { TargetId } from '../base/brand.js';
import type { Period } from '../registry/schemas.js';
import type { FrameRow } from '../plan/frame.js';
import type { AppointedAtVisit } from '../record/appointed-now.js';
import type { Sealed } from '../record/sealed.js';
import { sortedTexts } from '../registry/merge-rows.js';
import type { Agency, InspectionItem, Target } from '../registry/schemas.js';
import { drawnTargets } from './drawn-targets.js';
import { agencyNames, codeOfTarget, itemNames } from './lookups.js';
import { publicName } from './mask-name.js';

export interface DrawListRow {
  /** 序号 */
  readonly position: number;
  /** Masked where it is a person's. */
  readonly name: string;
  readonly code: string;
  /** 管辖单位 */
  readonly area?: string | undefined;
  /** Names. */
  readonly agencies: readonly string[];
  readonly items: readonly string[];
  /** How many come by appointment, of all agencies; never who. @zh 委派人次 */
  readonly appointed: number;
  readonly period: Period;
}

export interface DrawListRowsInput {
  readonly sealed: Sealed;
  readonly drawn: readonly { readonly id: TargetId }[];
  readonly frame: readonly FrameRow[];
  readonly targets: readonly Target[];
  readonly agencies: readonly Agency[];
  readonly items: readonly InspectionItem[];
  readonly appointed?: readonly Pick<AppointedAtVisit, 'target' | 'goes'>[] | undefined;
}

export const drawListRows = ({ sealed, drawn, frame, targets, agencies, items, appointed = [] }: DrawListRowsInput): readonly DrawListRow[] => {
  const agencyName = agencyNames(agencies);
  const itemName = itemNames(items);
  return drawnTargets({ drawn, frame, visits: sealed.visits, targets }).map(({ position, target, needs }) => ({
    position,
    name: publicName(target),
    code: codeOfTarget(target.id),
    area: target.area,
    agencies: needs.map(({ agency }) => agencyName(agency)),
    items: sortedTexts(needs.flatMap((need) => need.items)).map(itemName),
    appointed: appointed.filter((one) => one.goes && one.target === target.id).length,
    period: sealed.batch.period,
  }));
};
