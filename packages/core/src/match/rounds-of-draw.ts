/** From the drawn targets of a main draw to one match for each agency (record-format R8.1). */
import type { AgencyCode, TargetId } from '../base/brand.js';
import { compareUtf8 } from '../base/text.js';
import { agencyOf } from '../registry/canonical-id.js';
import type { FrameRow } from '../plan/frame.js';
import type { RosterRow } from '../plan/roster.js';
import type { Visit } from '../plan/visit.js';
import type { AgencyRound, BarredPair, RosterEntry, VisitNeed } from './agency-round.js';

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
  readonly recusals: ReadonlyMap<AgencyCode, readonly BarredPair[]>;
}

/** Agencies ascending by code. */
export const drawSetting = ({ frame, visits, roster, recusals }: DrawSettingInput): DrawSetting => {
  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  const agencies = [...new Set(visits.flatMap(({ needs }) => needs.map(({ agency }) => agency)))].sort(compareUtf8);
  const inFrame = new Set(frame.map(({ id }) => id));
  return {
    visitOf: new Map(frame.flatMap(({ id, visit }) => pairWith(id, byId.get(visit)))),
    rosters: new Map(agencies.map((agency) => [agency, roster.filter(({ id }) => agencyOf(id) === agency).map(entryOf)])),
    recusals: new Map(agencies.map((agency) => [agency, recusals.filter(({ inspector, target }) => agencyOf(inspector) === agency && inFrame.has(target))])),
  };
};

/** The match of every agency for the drawn targets, ascending by agency; an agency without a visit has none. */
export const roundsOfDraw = ({ visitOf, rosters, recusals }: DrawSetting, drawn: readonly TargetId[]): readonly AgencyRound[] =>
  [...rosters].flatMap(([agency, roster]) => {
    const visits = drawn.flatMap((target) => needAt(target, visitOf.get(target), agency));
    if (visits.length === 0) return [];
    const targets = new Set(drawn);
    const barred = (recusals.get(agency) ?? []).filter(({ target }) => targets.has(target));
    return [{ agency, visits, roster, recusals: barred, withdrawals: [] }];
  });

const pairWith = <A, B>(a: A, b: B | undefined): readonly (readonly [A, B])[] => (b === undefined ? [] : [[a, b]]);

const entryOf = ({ id, capacity, qualifications }: RosterRow): RosterEntry => ({ id, capacity, load: 0, qualifications, isWithdrawn: false });

const needAt = (target: TargetId, visit: Visit | undefined, agency: AgencyCode): readonly VisitNeed[] =>
  (visit?.needs ?? [])
    .filter((need) => need.agency === agency)
    .map(({ people, qualifications }) => ({ target, people, qualifications, present: [] }));
