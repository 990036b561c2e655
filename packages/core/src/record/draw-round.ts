/** The main draw: targets, then inspectors, in one go, from sealed inputs and the seed (protocol §3–§6). @zh 抽取 */
import type { Digest, TargetId } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';
import { toJsonDocument, toJsonLines } from '../base/json-lines.js';
import { type DrawnTarget, drawTargets } from '../draw/draw-targets.js';
import { drawKey } from '../draw/key.js';
import type { FrameRow } from '../plan/frame.js';
import type { RosterRow } from '../plan/roster.js';
import { quotasOf } from '../plan/strata.js';
import type { Recusal } from '../registry/schemas.js';
import { lineTenthBits, publicLineText } from '../seed/public-line.js';
import { type PublicSeed, seedText } from '../seed/seed.js';
import type { Moment } from './common-schemas.js';
import type { LedgerEvent } from './ledger.js';
import { matchRound, matchTexts, type RoundMatch } from './match-round.js';
import { PATHS, type RecordTexts } from './paths.js';
import type { SeedDocument } from './round-schemas.js';
import type { Sealed } from './sealed.js';

/** What the seal holds, read back. */
export interface SealedInputs {
  readonly sealed: Sealed;
  readonly frame: readonly FrameRow[];
  readonly roster: readonly RosterRow[];
  readonly recusals: readonly Recusal[];
}

export interface DrawRoundInput extends SealedInputs {
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
export const drawRound = ({ sealed, frame, roster, recusals, publicSeed, secret, now, hash }: DrawRoundInput): DrawnRound => {
  const { scheme, drawId, visits } = sealed;
  if ((secret === undefined) !== (sealed.seed.secret === undefined)) throw new TypeError('drawRound: secret is not there exactly where the seal has one');
  const seed = seedText({ lines: publicSeed.lines, secret });
  const targets = selectTargets({ sealed, frame, seed, hash });
  const match = matchRound({ scheme, drawId, frame, visits, roster, recusals, drawn: targets.map(({ id }) => id), seed, hash });
  const document = seedDocument(sealed, publicSeed, now);
  const texts = new Map([
    [PATHS.seed, toJsonDocument(document)],
    [PATHS.targets, toJsonLines(targets.map((row) => ({ ...row })))],
    ...matchTexts(match),
  ]);
  const documents = Object.fromEntries([...texts].map(([path, text]) => [path, digestOf(text, hash)]));
  const { outcome } = match.document;
  return { seed: document, targets, match, texts, event: { type: 'drawn', body: { drawId, round: 0, outcome, documents } } };
};

export interface SelectTargetsInput {
  readonly sealed: Sealed;
  readonly frame: readonly { readonly id: TargetId; readonly stratum: string }[];
  /** All lines, the secret last. */
  readonly seed: string;
  readonly hash: HashText;
}

/** The targets of the main draw. */
export const selectTargets = ({ sealed: { scheme, drawId, strata }, frame, seed, hash }: SelectTargetsInput): readonly DrawnTarget[] => {
  const key = drawKey({ scheme, drawId, stage: 'targets', round: 0, seed, hash });
  return drawTargets({ scheme, key, pool: frame, quotas: quotasOf(strata), hash });
};

const seedDocument = ({ drawId }: Sealed, { lines, tenthBits, warnings }: PublicSeed, now: Moment): SeedDocument => ({
  format: 'ssj-seed/1',
  drawId,
  round: 0,
  drawnAt: now.at,
  clock: now.clock,
  lines: lines.map((line) => ({ line: publicLineText(line), tenthBits: lineTenthBits(line), witnesses: line.witnesses.map(({ agency, name }) => ({ agency, name })), sheet: line.sheet })),
  tenthBits,
  warnings,
});
