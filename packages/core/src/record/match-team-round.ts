/** The inspectors' part of a round that goes in teams, and its documents (record-format R8.5–R8.7). */
import type { Digest, DrawId } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import type { Scheme } from '../draw/scheme.js';
import type { AgencyRound } from '../match/agency-round.js';
import { matchTeams } from '../match/match-teams.js';
import { inspectorStream } from '../match/stream.js';
import { type TeamMode, teamMode } from '../match/team-mode.js';
import type { RoundMatch } from './match-round.js';
import type { RoundStart } from './round-start.js';
import type { SealedInputs } from './sealed-inputs.js';
import type { TeamsDocument } from './team-schemas.js';

export interface TeamRoundInput {
  readonly inputs: Pick<SealedInputs, 'sealed' | 'teams'>;
  readonly start: Pick<RoundStart, 'isFirstMatch'>;
  /** With a place to fill in this round. */
  readonly agencies: readonly AgencyRound[];
}

/** How the teams of a round come about; `undefined` where people go one by one (match-spec M11.1). */
export const teamModeOf = ({ inputs: { sealed: { batch, rules }, teams }, start, agencies }: TeamRoundInput): TeamMode | undefined =>
  start.isFirstMatch && agencies.length > 0 ? teamMode({ batch, rules, teams }) : undefined;

export interface MatchTeamRoundInput {
  readonly scheme: Scheme;
  readonly drawId: DrawId;
  readonly round: number;
  readonly agencies: readonly AgencyRound[];
  readonly mode: TeamMode;
  /** Of stage `inspectors`; without it nobody is assigned, and random teams are taken as `recorded`. */
  readonly key: Digest | undefined;
  readonly recorded?: TeamsDocument | undefined;
  readonly hash: HashText;
}

/** @throws RangeError where there is no key and the recorded teams could never have been formed */
export const matchTeamRound = ({ scheme, drawId, round, agencies, mode, key, recorded, hash }: MatchTeamRoundInput): RoundMatch => {
  const match = matchTeams({
    rounds: agencies,
    mode,
    streams: key === undefined ? undefined : (agency) => inspectorStream({ scheme, key, agency, hash }),
    formed: recorded?.formations.map(({ teams }) => teams.map(({ inspectors }) => inspectors)),
  });
  const head = { format: 'ssj-match/1', drawId, round } as const;
  const formations = match.formations.map(({ groups, shortage }) => ({ teams: groups.map(({ name, inspectors }) => ({ name, inspectors })), shortage }));
  const teams: TeamsDocument = { format: 'ssj-teams/1', drawId, round, formations };
  if (match.kind === 'formations-exhausted') return { document: { ...head, outcome: match.kind, formations: formations.length }, odds: [], teams };
  const { rows, ...figures } = match.odds;
  return {
    document: { ...head, outcome: 'matched', agencies: [], joint: { formation: formations.length - 1, ...figures } },
    odds: [],
    teams,
    teamOdds: rows,
    assignments: match.assignments,
  };
};
