/** A QR code as a picture (ISO/IEC 18004), the same bytes for the same text. @zh 二维码 */
import { encode } from 'fast-png';
import { encodeQR } from 'qr';

/** Modules of white around, as the standard asks. */
const BORDER = 4;
/** Pixels a module: sharp in print. */
const SCALE = 6;
const WHITE = 255;

/** @returns the bytes of a PNG, grey, square */
export const qrPicture = (text: string): Uint8Array => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER, scale: SCALE });
  const data = Uint8Array.from(rows.flatMap((row) => row.map((isDark) => (isDark ? 0 : WHITE))));
  return encode({ width: rows.length, height: rows.length, data, depth: 8, channels: 1 });
};
