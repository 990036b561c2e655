/** Archives as no honest program writes them, for tests. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface OddEntry {
  readonly name: string;
  readonly content: Uint8Array;
  readonly isStored?: boolean;
  /** What the headers say instead of the truth; `local` only in the local one. */
  readonly says?: { readonly size?: number; readonly packedSize?: number; readonly crc?: number; readonly method?: number; readonly flags?: number; readonly attributes?: number; readonly disk?: number; readonly offset?: number; readonly extra?: Uint8Array };
  readonly local?: { readonly name?: string; readonly size?: number; readonly method?: number; readonly crc?: number };
}

export interface OddEnd {
  readonly count?: number;
  readonly disk?: number;
  readonly start?: number;
  readonly comment?: Uint8Array;
  /** Between the directory and its end. */
  readonly before?: Uint8Array;
  /** After everything. */
  readonly after?: Uint8Array;
}

const uint16 = (...values: readonly number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
const uint32 = (...values: readonly number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
const NOON = [0x6000, 0x2821] as const;

/** One archive, with whatever lies its entries tell. */
export const oddArchive = (entries: readonly OddEntry[], end: OddEnd = {}): Buffer => {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, isStored = false, says = {}, local = {} } of entries) {
    const packed = isStored ? Buffer.from(content) : deflateRawSync(content);
    const { size = content.length, packedSize = packed.length, crc = crc32(content), method = isStored ? 0 : 8, flags = 0x0800, extra = new Uint8Array() } = says;
    const ownName = Buffer.from(local.name ?? name);
    const header = Buffer.concat([
      uint32(0x04034b50), uint16(20, flags, local.method ?? method, ...NOON), uint32(local.crc ?? crc, packedSize, local.size ?? size), uint16(ownName.length, 0), ownName, packed,
    ]);
    directory.push(Buffer.concat([
      uint32(0x02014b50), uint16(20, 20, flags, method, ...NOON), uint32(crc, packedSize, size), uint16(Buffer.byteLength(name), extra.length, 0, says.disk ?? 0, 0),
      uint32(says.attributes ?? 0, says.offset ?? offset), Buffer.from(name), extra,
    ]));
    locals.push(header);
    offset += header.length;
  }
  const { count = entries.length, disk = 0, start = offset, comment = new Uint8Array(), before = new Uint8Array(), after = new Uint8Array() } = end;
  const listed = Buffer.concat(directory);
  return Buffer.concat([...locals, listed, before, uint32(0x06054b50), uint16(disk, disk, count, count), uint32(listed.length, start), uint16(comment.length), comment, after]);
};
