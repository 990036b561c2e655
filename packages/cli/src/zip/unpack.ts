/** Unpacks an archive that somebody else made: what it says of itself is believed only where the bytes agree. */
import { crc32, inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '@shuangsuiji/core';
import { isBomb, MEGABYTE } from './is-bomb.js';
import { type NameRefusal, nameRefusal } from './name-refusal.js';
import { viewOf, type ZipDirectory, zipDirectory, type ZipEntry } from './zip-directory.js';

/** A record of a whole province stays far below. */
export const SIZE_LIMIT = 512 * MEGABYTE;

/** Reasons that are no accident of copying. */
export type ZipRefusal = NameRefusal | 'symlink' | 'encrypted' | 'zip64' | 'several-disks' | 'method' | 'headers-differ' | 'overlap' | 'too-large' | 'bomb';

/** Why an archive is not unpacked: `damaged` happens to copies, everything else is made on purpose or by a strange program. */
export interface ZipFault {
  /** Of an entry; absent where it is the archive as a whole. */
  readonly name?: string;
  readonly reason: ZipRefusal | 'damaged';
}

const LOCAL_HEADER = 0x04034b50;
const LOCAL_LENGTH = 30;
/** Sizes and digest stand after the data instead. */
const DESCRIPTOR = 0x0008;
const STORED = 0;
const DEFLATED = 8;

/**
 * All files of an archive; folders are left out.
 *
 * @returns contents by name, or the first thing that is wrong: nothing is unpacked before all names and sizes are looked at
 */
export const unpack = (bytes: Uint8Array): Result<ReadonlyMap<string, Uint8Array>, ZipFault> => {
  const directory = zipDirectory(bytes);
  if (directory === undefined) return err({ reason: 'damaged' });
  const fault = wholeFault(directory, bytes.length) ?? nameRefusal(directory.entries) ?? overlapFault(bytes, directory);
  if (fault !== undefined) return err(fault);
  const files = new Map<string, Uint8Array>();
  for (const entry of directory.entries) {
    const content = contentOf(bytes, entry, directory.start);
    if (!content.ok) return content;
    if (!entry.name.endsWith('/')) files.set(entry.name, content.value);
    else if (content.value.length > 0) return err({ name: entry.name, reason: 'path' });
  }
  return ok(files);
};

const wholeFault = ({ entries, isWhole, isZip64 }: ZipDirectory, packed: number): ZipFault | undefined => {
  if (isZip64) return { reason: 'zip64' };
  if (!isWhole) return { reason: 'several-disks' };
  for (const { name, isEncrypted, isSymlink, method } of entries) {
    if (isEncrypted) return { name, reason: 'encrypted' };
    if (isSymlink) return { name, reason: 'symlink' };
    if (method !== STORED && method !== DEFLATED) return { name, reason: 'method' };
  }
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > SIZE_LIMIT) return { reason: 'too-large' };
  return isBomb(size, packed) ? { reason: 'bomb' } : undefined;
};

/** Where the data of an entry stand, or `undefined` where they do not fit before the directory. */
const rangeOf = (bytes: Uint8Array, { offset, packedSize }: ZipEntry, limit: number): { readonly from: number; readonly to: number } | undefined => {
  if (offset + LOCAL_LENGTH > limit) return undefined;
  const view = viewOf(bytes);
  const from = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return from + packedSize > limit ? undefined : { from, to: from + packedSize };
};

/** Two entries that share bytes are how a small archive unpacks to a huge one. */
const overlapFault = (bytes: Uint8Array, { entries, start }: ZipDirectory): ZipFault | undefined => {
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) return { name: entry.name, reason: 'overlap' };
    end = rangeOf(bytes, entry, start)?.to ?? start;
  }
  return undefined;
};

const contentOf = (bytes: Uint8Array, entry: ZipEntry, limit: number): Result<Uint8Array, ZipFault> => {
  const { name, method, size, crc } = entry;
  const range = rangeOf(bytes, entry, limit);
  if (range === undefined || viewOf(bytes).getUint32(entry.offset, true) !== LOCAL_HEADER) return err({ name, reason: 'damaged' });
  if (!agrees(bytes, entry)) return err({ name, reason: 'headers-differ' });
  const packed = bytes.subarray(range.from, range.to);
  const content = method === STORED ? packed : inflated(packed, size);
  if (content === undefined || content.length !== size || crc32(content) !== crc) return err({ name, reason: 'damaged' });
  return ok(content);
};

/** The local header says the same as the directory, or another program would unpack something else. */
const agrees = (bytes: Uint8Array, { name, method, offset, packedSize, size, crc }: ZipEntry): boolean => {
  const view = viewOf(bytes);
  const own = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(offset + LOCAL_LENGTH, offset + LOCAL_LENGTH + view.getUint16(offset + 26, true)));
  const isLater = (view.getUint16(offset + 6, true) & DESCRIPTOR) !== 0;
  const numbers = [[view.getUint32(offset + 14, true), crc], [view.getUint32(offset + 18, true), packedSize], [view.getUint32(offset + 22, true), size]] as const;
  return own === name && view.getUint16(offset + 8, true) === method && numbers.every(([local, stated]) => local === stated || (isLater && local === 0));
};

/** Never more than was stated: what goes on after that is not unpacked at all. */
const inflated = (packed: Uint8Array, size: number): Uint8Array | undefined => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
};
