/** A round that went in teams, as one person or one target saw it (match-spec M11). */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import type { DrawnStory, RecordStory } from './record-story.js';
import { type TeamOutcome, teamOutcomes, teamsThatWent, type ToldTeam } from './team-outcome.js';

/** One visit before the person's group. */
export type VisitOfTeam = {
  readonly target: TargetId;
  readonly name?: string | undefined;
  readonly outcome: TeamOutcome;
};

export type InspectorTeamRound = {
  readonly kind: 'teams';
  readonly round: number;
  /** Visits the person could take in the whole draw, and had when the round began. */
  readonly capacity: number;
  readonly load: number;
  /** The person's group in every formation that was tried, from 1; 0 in reserve (待命). */
  readonly groups: readonly number[];
  readonly isMatched: boolean;
  /** The person's group in the formation that went. */
  readonly team?: ToldTeam | undefined;
  /** Of the person's agency, ascending; none in reserve or where nothing was matched. */
  readonly visits: readonly VisitOfTeam[];
};

export interface InspectorTeamRoundInput {
  readonly story: RecordStory;
  readonly round: number;
  readonly drawn: DrawnStory;
  readonly agency: AgencyCode;
  readonly id: InspectorId;
}

/** `undefined` where people went one by one. */
export const inspectorTeamRound = ({ story, round, drawn, agency: code, id }: InspectorTeamRoundInput): InspectorTeamRound | undefined => {
  const agency = drawn.agencies.find((one) => one.agency === code);
  const person = agency?.roster.find((entry) => entry.id === id);
  if (drawn.inTeams === undefined || agency === undefined || person === undefined) return undefined;
  const went = teamsThatWent(drawn);
  const team = went?.find(({ inspectors }) => inspectors.includes(id));
  const outcomeOf = teamOutcomes(story, drawn);
  const names = new Map(story.registry.targets.map((target) => [target.id, target.name]));
  const places = sortedBy(agency.visits, ({ target }) => target).filter(({ people }) => people > 0);
  return {
    kind: 'teams',
    round,
    capacity: person.capacity,
    load: person.load,
    groups: drawn.inTeams.formations.map(({ teams }) => teams.findIndex(({ inspectors }) => inspectors.includes(id)) + 1),
    isMatched: went !== undefined,
    team,
    visits: team === undefined ? [] : places.map(({ target }) => ({ target, name: names.get(target), outcome: outcomeOf(target, team) })),
  };
};

export type TargetTeamRound = {
  readonly round: number;
  /** Targets without a group in every formation that was tried; 0 of the one that went. */
  readonly shortages: readonly number[];
  /** All groups of the formation that went; none where nothing was matched. */
  readonly teams: readonly { readonly team: ToldTeam; readonly outcome: TeamOutcome }[];
};

/** The rounds in teams in which a target wanted a group. */
export const targetTeamRounds = (story: RecordStory, target: TargetId): readonly TargetTeamRound[] =>
  story.rounds.flatMap(({ start: { round }, drawn }) => {
    const isWanted = drawn?.agencies.some(({ visits }) => visits.some((need) => need.target === target && need.people > 0)) ?? false;
    if (drawn?.inTeams === undefined || !isWanted) return [];
    const outcomeOf = teamOutcomes(story, drawn);
    return [{ round, shortages: drawn.inTeams.formations.map(({ shortage }) => shortage), teams: (teamsThatWent(drawn) ?? []).map((team) => ({ team, outcome: outcomeOf(target, team) })) }];
  });
