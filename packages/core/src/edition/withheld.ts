/** What is not published is bound by a salted digest, so that one file can be opened to somebody without opening the others (record-format R15.4). */
import type { Digest } from '../base/brand.js';
import { digestOf } from '../base/digest.js';
import { sortedBy } from '../base/text.js';
import type { TreeSetting } from '../record/frame-tree.js';
import { isRecordPath, PATHS, type RecordTexts } from '../record/paths.js';
import type { Withheld } from './public-document.js';
import { isPublishedAsIs } from './public-paths.js';

/** All files of an archive but its manifest and what is published as it is, ascending by path. Their salts stay in the office until it opens one. */
export const withheldFiles = (texts: RecordTexts, setting: TreeSetting): readonly Withheld[] => {
  const held = [...texts].filter(([path]) => path !== PATHS.manifest && isRecordPath(path) && !isPublishedAsIs(path));
  return sortedBy(held, ([path]) => path).map(([path, text]) => ({ path, digest: withheldDigest(setting, path, text) }));
};

const withheldDigest = ({ scheme, salt, hash }: TreeSetting, path: string, text: string): Digest => {
  const own = hash(`${scheme} withheld salt\n${salt}\n${path}\n`);
  return digestOf(`${scheme} withheld\n${own}\n${hash(text)}\n`, hash);
};
