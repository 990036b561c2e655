/** A draw's entries of the ledger without what they say (record-format R15.5). */
import type { DrawId } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';
import { entriesOf } from '../record/ledger.js';
import type { ParsedLedger } from '../record/parse-ledger.js';
import type { PublicEvent } from './public-document.js';

export interface PublicEventsInput {
  /** Without problems. */
  readonly ledger: ParsedLedger;
  /** What it was read from. */
  readonly text: string;
  readonly drawId: DrawId;
  readonly hash: HashText;
}

/** Number, time, type, and the digest that the next line's `prev` and every printed head repeat. */
export const publicEvents = ({ ledger: { entries }, text, drawId, hash }: PublicEventsInput): readonly PublicEvent[] => {
  const lines = text.split('\n');
  return entriesOf(entries, drawId).map(({ seq, at, type }) => ({ seq, at, type, digest: digestOf(lines[seq - 1] ?? '', hash) }));
};
