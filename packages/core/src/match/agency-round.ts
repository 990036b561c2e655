/** What one agency's match of one round depends on (match-spec M1), as facts about people and visits. */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import type { CompositionRule, Member } from '../plan/composition.js';
import type { AgencyMember } from '../plan/laminar.js';

/** One target of this agency in this round. @zh 检查任务 */
export interface VisitNeed {
  readonly target: TargetId;
  /** r: places to fill now; a visit with 0 is left out (M1.2). */
  readonly people: number;
  /** All of them are needed by each person. */
  readonly qualifications: readonly string[];
  /** Of the target; absent where the registry says none. */
  readonly area?: string | undefined;
  /** Rules on the whole visit's people, one for a group, ascending by group (M9.1). */
  readonly composition?: readonly CompositionRule[] | undefined;
  /** Who is on the visit already and stays: by appointment, or from earlier rounds. */
  readonly present: readonly InspectorId[];
  /** Of those, whoever is there by appointment, and what they count as (M10.2). */
  readonly appointed?: readonly AgencyMember[] | undefined;
}

/** One person of the agency. @zh 参加匹配的执法检查人员 */
export interface RosterEntry extends Member {
  readonly id: InspectorId;
  /** Visits in the whole draw. */
  readonly capacity: number;
  /** Visits the person is on when the round begins (M8.3); 0 in the main draw. */
  readonly load: number;
  /** Where the person may not go: works or lives there (D5.9). */
  readonly closedAreas?: readonly string[] | undefined;
  /** The only areas the person goes to (D5.9). */
  readonly regions?: readonly string[] | undefined;
  /** Out of the whole draw (病假, 离岗…). */
  readonly isWithdrawn: boolean;
  /** Goes by appointment, so in no match of the agency (M10.2). */
  readonly isAppointed?: boolean | undefined;
  /** Goes by appointment for whatever agency, so in no team (M11.2). */
  readonly isInNoTeam?: boolean | undefined;
}

/** A target and a person who do not go together. */
export interface BarredPair {
  readonly target: TargetId;
  readonly inspector: InspectorId;
}

/** Everything but the stream. The order of the lists never matters. */
export interface AgencyRound {
  readonly agency: AgencyCode;
  readonly visits: readonly VisitNeed[];
  /** All sealed inspectors of the agency and those borrowed by an event, the withdrawn ones included. */
  readonly roster: readonly RosterEntry[];
  readonly recusals: readonly BarredPair[];
  /** Pairs that rotation keeps apart (D5.9). */
  readonly lastVisits?: readonly BarredPair[] | undefined;
  /** Persons withdrawn from one visit after the seal (后申报回避). */
  readonly withdrawals: readonly BarredPair[];
}

/** Visits with places, ascending by id: the indices e. */
export const orderedVisits = (visits: readonly VisitNeed[]): readonly VisitNeed[] =>
  distinct('visits', sortedBy(visits, ({ target }) => target), ({ target }) => target).filter(({ people }) => people !== 0);

/** The roster ascending by id: the indices i. */
export const orderedRoster = (roster: readonly RosterEntry[]): readonly RosterEntry[] =>
  distinct('roster', sortedBy(roster, ({ id }) => id), ({ id }) => id);

/** c (M1.5, M8.3): what is left of the capacity, nothing for whoever is withdrawn or appointed. */
export const capacityLeft = ({ capacity, load, isWithdrawn, isAppointed = false }: RosterEntry): number => (isWithdrawn || isAppointed ? 0 : Math.max(0, capacity - load));

/** The sorted items, or a RangeError for an id that stands twice. */
const distinct = <T>(name: string, sorted: readonly T[], idOf: (item: T) => string): readonly T[] => {
  let before: string | undefined;
  for (const item of sorted) {
    const id = idOf(item);
    if (id === before) throw new RangeError(`${name}: ${id} stands twice`);
    before = id;
  }
  return sorted;
};
