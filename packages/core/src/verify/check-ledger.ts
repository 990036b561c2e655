/** The record against the ledger it carries (record-format R10). */
import { digestOf } from '../base/digest.js';
import { drawIdOf } from '../draw/key.js';
import { isRehearsal } from '../draw/scheme.js';
import type { LedgerEntry } from '../record/ledger.js';
import type { ParsedLedger } from '../record/parse-ledger.js';
import { PATHS } from '../record/paths.js';
import { commitmentOf, type Sealed } from '../record/sealed.js';
import { compareValues } from './compare-texts.js';
import type { Finding } from './findings.js';
import type { OpenedRecord } from './opened-record.js';

const file = PATHS.ledger;
type EntryOf<Type extends LedgerEntry['type']> = Extract<LedgerEntry, { type: Type }>;

/** The events of this draw, each once and in order, with the digests of what it left behind. */
export const checkLedger = (sealed: Sealed, ledger: ParsedLedger, record: OpenedRecord): readonly Finding[] => {
  const own = ledger.entries.filter(({ body }) => 'drawId' in body && body.drawId === sealed.drawId);
  const sealing = own.find((entry) => entry.type === 'sealed');
  if (sealing === undefined) return [{ code: 'event-missing', severity: 'error', where: { file }, fields: { type: 'sealed' } }];
  return [
    ...compareValues({ file, row: 1, field: 'type', recorded: ledger.entries[0]?.type ?? '', replayed: 'opened' }),
    ...checkOrder(own),
    ...checkSealing(sealed, sealing, record),
    ...checkSerials(sealed, ledger.entries),
    ...checkOnlyDraw(sealed, ledger.entries),
    ...own.flatMap((entry) => (entry.type === 'drawn' ? checkDrawn(entry, record) : [])),
    ...own.flatMap((entry) => (entry.type === 'revealed' ? checkRevealed(entry, record) : [])),
    ...unannounced(own, record),
    ...compareValues({ file, field: 'last entry', recorded: ledger.entries.at(-1)?.seq ?? 0, replayed: own.at(-1)?.seq ?? 0 }),
  ];
};

const ONCE = ['sealed', 'drawn', 'revealed'] as const;

const checkOrder = (own: readonly LedgerEntry[]): readonly Finding[] => {
  let stage = -1;
  return own.flatMap((entry): readonly Finding[] => {
    const position = ONCE.findIndex((type) => type === entry.type);
    if (position < 0 || position === stage + 1) {
      stage = Math.max(stage, position);
      return [];
    }
    const code = position <= stage ? 'event-repeated' : 'event-order';
    return [{ code, severity: 'error', where: { file, row: entry.seq }, fields: { type: entry.type, row: entry.seq } }];
  });
};

const checkSealing = (sealed: Sealed, { body, seq, prev, at }: EntryOf<'sealed'>, { hash }: OpenedRecord): readonly Finding[] => {
  const commitment = commitmentOf(sealed, hash);
  const place = { file, row: seq };
  return [
    ...compareValues({ ...place, field: 'commitment', recorded: body.commitment, replayed: commitment }),
    ...compareValues({ ...place, field: 'batch', recorded: body.batch, replayed: sealed.batch.number }),
    ...compareValues({ ...place, field: 'scheme', recorded: body.scheme, replayed: sealed.scheme }),
    ...compareValues({ ...place, field: 'snapshot', recorded: body.snapshot, replayed: sealed.snapshot }),
    ...compareValues({ ...place, field: 'at', recorded: at, replayed: sealed.sealedAt }),
    ...compareValues({ ...place, field: 'ledgerHead', recorded: { seq: seq - 1, digest: prev }, replayed: sealed.ledgerHead }),
  ];
};

/** Serials count up from 1 without a gap (D1.5). */
const checkSerials = ({ authority }: Sealed, entries: readonly LedgerEntry[]): readonly Finding[] =>
  entries
    .filter((entry) => entry.type === 'sealed')
    .flatMap(({ body, seq }, index) => {
      const expected = drawIdOf(authority.code, Number(body.drawId.split('-')[1]), index + 1);
      return compareValues({ file, row: seq, field: 'drawId', recorded: body.drawId, replayed: expected });
    });

/** One draw a batch that is no rehearsal. */
const checkOnlyDraw = ({ scheme, drawId, batch: { number } }: Sealed, entries: readonly LedgerEntry[]): readonly Finding[] => {
  if (isRehearsal(scheme)) return [];
  return entries.flatMap((entry): readonly Finding[] => {
    if (entry.type !== 'sealed' || isRehearsal(entry.body.scheme) || entry.body.batch !== number || entry.body.drawId === drawId) return [];
    return [{ code: 'batch-drawn-twice', severity: 'error', where: { file, row: entry.seq }, fields: { batch: number, other: entry.body.drawId } }];
  });
};

const checkDrawn = ({ body, seq, at }: EntryOf<'drawn'>, { texts, hash, seed, match }: OpenedRecord): readonly Finding[] => {
  const paths = [...new Set([...Object.keys(body.documents), ...[...texts.keys()].filter((path) => path.startsWith('rounds/'))])];
  return [
    ...compareValues({ file, row: seq, field: 'round', recorded: body.round, replayed: 0 }),
    ...paths.flatMap((path): readonly Finding[] => {
      const text = texts.get(path);
      if (text === undefined) return [{ code: 'file-missing', severity: 'error', where: { file: path }, fields: {} }];
      return compareValues({ file, row: seq, field: path, recorded: body.documents[path] ?? '', replayed: digestOf(text, hash) });
    }),
    ...(seed.ok && seed.value !== undefined ? compareValues({ file, row: seq, field: 'at', recorded: at, replayed: seed.value.drawnAt }) : []),
    ...(match.ok && match.value !== undefined ? compareValues({ file, row: seq, field: 'outcome', recorded: body.outcome, replayed: match.value.outcome }) : []),
  ];
};

const checkRevealed = ({ body, seq, at }: EntryOf<'revealed'>, { texts, hash, reveal }: OpenedRecord): readonly Finding[] => {
  const text = texts.get(PATHS.reveal);
  if (text === undefined) return [{ code: 'file-missing', severity: 'error', where: { file: PATHS.reveal }, fields: {} }];
  return [
    ...compareValues({ file, row: seq, field: 'document', recorded: body.document, replayed: digestOf(text, hash) }),
    ...(reveal.ok && reveal.value !== undefined ? compareValues({ file, row: seq, field: 'at', recorded: at, replayed: reveal.value.revealedAt }) : []),
  ];
};

/** Documents of a draw or a revelation that the ledger knows nothing of. */
const unannounced = (own: readonly LedgerEntry[], { texts }: OpenedRecord): readonly Finding[] => {
  const missing = [
    ['drawn', [...texts.keys()].some((path) => path.startsWith('rounds/'))],
    ['revealed', texts.has(PATHS.reveal)],
  ] as const;
  return missing.flatMap(([type, isThere]): readonly Finding[] =>
    isThere && !own.some((entry) => entry.type === type) ? [{ code: 'event-missing', severity: 'error', where: { file }, fields: { type } }] : [],
  );
};
