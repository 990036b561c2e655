/** Both random events, drawn again (draw-spec D7, match-spec M1–M6). */
import type { TargetId } from '../base/brand.js';
import { toJsonLines } from '../base/json-lines.js';
import type { AgencyRound } from '../match/agency-round.js';
import type { CombinedChange } from '../match/combination.js';
import { eligibilityBesideCapacity } from '../match/eligibility.js';
import { feasibility } from '../match/feasibility.js';
import { feasibleWith } from '../match/feasible-with.js';
import { shortBalance } from '../match/short-balance.js';
import { agencyRounds, matchDrawn, selectTargets } from '../record/draw-round.js';
import { matchTexts, type RoundMatch } from '../record/match-round.js';
import { teamModeOf } from '../record/match-team-round.js';
import { roundPaths } from '../record/paths.js';
import type { MatchDocument, ShortAgency } from '../record/round-schemas.js';
import { compareTexts, compareValues } from './compare-texts.js';
import type { Finding } from './findings.js';
import type { OpenedRecord } from './opened-record.js';
import type { RoundParts } from './parts.js';

/** Tickets and selection, from the pool of the round and the whole seed. */
export const checkTargets = ({ inputs: { sealed }, start }: RoundParts, seed: string, { texts, hash }: OpenedRecord): readonly Finding[] => {
  const file = roundPaths(start.round).targets;
  const drawn = selectTargets({ sealed, start, seed, hash });
  return compareTexts({ file, recorded: texts.get(file), replayed: toJsonLines(drawn.map((row) => ({ ...row }))) });
};

/** The match of the recorded targets; with the seed the assignments, too. */
export const replayMatch = ({ inputs, start, rows, teams, whole }: RoundParts, hash: OpenedRecord['hash']): RoundMatch =>
  matchDrawn({ inputs, start, drawn: rows.map(({ id }) => id), seed: whole, recorded: teams, hash });

/** Teams that only the seed can form, before the secret is revealed and without the record's: there is nothing to work the odds out from. */
export const lacksTeams = ({ inputs, start, rows, teams, whole }: RoundParts): boolean =>
  whole === undefined && teams === undefined && teamModeOf({ inputs, start, agencies: agencyRounds(inputs, start, rows.map(({ id }) => id)) })?.kind === 'random';

/** Eligibility, feasibility and odds, which need no seed; of an infeasible match the shortages. */
export const checkOdds = (parts: RoundParts, replayed: RoundMatch, { texts }: OpenedRecord): readonly Finding[] => {
  const { document: recorded, inputs } = parts;
  const { match: file, odds, assignments, teams, teamOdds } = roundPaths(parts.start.round);
  const expected = matchTexts({ ...replayed, assignments: undefined });
  const isMatched = replayed.document.outcome === 'matched';
  const extra = [odds, teams, teamOdds, ...(isMatched ? [] : [assignments])].filter((path) => texts.has(path) && !expected.has(path));
  const extras = extra.map((path): Finding => ({ code: 'file-extra', severity: 'error', where: { file: path }, fields: {} }));
  if (replayed.teams === undefined && (recorded.outcome === 'infeasible' || replayed.document.outcome === 'infeasible')) {
    return [
      ...compareValues({ file, field: 'outcome', recorded: recorded.outcome, replayed: replayed.document.outcome }),
      ...compareValues({ file, field: 'drawId', recorded: recorded.drawId, replayed: inputs.sealed.drawId }),
      ...compareValues({ file, field: 'round', recorded: recorded.round, replayed: parts.start.round }),
      ...compareValues({ file, field: 'agencies.shortage', recorded: shortages(recorded), replayed: shortages(replayed.document) }),
      ...(recorded.outcome === 'infeasible' ? [...recorded.agencies.flatMap((agency) => checkShortSet(parts, agency)), ...checkCombination(parts, recorded.agencies)] : []),
      ...extras,
    ];
  }
  return [...[...expected].flatMap(([path, text]) => compareTexts({ file: path, recorded: texts.get(path), replayed: text })), ...extras];
};

/** Assignments, which need the seed. */
export const checkAssignments = (replayed: RoundMatch, { texts }: OpenedRecord): readonly Finding[] => {
  if (replayed.assignments === undefined) return [];
  const file = roundPaths(replayed.document.round).assignments;
  return compareTexts({ file, recorded: texts.get(file), replayed: toJsonLines(replayed.assignments) });
};

const shortages = (document: MatchDocument) => ('agencies' in document ? document.agencies : []).map((row) => [row.agency, 'shortage' in row ? row.shortage : 0]);

/** The targets named as short must be short among themselves, by as much as is said where it is said. */
const checkShortSet = (parts: RoundParts, { agency, shortage, targets = [], needed, supplied }: ShortAgency): readonly Finding[] => {
  if (shortage === 0) return [];
  const named = new Set<TargetId>(targets);
  const known = [...parts.start.live, ...parts.rows.map(({ id }) => id)].filter((id) => named.has(id));
  // What people have to do elsewhere counts, so the round is taken whole and only then cut down to the targets named.
  const round = roundsOf(parts).find((one) => one.agency === agency);
  const isShort = round !== undefined && !feasibility(eligibilityBesideCapacity({ ...round, visits: round.visits.filter(({ target }) => named.has(target)) }).instance).ok;
  const file = roundPaths(parts.start.round).match;
  const short = compareValues({ file, field: `agencies.${agency}.targets`, recorded: { short: true, known: targets.length }, replayed: { short: isShort, known: known.length } });
  if (needed === undefined || round === undefined || !isShort) return short;
  const balance = shortBalance({ round, targets });
  return [...short, ...compareValues({ file, field: `agencies.${agency}.needed`, recorded: { needed, supplied }, replayed: { needed: balance.needed, supplied: balance.supplied } })];
};

/** Where a combination is recorded for every short agency, all of them together must make the match feasible. */
const checkCombination = (parts: RoundParts, agencies: readonly ShortAgency[]): readonly Finding[] => {
  const short = agencies.filter(({ shortage }) => shortage > 0);
  if (short.some(({ combination }) => combination === undefined)) return [];
  const changes = new Map(short.map(({ agency, combination }) => [agency, combination?.changes.map(withInspector) ?? []]));
  const waiting = [...changes.values()].flat().filter(({ kind }) => kind === 'postpone');
  const works = roundsOf(parts).map((round) => [round.agency, feasibleWith({ round, changes: [...(changes.get(round.agency) ?? []).filter(({ kind }) => kind !== 'postpone'), ...waiting] })] as const);
  const failing = works.filter(([, isFeasible]) => !isFeasible).map(([agency]) => agency);
  return compareValues({ file: roundPaths(parts.start.round).match, field: 'agencies.combination', recorded: { failing: [] }, replayed: { failing } });
};

type RecordedChange = NonNullable<ShortAgency['combination']>['changes'][number];
const withInspector = (change: RecordedChange): CombinedChange => (change.kind === 'borrow' ? { ...change, inspector: change.inspector } : change);

const roundsOf = ({ inputs, start, rows }: RoundParts): readonly AgencyRound[] => agencyRounds(inputs, start, rows.map(({ id }) => id));
