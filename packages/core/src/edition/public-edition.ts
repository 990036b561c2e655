/** The public edition of a draw: enough to recompute who was drawn, nothing about persons or risk classes (record-format R15). @zh 公开版 */
import type { HashText } from '../base/digest.js';
import { toJsonDocument } from '../base/json-lines.js';
import { ok, type Result } from '../base/result.js';
import { withPublicManifest } from '../record/manifest.js';
import { PATHS, type RecordTexts } from '../record/paths.js';
import type { Sealed } from '../record/sealed.js';
import { type ArchiveParts, archiveParts } from './archive-parts.js';
import type { EditionProblem } from './problems.js';
import type { PublicDocument } from './public-document.js';
import { isPublishedAsIs, PUBLIC_FILE } from './public-paths.js';
import { publicEvents } from './public-events.js';
import { publicRound, publicRoundTexts } from './public-rounds.js';
import { withheldFiles } from './withheld.js';

export interface PublicEditionInput {
  /** All files of the archive. */
  readonly texts: RecordTexts;
  readonly hash: HashText;
}

/**
 * All files of the public edition, the manifest included; the same bytes every time.
 * The archive is read, not verified.
 *
 * @returns the files, or why the archive cannot or may not be published
 */
export const publicEdition = ({ texts, hash }: PublicEditionInput): Result<RecordTexts, readonly EditionProblem[]> => {
  const parts = archiveParts(texts, hash);
  if (!parts.ok) return parts;
  const { sealed, rounds } = parts.value;
  const files = new Map([
    [PUBLIC_FILE, toJsonDocument(publicDocument(parts.value, texts))],
    ...[...texts].filter(([path]) => isPublishedAsIs(path)),
    ...rounds.flatMap((round) => publicRoundTexts(parts.value, round)),
  ]);
  return ok(withPublicManifest({ drawId: sealed.drawId, texts: files, hash }));
};

const publicDocument = (parts: ArchiveParts, texts: RecordTexts): PublicDocument => {
  const { sealed, setting, rounds } = parts;
  const { scheme, drawId, authority, sealedAt, clock, publication, program, snapshot, seed, redoes } = sealed;
  return {
    format: 'ssj-public/1',
    scheme, drawId, authority, sealedAt, clock, publication, program, snapshot, seed,
    batch: publicBatch(sealed.batch),
    redoes: redoes?.map((draw) => draw.drawId),
    rounds: rounds.map((round) => publicRound(parts, round, setting.hash)),
    withheld: withheldFiles(texts, setting),
    ledger: publicEvents({ ledger: parts.ledger, text: texts.get(PATHS.ledger) ?? '', drawId, hash: setting.hash }),
  };
};

/** Ratios and a filter by risk class would tell the classes of targets. */
const publicBatch = (sealed: Sealed['batch']): PublicDocument['batch'] => {
  const { sampling: _sampling, ...batch } = sealed;
  const { riskClasses: _riskClasses, ...filter } = batch.filter;
  return { ...batch, filter };
};
