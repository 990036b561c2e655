/** One person in every round: where the agency had a place, who was sent, with which chance (match-spec M5, M8). */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import { type PairOutcome, pairOutcome } from './pair-outcome.js';
import type { RecordStory, RoundStory } from './record-story.js';
import { hundredthsOf } from './share.js';
import { shortageAt } from './target-visits.js';
import { type InspectorTeamRound, inspectorTeamRound } from './team-rounds.js';

/** One visit of the agency before this person. */
export type VisitOfPerson = {
  readonly target: TargetId;
  readonly name?: string | undefined;
  readonly outcome: PairOutcome;
};

export type InspectorRound =
  | { readonly kind: 'waiting'; readonly round: number }
  /** The agency had no place to fill. */
  | { readonly kind: 'no-place'; readonly round: number }
  /** The person joined by a change that acts on later rounds only. */
  | { readonly kind: 'not-there'; readonly round: number }
  | InspectorTeamRound
  | {
      readonly kind: 'open';
      readonly round: number;
      /** Visits the person could take in the whole draw, and had when the round began. */
      readonly capacity: number;
      readonly load: number;
      readonly visits: readonly VisitOfPerson[];
      /** Expected number of new visits, in units of 1/65536, and in hundredths rounded down. */
      readonly expectedUnits: number;
      readonly expectedHundredths: number;
      /** Visits on which nobody else could go (chance 1). @zh 无选择余地 */
      readonly withoutChoice: readonly TargetId[];
      /** Absent where the round was matched; otherwise what the agency lacked. */
      readonly shortage?: number | undefined;
    };

export const inspectorRounds = (story: RecordStory, id: InspectorId, agency: AgencyCode): readonly InspectorRound[] => {
  const names = new Map(story.registry.targets.map((target) => [target.id, target.name]));
  return story.rounds.map((round) => inspectorRound({ story, round, id, agency, names }));
};

interface RoundInput {
  readonly story: RecordStory;
  readonly round: RoundStory;
  readonly id: InspectorId;
  readonly agency: AgencyCode;
  readonly names: ReadonlyMap<TargetId, string>;
}

const inspectorRound = ({ story, round: { start: { round }, drawn }, id, agency: code, names }: RoundInput): InspectorRound => {
  if (drawn === undefined) return { kind: 'waiting', round };
  const inTeams = inspectorTeamRound({ story, round, drawn, agency: code, id });
  if (inTeams !== undefined) return inTeams;
  const agency = drawn.agencies.find((one) => one.agency === code);
  if (agency === undefined) return { kind: 'no-place', round };
  const person = agency.roster.find((entry) => entry.id === id);
  if (person === undefined) return { kind: 'not-there', round };
  const places = sortedBy(agency.visits, ({ target }) => target).filter(({ people }) => people > 0);
  const visits = places.map((visit) => ({ target: visit.target, name: names.get(visit.target), outcome: pairOutcome({ story, drawn, agency, visit, person }) }));
  const expectedUnits = visits.reduce((sum, { outcome }) => sum + ('chance' in outcome ? outcome.chance.part : 0), 0);
  return {
    kind: 'open',
    round,
    capacity: person.capacity,
    load: person.load,
    visits,
    expectedUnits,
    expectedHundredths: hundredthsOf(expectedUnits),
    withoutChoice: visits.flatMap(({ target, outcome }) => ('chance' in outcome && outcome.chance.part === outcome.chance.whole ? [target] : [])),
    shortage: shortageAt(drawn.match, code),
  };
};
