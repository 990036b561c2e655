/** A round: targets, then inspectors, in one go, from sealed inputs and the seed (protocol §3–§6). @zh 抽取 */
import type { Digest, TargetId } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';
import { toJsonDocument, toJsonLines } from '../base/json-lines.js';
import { type DrawnTarget, drawTargets } from '../draw/draw-targets.js';
import { drawKey } from '../draw/key.js';
import type { AgencyRound } from '../match/agency-round.js';
import { drawSetting } from '../match/draw-setting.js';
import { openRounds } from '../match/rounds-of-draw.js';
import { closesOwnAreas } from '../plan/rules-in-force.js';
import { lineTenthBits, publicLineText } from '../seed/public-line.js';
import { type PublicSeed, seedText } from '../seed/seed.js';
import type { Moment } from './common-schemas.js';
import type { LedgerEvent } from './ledger.js';
import { matchRound, matchTexts, type RoundMatch } from './match-round.js';
import { matchTeamRound, teamModeOf } from './match-team-round.js';
import { type RecordTexts, roundPaths } from './paths.js';
import type { SeedDocument } from './round-schemas.js';
import type { RoundStart } from './round-start.js';
import type { SealedInputs } from './sealed-inputs.js';
import type { Sealed } from './sealed.js';
import type { TeamsDocument } from './team-schemas.js';

export interface DrawRoundInput extends SealedInputs {
  /** From `mainStart` or `laterStart`. */
  readonly start: RoundStart;
  readonly publicSeed: PublicSeed;
  /** Absent exactly where the seal has none. */
  readonly secret?: Digest | undefined;
  readonly now: Moment;
  readonly hash: HashText;
}

export interface DrawnRound {
  readonly seed: SeedDocument;
  readonly targets: readonly DrawnTarget[];
  readonly match: RoundMatch;
  /** The files of the round by path. */
  readonly texts: RecordTexts;
  readonly event: LedgerEvent;
}

/**
 * One attempt and no other: the result follows from the inputs alone.
 *
 * @throws TypeError if `secret` is given where the seal has none, or is not where it has
 */
export const drawRound = ({ start, publicSeed, secret, now, hash, ...inputs }: DrawRoundInput): DrawnRound => {
  const { sealed } = inputs;
  if ((secret === undefined) !== (sealed.seed.secret === undefined)) throw new TypeError('drawRound: secret is not there exactly where the seal has one');
  const seed = seedText({ lines: publicSeed.lines, secret });
  const targets = selectTargets({ sealed, start, seed, hash });
  const match = matchDrawn({ inputs, start, drawn: targets.map(({ id }) => id), seed, hash });
  const document = seedDocument(sealed, start.round, publicSeed, now);
  const paths = roundPaths(start.round);
  const texts = new Map([
    [paths.seed, toJsonDocument(document)],
    [paths.targets, toJsonLines(targets.map((row) => ({ ...row })))],
    ...matchTexts(match),
  ]);
  const documents = Object.fromEntries([...texts].map(([path, text]) => [path, digestOf(text, hash)]));
  const { outcome } = match.document;
  return { seed: document, targets, match, texts, event: { type: 'drawn', body: { drawId: sealed.drawId, round: start.round, outcome, documents } } };
};

export interface SelectTargetsInput {
  readonly sealed: Sealed;
  readonly start: RoundStart;
  /** All lines, the secret last. */
  readonly seed: string;
  readonly hash: HashText;
}

/** The targets of a round. */
export const selectTargets = ({ sealed: { scheme, drawId }, start: { round, pool, quotas }, seed, hash }: SelectTargetsInput): readonly DrawnTarget[] => {
  const key = drawKey({ scheme, drawId, stage: 'targets', round, seed, hash });
  return drawTargets({ scheme, key, pool, quotas, hash });
};

export interface MatchDrawnInput {
  readonly inputs: SealedInputs;
  readonly start: RoundStart;
  /** New in this round. */
  readonly drawn: readonly TargetId[];
  /** Without it the odds alone are worked out. */
  readonly seed?: string | undefined;
  /** Teams as the record has them, which stand in for those that only the seed can form. */
  readonly recorded?: TeamsDocument | undefined;
  readonly hash: HashText;
}

/** The inspectors of a round: the places of new targets and those that stand open. */
export const matchDrawn = ({ inputs, start, drawn, seed, recorded, hash }: MatchDrawnInput): RoundMatch => {
  const { scheme, drawId } = inputs.sealed;
  const { round } = start;
  const agencies = agencyRounds(inputs, start, drawn);
  const mode = teamModeOf({ inputs, start, agencies });
  if (mode === undefined) return matchRound({ scheme, drawId, round, agencies, seed, hash });
  const key = seed === undefined ? undefined : drawKey({ scheme, drawId, stage: 'inspectors', round, seed, hash });
  return matchTeamRound({ scheme, drawId, round, agencies, mode, key, recorded, hash });
};

/** What every agency has to fill in a round. */
export const agencyRounds = ({ sealed: { visits, rules }, ...inputs }: SealedInputs, { live, standing }: RoundStart, drawn: readonly TargetId[]): readonly AgencyRound[] =>
  openRounds({ setting: drawSetting({ ...inputs, visits, closesOwnAreas: closesOwnAreas(rules) }), targets: [...live, ...drawn], standing });

const seedDocument = ({ drawId }: Sealed, round: number, { lines, tenthBits, warnings }: PublicSeed, now: Moment): SeedDocument => ({
  format: 'ssj-seed/1',
  drawId,
  round,
  drawnAt: now.at,
  clock: now.clock,
  lines: lines.map((line) => ({ line: publicLineText(line), tenthBits: lineTenthBits(line), witnesses: line.witnesses.map(({ agency, name }) => ({ agency, name })), sheet: line.sheet, signature: line.signature })),
  tenthBits,
  warnings,
});
