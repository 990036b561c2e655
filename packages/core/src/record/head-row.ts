/** A head that was printed once shows whether a ledger is still the same: a cut or rewritten one never had it (record-format R10.6). */
import type { Digest } from '../base/brand.js';
import { EMPTY_HEAD, type LedgerHead } from './ledger.js';

/** True for a whole digest, or for at least 16 of its characters, as it may be copied from a notice. */
export const isHeadText = (text: string): boolean => /^[0-9a-f]{16,64}$/.test(text);

/**
 * After which line the ledger had this head.
 *
 * @param digests - of all lines, the first line's first
 * @param head - a digest or the beginning of one
 * @returns the number of the line from 1, or `undefined` where no line has it
 * @throws RangeError if `head` is neither
 */
export const headRow = (digests: readonly Digest[], head: string): number | undefined => {
  if (!isHeadText(head)) throw new RangeError(`headRow: head ${JSON.stringify(head)} is not 16 to 64 hex characters`);
  const index = digests.findIndex((digest) => digest.startsWith(head));
  return index < 0 ? undefined : index + 1;
};

/** True where the ledger had this very head after this very line. */
export const hadHead = (digests: readonly Digest[], { seq, digest }: LedgerHead): boolean => digest === (seq === 0 ? EMPTY_HEAD.digest : digests[seq - 1]);
