/** From the targets of a draw to one match for each agency (record-format R8.1, match-spec M8). */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { compareUtf8 } from '../base/text.js';
import { agencyOf } from '../registry/canonical-id.js';
import type { FrameRow } from '../plan/frame.js';
import type { RosterRow } from '../plan/roster.js';
import type { Visit } from '../plan/visit.js';
import type { AgencyRound, BarredPair, RosterEntry, VisitNeed } from './agency-round.js';
import { NOTHING_STANDS, pairKey, type Standing } from './standing.js';

export interface DrawSettingInput {
  readonly frame: readonly FrameRow[];
  readonly visits: readonly Visit[];
  readonly roster: readonly RosterRow[];
  readonly recusals: readonly BarredPair[];
}

/** What stays the same whichever targets are drawn; made once, since a forecast asks many times. */
export interface DrawSetting {
  readonly visitOf: ReadonlyMap<TargetId, Visit>;
  readonly rosters: ReadonlyMap<AgencyCode, readonly RosterEntry[]>;
  /** By the agency of the inspector, whoever it is that the agency is lent to. */
  readonly recusals: ReadonlyMap<AgencyCode, readonly BarredPair[]>;
}

/** Agencies ascending by code. */
export const drawSetting = ({ frame, visits, roster, recusals }: DrawSettingInput): DrawSetting => {
  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  const agencies = [...new Set(visits.flatMap(({ needs }) => needs.map(({ agency }) => agency)))].sort(compareUtf8);
  const inFrame = new Set(frame.map(({ id }) => id));
  const barred = new Map<AgencyCode, BarredPair[]>();
  for (const { target, inspector } of recusals) {
    if (!inFrame.has(target)) continue;
    const owner = agencyOf(inspector);
    const pairs = barred.get(owner);
    if (pairs === undefined) barred.set(owner, [{ target, inspector }]);
    else pairs.push({ target, inspector });
  }
  return {
    visitOf: new Map(frame.flatMap(({ id, visit }) => pairWith(id, byId.get(visit)))),
    rosters: new Map(agencies.map((agency) => [agency, roster.filter(({ id }) => agencyOf(id) === agency).map(entryOf)])),
    recusals: barred,
  };
};

/** The match of every agency in the main draw, ascending by agency; an agency without a visit has none. */
export const roundsOfDraw = (setting: DrawSetting, drawn: readonly TargetId[]): readonly AgencyRound[] => openRounds({ setting, targets: drawn, standing: NOTHING_STANDS });

export interface OpenRoundsInput {
  readonly setting: DrawSetting;
  /** Targets whose visits stand or are new. */
  readonly targets: readonly TargetId[];
  readonly standing: Standing;
}

/** The match of every agency that has a place to fill, ascending by agency. */
export const openRounds = ({ setting, targets, standing }: OpenRoundsInput): readonly AgencyRound[] =>
  [...setting.rosters].flatMap(([agency, sealed]) => {
    const present = standing.present.get(agency);
    const visits = targets.flatMap((target) => needAt(target, setting.visitOf.get(target), agency, present?.get(target) ?? []));
    if (visits.every(({ people }) => people === 0)) return [];
    const roster = [...sealed, ...borrowedBy(agency, standing)];
    const loads = loadsOf(visits);
    const entries = roster.map((entry) => ({
      ...entry,
      capacity: standing.capacities.get(entry.id) ?? entry.capacity,
      load: loads.get(entry.id) ?? 0,
      isWithdrawn: standing.out.has(entry.id),
    }));
    return [{ agency, visits, roster: entries, recusals: barredAmong({ setting, roster, targets, released: standing.released }), withdrawals: within(standing.pairsOut, targets) }];
  });

const pairWith = <A, B>(a: A, b: B | undefined): readonly (readonly [A, B])[] => (b === undefined ? [] : [[a, b]]);

const entryOf = ({ id, capacity, qualifications, mayLead, grade }: RosterRow): RosterEntry => ({ id, capacity, load: 0, qualifications, mayLead, grade, isWithdrawn: false });

const borrowedBy = (agency: AgencyCode, { borrowed }: Standing): readonly RosterEntry[] =>
  borrowed.flatMap(({ agency: joined, inspector, capacity, qualifications, mayLead, grade }) => (joined === agency ? [{ id: inspector, capacity, load: 0, qualifications, mayLead, grade, isWithdrawn: false }] : []));

const needAt = (target: TargetId, visit: Visit | undefined, agency: AgencyCode, present: readonly InspectorId[]): readonly VisitNeed[] =>
  (visit?.needs ?? [])
    .filter((need) => need.agency === agency)
    .map(({ people, qualifications, composition }) => ({ target, people: Math.max(0, people - present.length), qualifications, composition, present }));

/** Visits that each person is on already (M8.3). */
const loadsOf = (visits: readonly VisitNeed[]): ReadonlyMap<InspectorId, number> => {
  const loads = new Map<InspectorId, number>();
  for (const { present } of visits) for (const id of present) loads.set(id, (loads.get(id) ?? 0) + 1);
  return loads;
};

interface BarredInput {
  readonly setting: DrawSetting;
  readonly roster: readonly RosterEntry[];
  readonly targets: readonly TargetId[];
  readonly released: readonly BarredPair[];
}

const barredAmong = ({ setting, roster, targets, released }: BarredInput): readonly BarredPair[] => {
  const free = new Set(released.map(pairKey));
  const people = new Set(roster.map(({ id }) => id));
  const owners = [...new Set(roster.map(({ id }) => agencyOf(id)))];
  return within(owners.flatMap((owner) => setting.recusals.get(owner) ?? []), targets).filter((pair) => people.has(pair.inspector) && !free.has(pairKey(pair)));
};

const within = (pairs: readonly BarredPair[], targets: readonly TargetId[]): readonly BarredPair[] => {
  const wanted = new Set(targets);
  return pairs.filter(({ target }) => wanted.has(target));
};
