/** What is approved before a visit: one form for each visited target. @zh 行政检查审批表 */
import type { TargetId } from '../base/brand.js';
import type { Period } from '../registry/schemas.js';
import { sortedTexts } from '../registry/merge-rows.js';
import { type AgencyVisit, agencyVisits } from './agency-visits.js';
import type { AssignmentListInput } from './assignment-list.js';
import { drawHead, type DrawHead } from './draw-head.js';
import type { GroupLabel } from './groups-of-draw.js';
import { codeOfTarget } from './lookups.js';

export interface ApprovalForm {
  /** 序号, the same on every list of the draw. */
  readonly position: number;
  readonly id: TargetId;
  readonly name: string;
  readonly code: string;
  readonly area?: string | undefined;
  readonly address?: string | undefined;
  /** Ascending by agency. */
  readonly visits: readonly AgencyVisit[];
  /** Of a draw in teams. */
  readonly group?: GroupLabel | undefined;
  readonly period: Period;
  /** Of the batch, else of the items. */
  readonly method?: string | undefined;
}

export interface ApprovalForms {
  readonly head: DrawHead;
  /** Ascending by target id. */
  readonly forms: readonly ApprovalForm[];
}

/** One form a target, whatever number of agencies come. */
export const approvalForms = (input: AssignmentListInput): ApprovalForms => {
  const { sealed, agencies, items, hash, groups } = input;
  const methods = new Map(items.map(({ id, method }) => [id, method]));
  const forms = agencyVisits(input).map(({ position, target, visits }): ApprovalForm => {
    const ofItems = sortedTexts(visits.flatMap((visit) => visit.items).flatMap(({ id }) => methods.get(id) ?? []));
    return {
      position,
      id: target.id,
      name: target.name,
      code: codeOfTarget(target.id),
      area: target.area,
      address: target.address,
      visits,
      group: groups?.ofTarget.get(target.id),
      period: sealed.batch.period,
      method: sealed.batch.method ?? (ofItems.length === 0 ? undefined : ofItems.join('、')),
    };
  });
  return { head: drawHead({ sealed, agencies, hash }), forms };
};
