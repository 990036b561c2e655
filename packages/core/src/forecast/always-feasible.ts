/** A quick proof that no selection of targets can leave an agency short. */
import type { AgencyCode } from '../base/brand.js';
import type { DrawSetting } from '../match/rounds-of-draw.js';
import type { Stratum } from '../plan/strata.js';
import type { Visit } from '../plan/visit.js';

export interface AlwaysFeasibleInput {
  readonly agency: AgencyCode;
  readonly setting: DrawSetting;
  readonly visits: readonly Visit[];
  readonly strata: readonly Stratum[];
}

/**
 * Counts only people who could go to every visit: no recusal in the frame, all qualifications any visit asks for.
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
  const recused = new Set((setting.recusals.get(agency) ?? []).map(({ inspector }) => inspector));
  const targets = strata.reduce((sum, { quota }) => sum + quota, 0);
  const free = (setting.rosters.get(agency) ?? []).filter(({ id, qualifications }) => !recused.has(id) && [...wanted].every((one) => qualifications.includes(one)));
  return free.reduce((sum, { capacity }) => sum + Math.min(capacity, targets), 0) >= people * targets;
};
