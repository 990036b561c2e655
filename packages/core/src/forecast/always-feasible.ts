/** A quick proof that no selection of targets can leave an agency short. */
import type { AgencyCode } from '../base/brand.js';
import type { RosterEntry } from '../match/agency-round.js';
import type { DrawSetting } from '../match/draw-setting.js';
import type { Stratum } from '../plan/strata.js';
import type { Visit } from '../plan/visit.js';

export interface AlwaysFeasibleInput {
  readonly agency: AgencyCode;
  readonly setting: DrawSetting;
  readonly visits: readonly Visit[];
  readonly strata: readonly Stratum[];
}

/**
 * Counts only people who could go to every visit: nothing against them in the frame, all qualifications any visit asks for.
 * Rules on who goes together (M9) and appointments (M10) leave it open.
 * Where everybody may go everywhere, n visits of r people each can be filled exactly when Σ min(c, n) ≥ r·n (Gale–Ryser),
 * and then fewer visits can be, too, since Σ min(c, n)/n falls with n.
 *
 * @returns true where it is certain; false says nothing
 */
export const alwaysFeasible = ({ agency, setting, visits, strata }: AlwaysFeasibleInput): boolean => {
  const needs = visits.flatMap((visit) => visit.needs.filter((need) => need.agency === agency));
  // Rules on who goes together ask for more than numbers.
  if (needs.some(({ composition }) => composition !== undefined)) return false;
  const people = Math.max(0, ...needs.map((need) => need.people));
  const wanted = new Set(needs.flatMap(({ qualifications }) => qualifications));
  if (needs.some((need) => need.composition !== undefined || setting.appointed.ofNeed.has(need))) return false;
  const barred = new Set([...(setting.recusals.get(agency) ?? []), ...(setting.bars.get(agency) ?? [])].map(({ inspector }) => inspector));
  const targets = strata.reduce((sum, { quota }) => sum + quota, 0);
  const free = (setting.rosters.get(agency) ?? []).filter((person) => !barred.has(person.id) && [...wanted].every((one) => person.qualifications.includes(one)) && goesEverywhere(person, setting));
  return free.reduce((sum, { capacity }) => sum + Math.min(capacity, targets), 0) >= people * targets;
};

/** Into the area of every target of the frame. */
const goesEverywhere = ({ closedAreas = [], regions }: RosterEntry, { visitOf, areas }: DrawSetting): boolean =>
  (closedAreas.length === 0 && regions === undefined) ||
  [...visitOf.keys()].every((target) => {
    const area = areas.get(target);
    return area === undefined ? regions === undefined : !closedAreas.includes(area) && regions?.includes(area) !== false;
  });
