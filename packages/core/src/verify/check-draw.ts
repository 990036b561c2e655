/** Both random events, drawn again (draw-spec D7, match-spec M1–M6). */
import type { AgencyCode, TargetId } from '../base/brand.js';
import { toJsonLines } from '../base/json-lines.js';
import { eligibilityBesideCapacity } from '../match/eligibility.js';
import { feasibility } from '../match/feasibility.js';
import { drawSetting, roundsOfDraw } from '../match/rounds-of-draw.js';
import { type SealedInputs, selectTargets } from '../record/draw-round.js';
import { matchRound, matchTexts, type RoundMatch } from '../record/match-round.js';
import { PATHS } from '../record/paths.js';
import type { DrawnTargetRow, MatchDocument, ShortAgency } from '../record/round-schemas.js';
import { compareTexts, compareValues } from './compare-texts.js';
import type { Finding } from './findings.js';
import type { OpenedRecord } from './opened-record.js';

/** Tickets and selection, from the frame and the whole seed. */
export const checkTargets = ({ sealed, frame }: SealedInputs, seed: string, { texts, hash }: OpenedRecord): readonly Finding[] => {
  const drawn = selectTargets({ sealed, frame, seed, hash });
  return compareTexts({ file: PATHS.targets, recorded: texts.get(PATHS.targets), replayed: toJsonLines(drawn.map((row) => ({ ...row }))) });
};

/** The match of the recorded targets; with the seed the assignments, too. */
export const replayMatch = ({ sealed, frame, roster, recusals }: SealedInputs, targets: readonly DrawnTargetRow[], seed: string | undefined, hash: OpenedRecord['hash']): RoundMatch => {
  const { scheme, drawId, visits } = sealed;
  return matchRound({ scheme, drawId, frame, visits, roster, recusals, drawn: targets.map(({ id }) => id), seed, hash });
};

/** Eligibility, feasibility and odds, which need no seed; of an infeasible match the shortages. */
export const checkOdds = (inputs: SealedInputs, targets: readonly DrawnTargetRow[], recorded: MatchDocument, replayed: RoundMatch, { texts }: OpenedRecord): readonly Finding[] => {
  const file = PATHS.match;
  if (recorded.outcome === 'infeasible' || replayed.document.outcome === 'infeasible') {
    return [
      ...compareValues({ file, field: 'outcome', recorded: recorded.outcome, replayed: replayed.document.outcome }),
      ...compareValues({ file, field: 'drawId', recorded: recorded.drawId, replayed: inputs.sealed.drawId }),
      ...compareValues({ file, field: 'agencies.shortage', recorded: shortages(recorded), replayed: shortages(replayed.document) }),
      ...(recorded.outcome === 'infeasible' ? recorded.agencies.flatMap((agency) => checkShortSet(inputs, targets, agency)) : []),
      ...[PATHS.odds, PATHS.assignments].flatMap((path): readonly Finding[] => (texts.has(path) ? [{ code: 'file-extra', severity: 'error', where: { file: path }, fields: {} }] : [])),
    ];
  }
  const expected = matchTexts({ document: replayed.document, odds: replayed.odds });
  return [...expected].flatMap(([path, text]) => compareTexts({ file: path, recorded: texts.get(path), replayed: text }));
};

/** Assignments, which need the seed. */
export const checkAssignments = (replayed: RoundMatch, { texts }: OpenedRecord): readonly Finding[] => {
  if (replayed.assignments === undefined) return [];
  return compareTexts({ file: PATHS.assignments, recorded: texts.get(PATHS.assignments), replayed: toJsonLines(replayed.assignments) });
};

const shortages = ({ agencies }: MatchDocument) => agencies.map((row) => [row.agency, 'shortage' in row ? row.shortage : 0]);

/** The targets named as short must be short among themselves. */
const checkShortSet = (inputs: SealedInputs, drawn: readonly DrawnTargetRow[], { agency, shortage, targets = [] }: ShortAgency): readonly Finding[] => {
  if (shortage === 0) return [];
  const named = new Set<TargetId>(targets);
  const known = drawn.map(({ id }) => id).filter((id) => named.has(id));
  const isShort = isShortAmongThemselves(inputs, known, agency);
  return compareValues({ file: PATHS.match, field: `agencies.${agency}.targets`, recorded: { short: true, known: targets.length }, replayed: { short: isShort, known: known.length } });
};

const isShortAmongThemselves = ({ sealed, frame, roster, recusals }: SealedInputs, targets: readonly TargetId[], agency: AgencyCode): boolean => {
  const round = roundsOfDraw(drawSetting({ frame, visits: sealed.visits, roster, recusals }), targets).find((one) => one.agency === agency);
  return round !== undefined && !feasibility(eligibilityBesideCapacity(round).instance).ok;
};
