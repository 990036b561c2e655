/** Who goes where: one list for each agency, for the office and never for publication. @zh 派发表 */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { sortedBy } from '../base/text.js';
import type { Period } from '../registry/schemas.js';
import { drawHead, type DrawHead } from './draw-head.js';
import { agencyOf } from '../registry/canonical-id.js';
import type { GroupLabel, GroupsOfDraw } from './groups-of-draw.js';
import { agencyNames, codeOfTarget } from './lookups.js';
import { personLoads, type PersonLoad } from './person-loads.js';
import { agencyVisits, type AgencyVisit, type AgencyVisitsInput } from './agency-visits.js';

export interface AssignmentListInput extends AgencyVisitsInput {
  readonly hash: HashText;
  /** Borrowed people and the agency that borrowed them. */
  readonly lentTo: ReadonlyMap<InspectorId, AgencyCode>;
  /** Of a draw in teams. */
  readonly groups?: GroupsOfDraw | undefined;
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
  /** Of a draw in teams. */
  readonly group?: GroupLabel | undefined;
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
  /** Everybody of every joint group, of all agencies; only where the last round formed them. */
  readonly groups: readonly GroupMember[];
  /** Some round went in teams, so rows have their group. */
  readonly isInTeams: boolean;
}

/** One person of a joint group. */
export interface GroupMember {
  readonly label: GroupLabel;
  readonly agencyName: string;
  readonly id: InspectorId;
  readonly name?: string | undefined;
}

/** One list for each agency that visits, ascending by code. */
export const assignmentLists = (input: AssignmentListInput): readonly AgencyAssignments[] => {
  const { sealed, roster, lentTo, agencies, names, hash, assignments, groups } = input;
  const head = drawHead({ sealed, agencies, hash });
  const nameOf = agencyNames(agencies);
  const visited = agencyVisits(input);
  const codes = sortedBy(new Set(assignments.map(({ agency }) => agency)), (code) => code);
  const members = (groups?.listed ?? []).flatMap(({ inspectors, ...label }) => inspectors.map((id): GroupMember => ({ label, agencyName: nameOf(lentTo.get(id) ?? agencyOf(id)), id, name: names.get(id) })));
  return codes.map((code) => ({
    head,
    agency: { code, name: nameOf(code) },
    rows: visited.flatMap(({ position, target, visits }) => {
      const visit = visits.find(({ agency }) => agency === code);
      if (visit === undefined) return [];
      const others = visits.flatMap(({ agency, agencyName }) => (agency === code ? [] : [agencyName]));
      const { id, name, area, address } = target;
      return [{ position, id, name, code: codeOfTarget(id), area, address, visit, group: groups?.ofTarget.get(id), others, period: sealed.batch.period }];
    }),
    loads: personLoads({ agency: code, roster, lentTo, assignments, names }),
    groups: members,
    isInTeams: groups !== undefined,
  }));
};
