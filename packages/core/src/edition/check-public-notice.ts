/** The notice of the seal, published before the seed, says the same as the public document. */
import type { SealingNotice } from '../record/notice.js';
import { compareValues } from '../verify/compare-texts.js';
import type { Finding } from '../verify/findings.js';
import type { PublicDocument } from './public-document.js';
import { PUBLIC_FILE } from './public-paths.js';

export interface NoticeParts {
  readonly document: PublicDocument;
  readonly notice: SealingNotice;
}

/** Scheme, draw and terms of the seed. C and the root of the frame stand for what only the archive has. */
export const checkPublicNotice = ({ document, notice }: NoticeParts): readonly Finding[] => {
  const file = PUBLIC_FILE;
  return [
    ...compareValues({ file, field: 'scheme', recorded: document.scheme, replayed: notice.scheme }),
    ...compareValues({ file, field: 'drawId', recorded: document.drawId, replayed: notice.drawId }),
    ...compareValues({ file, field: 'seed', recorded: document.seed, replayed: notice.seed }),
  ];
};
