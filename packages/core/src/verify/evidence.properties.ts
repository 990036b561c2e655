/** Records with evidence, for tests. */
import type { Digest, DrawId, Timestamp } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';
import { toJsonDocument } from '../base/json-lines.js';
import { epochSecondsOf, timestampAt } from '../base/plain-date.js';
import type { Scheme } from '../draw/scheme.js';
import { type EvidenceDocument, evidenceKind, evidenceText } from '../record/evidence.js';
import { type LedgerEvent, ledgerLines } from '../record/ledger.js';
import { noticeDigest, type RoundNotice } from '../record/notice.js';
import { withManifest } from '../record/manifest.js';
import { parseLedger } from '../record/parse-ledger.js';
import { evidencePath, PATHS, type RecordTexts, roundPaths } from '../record/paths.js';
import { readSealed } from '../record/read-sealed.js';
import { right } from '../record/sample.properties.js';
import { type RoundStatement, statementsOf } from '../record/statements-of.js';

/** Who and what a record is of. */
export const headOf = (texts: RecordTexts): { readonly drawId: DrawId; readonly scheme: Scheme } => right(readSealed(texts));

/** The record with more lines in its ledger, and whatever files belong to them. */
export const extended = (texts: RecordTexts, { events, files, hash }: { readonly events: readonly LedgerEvent[]; readonly files: RecordTexts; readonly hash: HashText }): RecordTexts => {
  const whole = texts.get(PATHS.ledger) ?? '';
  const ledger = parseLedger({ file: PATHS.ledger, text: whole, hash });
  const last = ledger.entries.at(-1);
  if (last === undefined) throw new TypeError('extended: no ledger');
  const lines = ledgerLines({ head: ledger.head, at: timestampAt(epochSecondsOf(last.at) + 60, '+08:00'), events, hash });
  return withManifest({ drawId: headOf(texts).drawId, texts: new Map([...texts, ...files, [PATHS.ledger, whole + lines.text]]), hash });
};

/** The record with the notice of a first later round, whose seed comes not before the given time. */
export const withRound = (texts: RecordTexts, notBefore: Timestamp, hash: HashText): RecordTexts => {
  const { drawId, scheme } = headOf(texts);
  const { head, entries } = parseLedger({ file: PATHS.ledger, text: texts.get(PATHS.ledger) ?? '', hash });
  const noticedAt = entries.at(-1)?.at ?? notBefore;
  const notice: RoundNotice = { format: 'ssj-notice/1', scheme, drawId, round: 1, ledgerHead: head, noticedAt, clock: 'system', changes: [], strata: [], seed: { lines: ['typed:'], notBefore } };
  const files = new Map([[roundPaths(1).notice, toJsonDocument(notice)]]);
  return extended(texts, { events: [{ type: 'announced', body: { drawId, round: 1, commitment: noticeDigest(notice, hash) } }], files, hash });
};

export const statementsIn = (texts: RecordTexts, hash: HashText): readonly RoundStatement[] =>
  statementsOf({ ...headOf(texts), texts, entries: parseLedger({ file: PATHS.ledger, text: texts.get(PATHS.ledger) ?? '', hash }).entries, hash });

/** Adds documents as the command does, one after the other. */
export const withEvidence = (texts: RecordTexts, documents: readonly EvidenceDocument[], hash: HashText): RecordTexts => {
  const files = documents.map((document, index) => [evidencePath(index + 1), evidenceText(document)] as const);
  const events = documents.map((document, index): LedgerEvent => ({
    type: 'evidence',
    body: { drawId: headOf(texts).drawId, round: document.round, kind: evidenceKind(document), path: evidencePath(index + 1), document: digestOf(evidenceText(document), hash) as Digest },
  }));
  return extended(texts, { events, files: new Map(files), hash });
};
