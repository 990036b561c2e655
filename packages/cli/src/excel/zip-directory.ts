/** The central directory of a zip archive (PKWARE APPNOTE 4.3.12), read before anything is unpacked. */

/** What the directory says of one entry; sizes in bytes, as stated, which is all that unpacking will ever allocate. */
export interface ZipEntry {
  readonly packedSize: number;
  readonly size: number;
  readonly isEncrypted: boolean;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
/** The longest comment an archive may end with. */
const COMMENT_LIMIT = 0xffff;

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
export const zipDirectory = (bytes: Uint8Array): readonly ZipEntry[] | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    entries.push({
      packedSize: view.getUint32(at + 20, true),
      // 0xFFFFFFFF announces a zip64 size: more than four gigabytes either way.
      size: view.getUint32(at + 24, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
};
