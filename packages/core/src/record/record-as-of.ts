/** A record as it was at some earlier time, so that what was written from it then can be made again. */
import type { HashText } from '../base/digest.js';
import { isDrawId } from '../draw/key.js';
import { entriesOf, type LedgerEntry } from './ledger.js';
import { withManifest } from './manifest.js';
import { parseLedger } from './parse-ledger.js';
import { PATHS, type RecordTexts, roundPaths } from './paths.js';
import { readSealed } from './read-sealed.js';

export interface RecordAsOfInput {
  readonly texts: RecordTexts;
  /** Number of a line of the county's ledger. */
  readonly seq: number;
  readonly hash: HashText;
}

/**
 * The record as it stood when the ledger had `seq` lines: its ledger up to the draw's last event until then, and only
 * the files that were there. A publication is no event that changes a record.
 *
 * @returns the same texts where no seal can be read in them
 */
export const recordAsOf = ({ texts, seq, hash }: RecordAsOfInput): RecordTexts => {
  const sealed = readSealed(texts);
  const drawId = sealed.ok ? sealed.value.drawId : undefined;
  if (!isDrawId(drawId)) return texts;
  const ledger = texts.get(PATHS.ledger) ?? '';
  const events = entriesOf(parseLedger({ file: PATHS.ledger, text: ledger, hash }).entries, drawId).filter(({ type }) => type !== 'published');
  const last = events.findLast((entry) => entry.seq <= seq)?.seq ?? 0;
  const later = new Set(events.filter((entry) => entry.seq > seq).flatMap(filesOf));
  const before = [...texts].filter(([path]) => !later.has(path));
  return withManifest({ drawId, texts: new Map([...before, [PATHS.ledger, linesOf(ledger, last)]]), hash });
};

/** What an event adds to the record. */
const filesOf = (entry: LedgerEntry): readonly string[] => {
  if (entry.type === 'drawn') return Object.keys(entry.body.documents);
  if (entry.type === 'announced') return [roundPaths(entry.body.round).notice];
  if (entry.type === 'revealed') return [PATHS.reveal];
  return entry.type === 'evidence' ? [entry.body.path] : [];
};

const linesOf = (text: string, count: number): string => text.split('\n').slice(0, count).map((line) => `${line}\n`).join('');
