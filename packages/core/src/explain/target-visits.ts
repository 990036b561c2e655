/** Who comes to a drawn target: agency by agency, round by round, and why nobody else (match-spec M2, M5, M8). */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import type { AppointedAtVisit } from '../record/appointed-now.js';
import type { AgencyNeed } from '../plan/visit.js';
import { type PairOutcome, pairOutcome } from './pair-outcome.js';
import type { RecordStory, RoundStory } from './record-story.js';

/** One person of the agency before one visit. */
export type PersonAtVisit = {
  readonly inspector: InspectorId;
  readonly outcome: PairOutcome;
};

/** A round in which the agency had a place to fill at this target, person by person. */
export type VisitRound = {
  readonly round: number;
  readonly places: number;
  /** All people of the agency, ascending by id. */
  readonly people: readonly PersonAtVisit[];
  /** How many had nothing against them. */
  readonly eligible: number;
  /** Absent where the round was matched; otherwise what this agency lacked, 0 where another one did. */
  readonly shortage?: number | undefined;
};

export type TargetVisit = {
  readonly agency: AgencyCode;
  readonly name?: string | undefined;
  readonly need: AgencyNeed;
  /** Who goes as things stand, ascending. */
  readonly present: readonly InspectorId[];
  /** Of the appointed whom the visit asks for, those who go and those who may not. */
  readonly appointed: readonly AppointedAtVisit[];
  readonly rounds: readonly VisitRound[];
};

/** The agencies of a target's visit, ascending by code. */
export const targetVisits = (story: RecordStory, target: TargetId): readonly TargetVisit[] => {
  const { inputs: { frame, sealed }, registry, now } = story;
  const row = frame.find(({ id }) => id === target);
  const needs = sealed.visits.find(({ id }) => id === row?.visit)?.needs ?? [];
  const sent = story.appointedNow.filter((one) => one.target === target);
  return needs.map((need) => {
    const appointed = sent.filter(({ agency }) => agency === need.agency);
    const going = appointed.flatMap(({ inspector, goes }) => (goes ? [inspector] : []));
    return {
      agency: need.agency,
      name: registry.agencies.find(({ code }) => code === need.agency)?.name,
      need,
      present: sortedBy(new Set([...going, ...(now.standing.present.get(need.agency)?.get(target) ?? [])]), (id) => id),
      appointed,
      rounds: story.rounds.flatMap((round) => visitRound({ story, round, agency: need.agency, target })),
    };
  });
};

interface VisitRoundInput {
  readonly story: RecordStory;
  readonly round: RoundStory;
  readonly agency: AgencyCode;
  readonly target: TargetId;
}

const visitRound = ({ story, round: { start, drawn }, agency: code, target }: VisitRoundInput): readonly VisitRound[] => {
  const agency = drawn?.agencies.find((one) => one.agency === code);
  const visit = agency?.visits.find((need) => need.target === target);
  if (drawn === undefined || drawn.inTeams !== undefined || agency === undefined || visit === undefined || visit.people === 0) return [];
  const people = sortedBy(agency.roster, ({ id }) => id).map((person) => ({ inspector: person.id, outcome: pairOutcome({ story, drawn, agency, visit, person }) }));
  const eligible = people.filter(({ outcome }) => outcome.kind !== 'barred').length;
  return [{ round: start.round, places: visit.people, people, eligible, shortage: shortageAt(drawn.match, code) }];
};

/** What an agency lacked, where a round could not be matched. */
export const shortageAt = (match: NonNullable<RoundStory['drawn']>['match'], agency: AgencyCode): number | undefined =>
  match.outcome !== 'infeasible' ? undefined : (match.agencies.find((row) => row.agency === agency)?.shortage ?? 0);
