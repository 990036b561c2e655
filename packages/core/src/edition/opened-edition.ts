/** A public edition with every document read once; what could not be read stays a list of problems. */
import type { HashText } from '../base/digest.js';
import { readJsonDocument } from '../base/read-json-lines.js';
import { err } from '../base/result.js';
import { type Manifest, publicManifestSchema } from '../record/manifest.js';
import { type SealingNotice, sealingNoticeSchema } from '../record/notice.js';
import { PATHS, type RecordTexts, roundPaths } from '../record/paths.js';
import { missing, readWithScheme, type Reading } from '../record/read-sealed.js';
import { type DrawnTargetRow, type RevealDocument, revealDocumentSchema } from '../record/round-schemas.js';
import { optional, type Optional, readDrawnTargets, readOne } from '../verify/opened-record.js';
import { type PublicDocument, publicDocumentSchema } from './public-document.js';
import { PUBLIC_FILE } from './public-paths.js';
import { type PublicSeedDocument, publicSeedSchema } from './public-seed.js';

export interface OpenedEdition {
  readonly texts: RecordTexts;
  readonly hash: HashText;
  readonly manifest: Reading<Manifest>;
  readonly document: Reading<PublicDocument>;
  readonly notice: Reading<SealingNotice>;
  /** Those that `public.json` has. */
  readonly rounds: readonly EditionRound[];
  readonly reveal: Optional<RevealDocument>;
}

export interface EditionRound {
  readonly round: number;
  readonly seed: Reading<PublicSeedDocument>;
  /** Strata are neutral. */
  readonly targets: Reading<readonly DrawnTargetRow[]>;
}

export const openEdition = (texts: RecordTexts, hash: HashText): OpenedEdition => {
  const document = readWithScheme(texts, PUBLIC_FILE, publicDocumentSchema);
  return {
    texts,
    hash,
    manifest: readOne(texts, PATHS.manifest, publicManifestSchema),
    document,
    notice: readOne(texts, roundPaths(0).notice, sealingNoticeSchema),
    rounds: document.ok ? document.value.rounds.map((_, round) => openRound(texts, round)) : [],
    reveal: optional(texts, PATHS.reveal, (text) => readJsonDocument({ file: PATHS.reveal, text, schema: revealDocumentSchema })),
  };
};

const openRound = (texts: RecordTexts, round: number): EditionRound => {
  const { seed, targets: file } = roundPaths(round);
  const text = texts.get(file);
  return {
    round,
    seed: readOne(texts, seed, publicSeedSchema),
    targets: text === undefined ? err([missing(file)]) : readDrawnTargets(file, text),
  };
};
