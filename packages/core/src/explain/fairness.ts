/** How a draw's people were treated: odds, loads, meetings of every agency and round, all from the record. @zh 派发公平性 */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { agencyOdds } from '../match/match-agency.js';
import { type AgencyInRound, type FairVisit, fairVisits } from './fair-visits.js';
import { type Meetings, meetingsAt } from './meetings.js';
import { type OddsSpread, spreadOf } from './odds-spread.js';
import { type PersonFairness, peopleInRound } from './person-fairness.js';
import type { DrawnStory, RecordStory, RoundStory } from './record-story.js';
import { shortageAt } from './target-visits.js';

type AgencyHead = {
  readonly agency: AgencyCode;
  readonly name?: string | undefined;
  /** Everybody of the agency, ascending. */
  readonly people: readonly PersonFairness[];
};

/** A person without whom a visit would lack people. */
export type CertainPair = { readonly target: TargetId; readonly inspector: InspectorId };

export type AgencyShortOfPeople = AgencyHead & {
  /** Places that stay open however one assigns; 0 where another agency was short. */
  readonly shortage: number;
};

export type AgencyFairness = AgencyHead & {
  readonly visits: readonly FairVisit[];
  readonly places: number;
  /** Over all pairs. */
  readonly odds?: OddsSpread | undefined;
  /** Pairs of chance 1. @zh 无选择余地 */
  readonly withoutChoice: readonly CertainPair[];
  /** Between people of equal standing (match-spec M5.11), in units of 1/65536: as the record has it, and worked out again from what was sealed. */
  readonly largestDifference: { readonly recorded?: number | undefined; readonly recomputed?: number | undefined };
  readonly meetings: Meetings;
};

export type FairnessRound =
  /** The seed has not come yet. */
  | { readonly kind: 'waiting'; readonly round: number }
  /** Nobody was assigned (record-format R8.4). */
  | { readonly kind: 'infeasible'; readonly round: number; readonly agencies: readonly AgencyShortOfPeople[] }
  | { readonly kind: 'matched'; readonly round: number; readonly agencies: readonly AgencyFairness[] };

export type Fairness = { readonly rounds: readonly FairnessRound[] };

/** Figures are those of the recorded odds and assignments: whether these are right, `verifyRecord` tells. */
export const fairnessOf = (story: RecordStory): Fairness => ({ rounds: story.rounds.map((round) => fairRound(story, round)) });

const fairRound = (story: RecordStory, { start: { round }, drawn }: RoundStory): FairnessRound => {
  if (drawn === undefined) return { kind: 'waiting', round };
  const agencies = drawn.agencies.map((agency): AgencyInRound => ({ story, drawn, agency }));
  if (drawn.match.outcome === 'matched') return { kind: 'matched', round, agencies: agencies.map(fairAgency) };
  return { kind: 'infeasible', round, agencies: agencies.map((input) => ({ ...headOf(input, []), shortage: shortageAt(drawn.match, input.agency.agency) ?? 0 })) };
};

const headOf = (input: AgencyInRound, visits: readonly FairVisit[]): AgencyHead => {
  const { story, agency: { agency } } = input;
  return { agency, name: story.registry.agencies.find(({ code }) => code === agency)?.name, people: peopleInRound(input, visits) };
};

const fairAgency = (input: AgencyInRound): AgencyFairness => {
  const visits = fairVisits(input);
  return {
    ...headOf(input, visits),
    visits,
    places: visits.reduce((sum, { places }) => sum + places, 0),
    odds: spreadOf(visits.flatMap(({ odds }) => odds.map(({ units }) => units))),
    ...figuresOf(input),
    meetings: meetingsAt(visits),
  };
};

const figuresOf = ({ drawn, agency }: AgencyInRound): Pick<AgencyFairness, 'withoutChoice' | 'largestDifference'> => {
  const recorded = recordedFigures(drawn.match, agency.agency);
  const recomputed = agencyOdds(agency);
  return {
    withoutChoice: recorded?.noChoice.map(({ target, inspector }) => ({ target, inspector })) ?? [],
    largestDifference: { recorded: recorded?.largestDifference, recomputed: recomputed.ok ? recomputed.value.largestDifference : undefined },
  };
};

const recordedFigures = (match: DrawnStory['match'], agency: AgencyCode) => (match.outcome === 'matched' ? match.agencies.find((row) => row.agency === agency) : undefined);

