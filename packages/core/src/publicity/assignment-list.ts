/** Who goes where: one list for each agency, for the office and never for publication. @zh 派发表 */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { sortedBy } from '../base/text.js';
import type { Period } from '../registry/schemas.js';
import { drawHead, type DrawHead } from './draw-head.js';
import { agencyNames, codeOfTarget } from './lookups.js';
import { personLoads, type PersonLoad } from './person-loads.js';
import { agencyVisits, type AgencyVisit, type AgencyVisitsInput } from './agency-visits.js';

export interface AssignmentListInput extends AgencyVisitsInput {
  readonly hash: HashText;
  /** Borrowed people and the agency that borrowed them. */
  readonly lentTo: ReadonlyMap<InspectorId, AgencyCode>;
}

export interface AssignmentListRow {
  /** 序号, the same on every list of the draw. */
  readonly position: number;
  readonly id: TargetId;
  readonly name: string;
  readonly code: string;
  readonly area?: string | undefined;
  readonly address?: string | undefined;
  readonly visit: AgencyVisit;
  /** Names of the agencies that visit the target as well. */
  readonly others: readonly string[];
  readonly period: Period;
}

export interface AgencyAssignments {
  readonly head: DrawHead;
  readonly agency: { readonly code: AgencyCode; readonly name: string };
  /** Ascending by target id. */
  readonly rows: readonly AssignmentListRow[];
  /** Everybody of the agency's roster who can be drawn, ascending by id. */
  readonly loads: readonly PersonLoad[];
}

/** One list for each agency that visits, ascending by code. */
export const assignmentLists = (input: AssignmentListInput): readonly AgencyAssignments[] => {
  const { sealed, roster, lentTo, agencies, names, hash, assignments } = input;
  const head = drawHead({ sealed, agencies, hash });
  const nameOf = agencyNames(agencies);
  const visited = agencyVisits(input);
  const codes = sortedBy(new Set(assignments.map(({ agency }) => agency)), (code) => code);
  return codes.map((code) => ({
    head,
    agency: { code, name: nameOf(code) },
    rows: visited.flatMap(({ position, target, visits }) => {
      const visit = visits.find(({ agency }) => agency === code);
      if (visit === undefined) return [];
      const others = visits.flatMap(({ agency, agencyName }) => (agency === code ? [] : [agencyName]));
      const { id, name, area, address } = target;
      return [{ position, id, name, code: codeOfTarget(id), area, address, visit, others, period: sealed.batch.period }];
    }),
    loads: personLoads({ agency: code, roster, lentTo, assignments, names }),
  }));
};
