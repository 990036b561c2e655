/** Both random events, drawn again (draw-spec D7, match-spec M1–M6). */
import type { TargetId } from '../base/brand.js';
import { toJsonLines } from '../base/json-lines.js';
import { eligibilityBesideCapacity } from '../match/eligibility.js';
import { feasibility } from '../match/feasibility.js';
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
      ...(recorded.outcome === 'infeasible' ? recorded.agencies.flatMap((agency) => checkShortSet(parts, agency)) : []),
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

/** The targets named as short must be short among themselves. */
const checkShortSet = (parts: RoundParts, { agency, shortage, targets = [] }: ShortAgency): readonly Finding[] => {
  if (shortage === 0) return [];
  const { inputs, start, rows } = parts;
  const named = new Set<TargetId>(targets);
  const drawn = rows.map(({ id }) => id);
  const known = [...start.live, ...drawn].filter((id) => named.has(id));
  // What people have to do elsewhere counts, so the round is taken whole and only then cut down to the targets named.
  const round = agencyRounds(inputs, start, drawn).find((one) => one.agency === agency);
  const isShort = round !== undefined && !feasibility(eligibilityBesideCapacity({ ...round, visits: round.visits.filter(({ target }) => named.has(target)) }).instance).ok;
  return compareValues({ file: roundPaths(start.round).match, field: `agencies.${agency}.targets`, recorded: { short: true, known: targets.length }, replayed: { short: isShort, known: known.length } });
};
