/** The files of a public edition (record-format R15.1). */
import { PATHS, type RecordTexts, roundPaths } from '../record/paths.js';

/** The document that no archive has. */
export const PUBLIC_FILE = 'public.json';

const FIXED: ReadonlySet<string> = new Set([PUBLIC_FILE, roundPaths(0).notice, PATHS.reveal, PATHS.manifest]);
const OF_ROUND = /^rounds\/(0|[1-9]\d{0,3})\/(?:seed\.json|targets\.jsonl)$/;

/** True for a file that belongs in a public edition. */
export const isPublicPath = (path: string): boolean => FIXED.has(path) || OF_ROUND.test(path);

/** True for files of an archive that are published as they are. */
export const isPublishedAsIs = (path: string): boolean => path === roundPaths(0).notice || path === PATHS.reveal;

/** By its manifest; where that cannot be read, by the document that only it has. */
export const isPublicEdition = (texts: RecordTexts): boolean => {
  const edition = /"edition":"([a-z]*)"/.exec(texts.get(PATHS.manifest) ?? '')?.[1];
  return edition === 'public' || (edition !== 'archive' && texts.has(PUBLIC_FILE));
};
