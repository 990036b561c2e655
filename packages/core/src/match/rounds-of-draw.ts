/** From the targets of a draw to one match for each agency (record-format R8.1, match-spec M8). */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { agencyOf } from '../registry/canonical-id.js';
import type { AgencyMember } from '../plan/laminar.js';
import type { AgencyNeed } from '../plan/visit.js';
import type { AgencyRound, BarredPair, RosterEntry, VisitNeed } from './agency-round.js';
import { appointedPresent } from './appointed-present.js';
import type { DrawSetting } from './draw-setting.js';
import { NOTHING_STANDS, pairKey, type Standing } from './standing.js';

/** The match of every agency in the main draw, ascending by agency; an agency without a visit has none. */
export const roundsOfDraw = (setting: DrawSetting, drawn: readonly TargetId[]): readonly AgencyRound[] => openRounds({ setting, targets: drawn, standing: NOTHING_STANDS });

export interface OpenRoundsInput {
  readonly setting: DrawSetting;
  /** Targets whose visits stand or are new. */
  readonly targets: readonly TargetId[];
  readonly standing: Standing;
}

/** The match of every agency that has a place to fill, ascending by agency. */
export const openRounds = ({ setting, targets, standing }: OpenRoundsInput): readonly AgencyRound[] => {
  const appointed = appointedPresent({ ...setting, standing });
  return [...setting.rosters].flatMap(([agency, sealed]) => {
    const present = standing.present.get(agency);
    const visits = targets.flatMap((target) => needAt({ target, setting, agency, drawn: present?.get(target) ?? [], appointed }));
    if (visits.every(({ people }) => people === 0)) return [];
    const roster = [...sealed, ...borrowedBy(agency, standing)];
    const loads = loadsOf(visits);
    const unmatched = setting.appointed.unmatched.get(agency);
    const entries = roster.map((entry) => ({
      ...entry,
      capacity: standing.capacities.get(entry.id) ?? entry.capacity,
      load: loads.get(entry.id) ?? 0,
      isWithdrawn: standing.out.has(entry.id),
      ...(unmatched?.has(entry.id) === true ? { isAppointed: true } : {}),
      ...(setting.appointed.everybody.has(entry.id) ? { isInNoTeam: true } : {}),
    }));
    // A released recusal lifts no other reason.
    const lastVisits = setting.bars.size === 0 ? undefined : barredAmong({ pairs: setting.bars, roster, targets, released: [] });
    const recusals = barredAmong({ pairs: setting.recusals, roster, targets, released: standing.released });
    return [{ agency, visits, roster: entries, recusals, lastVisits, withdrawals: within(standing.pairsOut, targets) }];
  });
};

/** Of them the seal says neither areas nor earlier visits. */
const borrowedBy = (agency: AgencyCode, { borrowed }: Standing): readonly RosterEntry[] =>
  borrowed.flatMap(({ agency: joined, inspector, capacity, qualifications, mayLead, grade }) => (joined === agency ? [{ id: inspector, capacity, load: 0, qualifications, mayLead, grade, isWithdrawn: false }] : []));

interface NeedAtInput {
  readonly target: TargetId;
  readonly setting: DrawSetting;
  readonly agency: AgencyCode;
  /** Whom earlier rounds assigned and who stays. */
  readonly drawn: readonly InspectorId[];
  readonly appointed: (need: AgencyNeed, target: TargetId) => readonly AgencyMember[];
}

const needAt = ({ target, setting: { visitOf, areas }, agency, drawn, appointed }: NeedAtInput): readonly VisitNeed[] =>
  (visitOf.get(target)?.needs ?? [])
    .filter((need) => need.agency === agency)
    .map((need) => {
      const { people, qualifications, composition } = need;
      const sent = appointed(need, target);
      const present = sent.length === 0 ? drawn : [...new Set([...sent.map(({ id }) => id), ...drawn])];
      return { target, people: Math.max(0, people - present.length), qualifications, area: areas.get(target), composition, present, ...(sent.length === 0 ? {} : { appointed: sent }) };
    });

/** Visits that each person is on already (M8.3). */
const loadsOf = (visits: readonly VisitNeed[]): ReadonlyMap<InspectorId, number> => {
  const loads = new Map<InspectorId, number>();
  for (const { present } of visits) for (const id of present) loads.set(id, (loads.get(id) ?? 0) + 1);
  return loads;
};

interface BarredInput {
  /** By owner. */
  readonly pairs: ReadonlyMap<AgencyCode, readonly BarredPair[]>;
  readonly roster: readonly RosterEntry[];
  readonly targets: readonly TargetId[];
  readonly released: readonly BarredPair[];
}

const barredAmong = ({ pairs, roster, targets, released }: BarredInput): readonly BarredPair[] => {
  const free = new Set(released.map(pairKey));
  const people = new Set(roster.map(({ id }) => id));
  const owners = [...new Set(roster.map(({ id }) => agencyOf(id)))];
  return within(owners.flatMap((owner) => pairs.get(owner) ?? []), targets).filter((pair) => people.has(pair.inspector) && !free.has(pairKey(pair)));
};

const within = (pairs: readonly BarredPair[], targets: readonly TargetId[]): readonly BarredPair[] => {
  const wanted = new Set(targets);
  return pairs.filter(({ target }) => wanted.has(target));
};
