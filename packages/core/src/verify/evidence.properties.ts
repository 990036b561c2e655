/** Records with evidence, for tests. */
import type { Digest, DrawId } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';
import { epochSecondsOf, timestampAt } from '../base/plain-date.js';
import type { Scheme } from '../draw/scheme.js';
import { type EvidenceDocument, evidenceKind, evidenceText, type KeyCard } from '../record/evidence.js';
import { type LedgerEvent, ledgerLines } from '../record/ledger.js';
import { withManifest } from '../record/manifest.js';
import { parseLedger } from '../record/parse-ledger.js';
import { evidencePath, noticePath, PATHS, type RecordTexts } from '../record/paths.js';
import { readSealed } from '../record/read-sealed.js';
import { right } from '../record/sample.properties.js';
import { publicKeyOf } from '../record/signature.js';
import { type RoundStatement, statementsOf } from '../record/statements-of.js';

export const PRIVATE_KEY = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
export const card: KeyCard = { holder: '张三', body: '公证处', publicKey: publicKeyOf(PRIVATE_KEY), validFrom: '2026-01-01' as never, validUntil: '2027-12-31' as never };

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

export const withNotice = (texts: RecordTexts, round: number, hash: HashText, notice = `{"round":${String(round)}}\n`): RecordTexts => {
  const files = new Map([[noticePath(round), notice]]);
  const { drawId } = headOf(texts);
  const events: readonly LedgerEvent[] = round === 0 ? [] : [{ type: 'announced', body: { drawId, round, commitment: digestOf('k', hash) } }];
  return extended(texts, { events, files, hash });
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
