/** What the match of a draw depends on, whichever targets are drawn (match-spec M1, M2). */
import type { AgencyCode, TargetId } from '../base/brand.js';
import { compareUtf8 } from '../base/text.js';
import type { Appointed } from '../plan/appointed.js';
import { agencyOf } from '../registry/canonical-id.js';
import type { FrameRow } from '../plan/frame.js';
import type { RosterRow } from '../plan/roster.js';
import type { Visit } from '../plan/visit.js';
import type { Target } from '../registry/schemas.js';
import type { BarredPair, RosterEntry } from './agency-round.js';
import { type AppointedSetting, appointedSetting } from './appointed-present.js';

export interface DrawSettingInput {
  readonly frame: readonly FrameRow[];
  readonly visits: readonly Visit[];
  readonly roster: readonly RosterRow[];
  readonly recusals: readonly BarredPair[];
  /** Of the registry, asked for or not; none where it has no appointments. */
  readonly appointed?: readonly Appointed[] | undefined;
  /** Areas of targets, as the registry has them. */
  readonly areas: ReadonlyMap<TargetId, string>;
  /** Pairs that rotation keeps apart (D5.9). */
  readonly bars: readonly BarredPair[];
  /** True where nobody inspects where they work or live (D5.9). */
  readonly closesOwnAreas: boolean;
}

/** What stays the same whichever targets are drawn; made once, since a forecast asks many times. */
export interface DrawSetting {
  readonly visitOf: ReadonlyMap<TargetId, Visit>;
  readonly rosters: ReadonlyMap<AgencyCode, readonly RosterEntry[]>;
  /** By the agency of the inspector, whoever it is that the agency is lent to. */
  readonly recusals: ReadonlyMap<AgencyCode, readonly BarredPair[]>;
  /** The same. */
  readonly bars: ReadonlyMap<AgencyCode, readonly BarredPair[]>;
  readonly areas: ReadonlyMap<TargetId, string>;
  readonly appointed: AppointedSetting;
}

/** Agencies ascending by code. */
export const drawSetting = ({ frame, visits, roster, recusals, areas, bars, closesOwnAreas, appointed = [] }: DrawSettingInput): DrawSetting => {
  const byId = new Map(visits.map((visit) => [visit.id, visit]));
  const agencies = [...new Set(visits.flatMap(({ needs }) => needs.map(({ agency }) => agency)))].sort(compareUtf8);
  const inFrame = new Set(frame.map(({ id }) => id));
  return {
    visitOf: new Map(frame.flatMap(({ id, visit }) => pairWith(id, byId.get(visit)))),
    rosters: new Map(agencies.map((agency) => [agency, roster.filter(({ id }) => agencyOf(id) === agency).map((row) => entryOf(row, closesOwnAreas))])),
    recusals: byOwner(recusals, inFrame),
    bars: byOwner(bars, inFrame),
    areas,
    appointed: appointedSetting(visits, appointed),
  };
};

/** Pairs of the frame by the agency of the inspector. */
const byOwner = (pairs: readonly BarredPair[], inFrame: ReadonlySet<TargetId>): ReadonlyMap<AgencyCode, readonly BarredPair[]> => {
  const owned = new Map<AgencyCode, BarredPair[]>();
  for (const { target, inspector } of pairs) {
    if (!inFrame.has(target)) continue;
    const owner = agencyOf(inspector);
    const known = owned.get(owner);
    if (known === undefined) owned.set(owner, [{ target, inspector }]);
    else known.push({ target, inspector });
  }
  return owned;
};

const pairWith = <A, B>(a: A, b: B | undefined): readonly (readonly [A, B])[] => (b === undefined ? [] : [[a, b]]);

const entryOf = ({ id, capacity, qualifications, mayLead, grade, ownAreas, regions }: RosterRow, closesOwnAreas: boolean): RosterEntry =>
  ({ id, capacity, load: 0, qualifications, mayLead, grade, closedAreas: closesOwnAreas ? ownAreas : undefined, regions, isWithdrawn: false });

/** The areas of targets that have one. */
export const areasOf = (targets: readonly Target[]): ReadonlyMap<TargetId, string> => new Map(targets.flatMap(({ id, area }) => pairWith(id, area)));
