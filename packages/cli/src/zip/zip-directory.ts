/** The central directory of a zip archive (PKWARE APPNOTE 4.3.12, 4.3.16), read before anything is unpacked. */

/** What the directory says of one entry; sizes in bytes, as stated. */
export interface ZipEntry {
  /** As UTF-8, whatever the archive says of its encoding. */
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packedSize: number;
  /** 0xFFFFFFFF announces a zip64 size: more than four gigabytes either way. */
  readonly size: number;
  readonly crc: number;
  /** Of the local header. */
  readonly offset: number;
  readonly isEncrypted: boolean;
  readonly isSymlink: boolean;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Where it begins, in bytes. */
  readonly start: number;
  /** One archive in one file, with nothing after its directory. */
  readonly isWhole: boolean;
  /** Something hides behind numbers of 64 bits. */
  readonly isZip64: boolean;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_FIELD = 0x0001;
const END_LENGTH = 22;
const LOCATOR_LENGTH = 20;
const ENTRY_LENGTH = 46;
/** The longest comment an archive may end with. */
const COMMENT_LIMIT = 0xffff;
/** Traditional, strong, and masked headers. */
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
/** S_IFMT and S_IFLNK of Unix, in the upper half of the external attributes. */
const FILE_TYPE = 0xf000;
const SYMLINK = 0xa000;

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const endOfDirectory = (view: DataView): number | undefined => {
  const first = Math.max(0, view.byteLength - END_LENGTH - COMMENT_LIMIT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return undefined;
};

/**
 * Lists the entries of an archive.
 *
 * @returns `undefined` where the archive is cut short or damaged
 */
export const zipDirectory = (bytes: Uint8Array): ZipDirectory | undefined => {
  const view = viewOf(bytes);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  let isZip64 = count === 0xffff || start === 0xffffffff || (end >= LOCATOR_LENGTH && view.getUint32(end - LOCATOR_LENGTH, true) === ZIP64_LOCATOR);
  let isOneDisk = view.getUint16(end + 4, true) === 0 && view.getUint16(end + 6, true) === 0 && view.getUint16(end + 8, true) === count;
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const entry = entryAt(bytes, view, at, nameLength);
    entries.push(entry);
    isZip64 ||= [entry.size, entry.packedSize, entry.offset].includes(0xffffffff) || hasField(view, at + ENTRY_LENGTH + nameLength, extraLength, end);
    isOneDisk &&= view.getUint16(at + 34, true) === 0;
    at += ENTRY_LENGTH + nameLength + extraLength + commentLength;
  }
  const isWhole = isOneDisk && at === end && view.getUint32(end + 12, true) === end - start && end + END_LENGTH + view.getUint16(end + 20, true) === bytes.length;
  return { entries, start, isWhole, isZip64 };
};

const entryAt = (bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry => ({
  name: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength)),
  method: view.getUint16(at + 10, true),
  crc: view.getUint32(at + 16, true),
  packedSize: view.getUint32(at + 20, true),
  size: view.getUint32(at + 24, true),
  offset: view.getUint32(at + 42, true),
  isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
  isSymlink: ((view.getUint32(at + 38, true) >>> 16) & FILE_TYPE) === SYMLINK,
});

/** A field of the entry that holds numbers of 64 bits (APPNOTE 4.5.3). */
const hasField = (view: DataView, from: number, length: number, end: number): boolean => {
  for (let at = from; at + 4 <= Math.min(from + length, end); at += 4 + view.getUint16(at + 2, true)) if (view.getUint16(at, true) === ZIP64_FIELD) return true;
  return false;
};
