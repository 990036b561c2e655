/** The public edition is made again from the archive and compared byte for byte. */
import type { HashText } from '../base/digest.js';
import type { RecordTexts } from '../record/paths.js';
import { compareTexts } from '../verify/compare-texts.js';
import type { Finding } from '../verify/findings.js';
import { publicEdition } from './public-edition.js';

export interface CheckAgainstInput {
  readonly texts: RecordTexts;
  readonly archive: RecordTexts;
  readonly hash: HashText;
}

/** An archive that gives no public edition leaves the question open. */
export const checkAgainst = ({ texts, archive, hash }: CheckAgainstInput): readonly Finding[] => {
  const made = publicEdition({ texts: archive, hash });
  if (!made.ok) return [{ code: 'archive-unusable', severity: 'error', fields: { codes: [...new Set(made.error.map(({ code }) => code))] } }];
  // A file more is either in the manifest, which then differs, or found by the check of files.
  return [...made.value].flatMap(([file, replayed]) => compareTexts({ file, recorded: texts.get(file), replayed }));
};
