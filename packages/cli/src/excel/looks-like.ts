/** Recognises what people hand in under the name .xlsx. */
import type { LooksLike } from './problems.js';

/** Enough of the beginning to tell; a table's first rows fit in it. */
const SAMPLE_LENGTH = 4096;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Text under a strict decoder, or `undefined`. A sample may end inside a character, so the decoder streams. */
const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
};

const looksLikeMarkup = (text: string): LooksLike | undefined => {
  const start = text.trimStart().toLowerCase();
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet') && start.startsWith('<')) return 'xml-2003';
  return /^(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<head|<meta|<table|<body|<style)/.test(start) ? 'html' : undefined;
};

/** Lines with separators, and no control characters but blanks. */
const looksLikeTable = (text: string): boolean =>
  // eslint-disable-next-line no-control-regex -- control characters are what tells binary from text
  !/[\u0000-\u0008\u000e-\u001f]/.test(text) && /[,;\t，|]/.test(text);

/** True for the compound file of Office 97–2003 and of encrypted workbooks. */
export const isCompoundFile = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** True for a compound file that holds an encrypted workbook ([MS-OFFCRYPTO] 2.3.4: stream `EncryptedPackage`). */
export const isEncryptedPackage = (bytes: Uint8Array): boolean =>
  isCompoundFile(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'));

/**
 * Says what a file that is no zip archive looks like.
 *
 * @param bytes - the whole file
 */
export const looksLike = (bytes: Uint8Array): LooksLike => {
  if (bytes.length === 0) return 'empty';
  if (isCompoundFile(bytes)) return 'xls-biff';
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  const sample = bytes.subarray(0, SAMPLE_LENGTH);
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return 'csv-utf16';
  const utf8 = decoded(sample, 'utf-8');
  // Markup is ASCII at its beginning in every encoding met.
  const markup = looksLikeMarkup(utf8 ?? decoded(sample, 'latin1') ?? '');
  if (markup !== undefined) return markup;
  if (utf8 !== undefined) return looksLikeTable(utf8) ? 'csv' : 'unknown';
  const gbk = decoded(sample, 'gb18030');
  return gbk !== undefined && looksLikeTable(gbk) ? 'csv-gbk' : 'unknown';
};
