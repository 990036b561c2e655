/** Packs files so that the same content gives the same bytes, on every machine and in every zone. */
import { type Zippable, zipSync } from 'fflate';

/** Zip times are local times without a zone, so this one is made of local parts. */
const ENTRY_TIME = new Date(2000, 0, 1, 12);

/** @param files - contents by name, in any order */
export const pack = (files: Iterable<readonly [string, Uint8Array]>): Uint8Array => {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(sorted.map(([name, bytes]) => [name, [bytes, { mtime: ENTRY_TIME, os: 0 }]] as const));
  return zipSync(zippable, { level: 6, mtime: ENTRY_TIME });
};
