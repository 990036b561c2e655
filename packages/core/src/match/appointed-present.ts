/** Who is on a visit before the match begins, by appointment (match-spec M10.2). */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { type Appointed, appointedTo } from '../plan/appointed.js';
import type { AgencyMember } from '../plan/laminar.js';
import type { AgencyNeed, Visit } from '../plan/visit.js';
import { agencyOf } from '../registry/canonical-id.js';
import type { BarredPair } from './agency-round.js';
import { pairKey, type Standing } from './standing.js';

/** What appointments mean for a draw, whichever targets are drawn. */
export interface AppointedSetting {
  /** Of each sealed need that asks for anybody. */
  readonly ofNeed: ReadonlyMap<AgencyNeed, readonly AgencyMember[]>;
  /** Once asked anywhere at the agency: out of its matches. */
  readonly unmatched: ReadonlyMap<AgencyCode, ReadonlySet<InspectorId>>;
  /** Of all agencies. */
  readonly everybody: ReadonlySet<InspectorId>;
}

export const appointedSetting = (visits: readonly Visit[], appointed: readonly Appointed[]): AppointedSetting => {
  const ofNeed = new Map<AgencyNeed, readonly AgencyMember[]>();
  const unmatched = new Map<AgencyCode, Set<InspectorId>>();
  for (const need of appointed.length === 0 ? [] : visits.flatMap(({ needs }) => needs)) {
    const members = appointedTo(need, appointed);
    if (members.length === 0) continue;
    ofNeed.set(need, members);
    const known = unmatched.get(need.agency) ?? new Set<InspectorId>();
    for (const { id } of members) known.add(id);
    unmatched.set(need.agency, known);
  }
  return { ofNeed, unmatched, everybody: new Set([...unmatched.values()].flatMap((people) => [...people])) };
};

export interface AppointedPresentInput {
  readonly appointed: AppointedSetting;
  /** By the agency of the inspector. */
  readonly recusals: ReadonlyMap<AgencyCode, readonly BarredPair[]>;
  readonly standing: Pick<Standing, 'out' | 'pairsOut' | 'released'>;
}

/** Those of a need against whom neither a withdrawal nor a recusal stands at the target; no other reason holds for them. */
export const appointedPresent = ({ appointed: { ofNeed }, recusals, standing: { out, pairsOut, released } }: AppointedPresentInput): ((need: AgencyNeed, target: TargetId) => readonly AgencyMember[]) => {
  if (ofNeed.size === 0) return () => [];
  const homes = new Set([...ofNeed.values()].flatMap((members) => members.map(({ id }) => agencyOf(id))));
  const free = new Set(released.map(pairKey));
  const barred = new Set([...pairsOut.map(pairKey), ...[...homes].flatMap((home) => recusals.get(home) ?? []).map(pairKey).filter((pair) => !free.has(pair))]);
  return (need, target) => (ofNeed.get(need) ?? []).filter(({ id }) => !out.has(id) && !barred.has(pairKey({ target, inspector: id })));
};
