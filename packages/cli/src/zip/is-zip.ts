/** A local header, or the end of an empty archive. */
const SIGNATURES = [[0x50, 0x4b, 0x03, 0x04], [0x50, 0x4b, 0x05, 0x06]] as const;

/** True for a zip archive, an empty one included. */
export const isZip = (bytes: Uint8Array): boolean => SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte));
