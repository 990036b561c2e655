/** The inspectors' part of a round: odds, assignments and their documents (record-format R8). */
import type { Digest, DrawId } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { toJsonDocument, toJsonLines } from '../base/json-lines.js';
import { drawKey } from '../draw/key.js';
import type { Scheme } from '../draw/scheme.js';
import type { AgencyRound } from '../match/agency-round.js';
import { type AgencyCombination, batchCombination } from '../match/batch-combination.js';
import { explainInfeasible, type Infeasibility } from '../match/explain-infeasible.js';
import { type AgencyMatch, type AgencyOdds, agencyOdds, matchAgency } from '../match/match-agency.js';
import { REPAIR_KINDS, type RepairKind } from '../match/repair-kinds.js';
import { inspectorStream } from '../match/stream.js';
import { roundPaths, type RecordTexts } from './paths.js';
import type { AssignmentRow, MatchDocument, OddsTableRow, ShortAgency } from './round-schemas.js';
import type { TeamOddsTableRow, TeamsDocument } from './team-schemas.js';

export interface MatchRoundInput {
  readonly scheme: Scheme;
  readonly drawId: DrawId;
  readonly round: number;
  /** From `openRounds`: every agency with a place to fill. */
  readonly agencies: readonly AgencyRound[];
  /** All lines with the secret; without it the odds alone can be worked out. */
  readonly seed?: string | undefined;
  readonly hash: HashText;
}

export interface RoundMatch {
  readonly document: MatchDocument;
  readonly odds: readonly OddsTableRow[];
  /** Exactly of a round that goes in teams; then `odds` is empty. */
  readonly teams?: TeamsDocument | undefined;
  /** Of one that was matched. */
  readonly teamOdds?: readonly TeamOddsTableRow[] | undefined;
  /** Absent where the match is infeasible, or the seed is not known. */
  readonly assignments?: readonly AssignmentRow[] | undefined;
}

/** Matches every agency, or explains every shortage: where one agency cannot be matched, nobody is assigned at all (R8.4). */
export const matchRound = (input: MatchRoundInput): RoundMatch => {
  const { drawId, round, agencies, hash, scheme, seed } = input;
  const head = { format: 'ssj-match/1', drawId, round } as const;
  const key = seed === undefined ? undefined : drawKey({ scheme, drawId, stage: 'inspectors', round, seed, hash });
  const matches = agencies.map((agency) => matchOne(agency, { scheme, key, hash }));
  if (!matches.every((match) => match !== undefined)) return { document: { ...head, outcome: 'infeasible', agencies: shortAgencies(agencies) }, odds: [] };
  return {
    document: { ...head, outcome: 'matched', agencies: matches.map(({ odds }) => figuresOf(odds)) },
    odds: matches.flatMap(({ odds }) => oddsRows(odds)),
    assignments: key === undefined ? undefined : matches.flatMap(({ odds: { agency }, assignment }) => assignment.map((row) => ({ agency, ...row }))),
  };
};

/** The documents of the match by path. */
export const matchTexts = ({ document, odds, assignments, teams, teamOdds }: RoundMatch): RecordTexts => {
  const paths = roundPaths(document.round);
  return new Map([
    [paths.match, toJsonDocument(document)],
    ...(document.outcome === 'matched' && teams === undefined ? ([[paths.odds, toJsonLines(odds)]] as const) : []),
    ...(teams === undefined ? [] : ([[paths.teams, toJsonDocument(teams)]] as const)),
    ...(teamOdds === undefined ? [] : ([[paths.teamOdds, toJsonLines(teamOdds)]] as const)),
    ...(assignments === undefined ? [] : ([[paths.assignments, toJsonLines(assignments)]] as const)),
  ]);
};

interface KeyInput {
  readonly scheme: Scheme;
  readonly key: Digest | undefined;
  readonly hash: HashText;
}

/** `undefined` where the agency has too few people. */
const matchOne = (round: AgencyRound, { scheme, key, hash }: KeyInput): AgencyMatch | undefined => {
  if (key === undefined) {
    const odds = agencyOdds(round);
    return odds.ok ? { odds: odds.value, assignment: [] } : undefined;
  }
  const match = matchAgency({ round, stream: inspectorStream({ scheme, key, agency: round.agency, hash }) });
  return match.ok ? match.value : undefined;
};

const figuresOf = ({ agency, iterations, repairPhases, largestDifference, withoutChoice }: AgencyOdds) => ({
  agency,
  iterations,
  repairPhases,
  largestDifference,
  noChoice: withoutChoice,
});

const oddsRows = ({ agency, rows }: AgencyOdds): readonly OddsTableRow[] =>
  rows.map(({ target, inspectors, chances }) => ({ agency, target, odds: inspectors.map((id, at) => [id, chances[at] ?? 0] as const) }));

/** What can be changed once the batch is sealed (R12): the number of people at a target cannot. */
const CHANGEABLE: readonly RepairKind[] = REPAIR_KINDS.filter((kind) => kind !== 'lower');

/** Every agency of a match that cannot be done: what it lacks, and what would help (R8.4). */
const shortAgencies = (rounds: readonly AgencyRound[]): readonly ShortAgency[] =>
  shortAgenciesOf({
    rounds,
    found: rounds.flatMap((round) => explainInfeasible({ round, candidates: [] }) ?? []),
    combinations: batchCombination({ rounds, candidates: () => [], kinds: CHANGEABLE }) ?? [],
  });

export interface ShortAgenciesInput {
  readonly rounds: readonly AgencyRound[];
  readonly found: readonly Infeasibility[];
  readonly combinations: readonly AgencyCombination[];
}

/** Explanations as a record holds them, one for each agency, 0 where it could be done. */
export const shortAgenciesOf = ({ rounds, found, combinations }: ShortAgenciesInput): readonly ShortAgency[] =>
  rounds.map(({ agency }) => {
    const why = found.find((one) => one.agency === agency);
    return why === undefined ? { agency, shortage: 0 } : shortAgencyOf(why, combinations.find((one) => one.agency === agency));
  });

/** An explanation as a record holds it. */
export const shortAgencyOf = ({ agency, shortage, targets, people, repairs, balance: { needed, supplied, rules, contradictory } }: Infeasibility, together?: AgencyCombination): ShortAgency => ({
  agency,
  shortage,
  targets: targets.map(({ target }) => target),
  people,
  repairs: repairs.map((repair) => ({
    kind: repair.kind,
    inspector: 'inspector' in repair ? repair.inspector : undefined,
    target: 'target' in repair ? repair.target : undefined,
    group: 'group' in repair ? repair.group : undefined,
    lowersBy: repair.lowersBy,
    isEnough: repair.isEnough,
  })),
  needed,
  supplied,
  rules: rules.length === 0 ? undefined : rules,
  contradictory: contradictory.length === 0 ? undefined : contradictory,
  combination: together && { changes: together.changes, isCheapest: together.isCheapest },
});
