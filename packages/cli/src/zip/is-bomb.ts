/** Packed data that is nothing but its unpacked size. */

export const MEGABYTE = 1024 * 1024;
const SUSPICIOUS_SIZE = 50 * MEGABYTE;
/** Sheets and tables of repeated text pack about 20 : 1, bombs 1000 : 1. */
const SUSPICIOUS_RATIO = 200;

/** Sizes in bytes. */
export const isBomb = (size: number, packedSize: number): boolean => size > SUSPICIOUS_SIZE && size > SUSPICIOUS_RATIO * packedSize;
