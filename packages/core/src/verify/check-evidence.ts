/** The evidence of a record and what its ledger says of it (record-format R13). */
import { digestOf } from '../base/digest.js';
import { evidenceKind } from '../record/evidence.js';
import type { LedgerEntry } from '../record/ledger.js';
import { evidencePath, PATHS } from '../record/paths.js';
import { statementsOf } from '../record/statements-of.js';
import type { Sealed } from '../record/sealed.js';
import { compareValues } from './compare-texts.js';
import { evidenceFaults } from './evidence-faults.js';
import type { Finding } from './findings.js';
import type { OpenedEvidence, OpenedRecord } from './opened-record.js';
import type { TokenReadings } from './token-reading.js';

type EvidenceEntry = Extract<LedgerEntry, { type: 'evidence' }>;

export interface EvidenceParts {
  readonly sealed: Sealed;
  readonly entries: readonly LedgerEntry[];
  readonly record: OpenedRecord;
  readonly tokens: TokenReadings;
}

/** Nothing where a record has no evidence and its ledger knows of none. */
export const checkEvidence = (parts: EvidenceParts): readonly Finding[] => {
  const { sealed, entries, record } = parts;
  const own = entries.filter((entry): entry is EvidenceEntry => entry.type === 'evidence' && entry.body.drawId === sealed.drawId);
  return [...record.evidence.flatMap((one) => faultsOf(one, parts)), ...own.flatMap((entry, index) => checkEntry(entry, index + 1, record)), ...unnamed(own, record)];
};

/** What speaks against one piece of the record. */
export const faultsOf = ({ path, reading }: OpenedEvidence, { sealed: { scheme, drawId }, entries, record: { texts, hash }, tokens }: EvidenceParts): readonly Finding[] => {
  if (!reading.ok) return [{ code: 'depends-on', severity: 'error', fields: { files: [path] } }];
  return evidenceFaults({ file: path, document: reading.value, drawId, statements: statementsOf({ texts, scheme, drawId, entries, hash }), token: tokens.get(path), hash });
};

/** The ledger names every piece in the order in which it came, with its digest. */
const checkEntry = ({ seq: row, body }: EvidenceEntry, number: number, { texts, evidence, hash }: OpenedRecord): readonly Finding[] => {
  const place = { file: PATHS.ledger, row };
  const order = compareValues({ ...place, field: 'path', recorded: body.path, replayed: evidencePath(number) });
  const text = texts.get(body.path);
  if (text === undefined) return [...order, { code: 'file-missing', severity: 'error', where: { file: body.path }, fields: {} }];
  const reading = evidence.find(({ path }) => path === body.path)?.reading;
  return [
    ...order,
    ...compareValues({ ...place, field: 'document', recorded: body.document, replayed: digestOf(text, hash) }),
    ...(reading?.ok === true ? compareValues({ ...place, field: 'round', recorded: body.round, replayed: reading.value.round }) : []),
    ...(reading?.ok === true ? compareValues({ ...place, field: 'kind', recorded: body.kind, replayed: evidenceKind(reading.value) }) : []),
  ];
};

const unnamed = (own: readonly EvidenceEntry[], { evidence }: OpenedRecord): readonly Finding[] =>
  evidence.flatMap(({ path }): readonly Finding[] => (own.some(({ body }) => body.path === path) ? [] : [{ code: 'event-missing', severity: 'error', where: { file: path }, fields: { type: 'evidence' } }]));
