/** The record against the ledger it carries (record-format R10). */
import { canonicalJson } from '../base/canonical-json.js';
import { digestOf } from '../base/digest.js';
import { compareUtf8 } from '../base/text.js';
import { drawIdOf } from '../draw/key.js';
import { isRehearsal } from '../draw/scheme.js';
import { documentsOfRound } from '../record/documents-of-round.js';
import { entriesOf, type LedgerEntry } from '../record/ledger.js';
import type { ParsedLedger } from '../record/parse-ledger.js';
import { PATHS, roundFolder, roundsIn } from '../record/paths.js';
import { commitmentOf, type Sealed } from '../record/sealed.js';
import { compareValues } from './compare-texts.js';
import { checkOrder } from './check-order.js';
import type { Finding } from './findings.js';
import type { OpenedRecord } from './opened-record.js';

const file = PATHS.ledger;
type EntryOf<Type extends LedgerEntry['type']> = Extract<LedgerEntry, { type: Type }>;

/** The events of this draw, each once and in order, with the digests of what it left behind. */
export const checkLedger = (sealed: Sealed, ledger: ParsedLedger, record: OpenedRecord): readonly Finding[] => {
  const own = entriesOf(ledger.entries, sealed.drawId);
  const sealing = own.find((entry) => entry.type === 'sealed');
  if (sealing === undefined) return [{ code: 'event-missing', severity: 'error', where: { file }, fields: { type: 'sealed' } }];
  return [
    ...compareValues({ file, row: 1, field: 'type', recorded: ledger.entries[0]?.type ?? '', replayed: 'opened' }),
    ...openedAgain(ledger.entries),
    ...byDraw(ledger.entries).flatMap(checkOrder),
    ...checkSealing(sealed, sealing, record),
    ...checkSerials(sealed, ledger.entries),
    ...checkRedoes(sealed, ledger.entries),
    ...own.flatMap((entry) => (entry.type === 'drawn' ? checkDrawn(entry, sealed, record) : [])),
    ...own.flatMap((entry) => (entry.type === 'revealed' ? checkRevealed(entry, record) : [])),
    ...unannounced(own, record),
    ...compareValues({ file, field: 'last entry', recorded: ledger.entries.at(-1)?.seq ?? 0, replayed: own.at(-1)?.seq ?? 0 }),
  ];
};

/** A ledger is opened once. */
const openedAgain = (entries: readonly LedgerEntry[]): readonly Finding[] =>
  entries.slice(1).flatMap(({ type, seq }): readonly Finding[] => (type === 'opened' ? [{ code: 'event-repeated', severity: 'error', where: { file, row: seq }, fields: { type, row: seq } }] : []));

/** The events of every draw: one that is out of order anywhere speaks against the whole ledger. */
const byDraw = (entries: readonly LedgerEntry[]): readonly (readonly LedgerEntry[])[] => {
  const draws = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    if (!('drawId' in entry.body) || entry.body.drawId === undefined) continue;
    const own = draws.get(entry.body.drawId);
    if (own === undefined) draws.set(entry.body.drawId, [entry]);
    else own.push(entry);
  }
  return [...draws.values()];
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

/** One open draw a batch that is no rehearsal; those before it are void and named in the seal (protocol §8). */
const checkRedoes = ({ scheme, drawId, batch: { number }, redoes = [] }: Sealed, entries: readonly LedgerEntry[]): readonly Finding[] => {
  if (isRehearsal(scheme)) return compareValues({ file: PATHS.sealed, field: 'redoes', recorded: redoes, replayed: [] });
  const drawn = entries.flatMap((entry) => (entry.type === 'sealed' && !isRehearsal(entry.body.scheme) && entry.body.batch === number ? [entry] : []));
  const voids = new Map(entries.flatMap((entry) => (entry.type === 'voided' ? [[entry.body.drawId, entry] as const] : [])));
  const twice = drawn.flatMap(({ body, seq }, index): readonly Finding[] => {
    const open = drawn.slice(0, index).find((earlier) => (voids.get(earlier.body.drawId)?.seq ?? seq) >= seq);
    return open === undefined ? [] : [{ code: 'batch-drawn-twice', severity: 'error', where: { file, row: seq }, fields: { batch: number, other: body.drawId === drawId ? open.body.drawId : body.drawId } }];
  });
  const before = drawn.slice(0, Math.max(0, drawn.findIndex(({ body }) => body.drawId === drawId)));
  const expected = before.map(({ body }) => ({ drawId: body.drawId, reason: voids.get(body.drawId)?.body.reason ?? '' }));
  return [...twice, ...compareValues({ file: PATHS.sealed, field: 'redoes', recorded: redoes, replayed: expected })];
};

const checkDrawn = (entry: EntryOf<'drawn'>, sealed: Sealed, { texts, hash, rounds }: OpenedRecord): readonly Finding[] => {
  const { body, seq, at } = entry;
  const folder = roundFolder(body.round);
  const paths = [...new Set([...Object.keys(body.documents), ...[...texts.keys()].filter((path) => path.startsWith(folder))])];
  const { seed, match } = rounds[body.round] ?? {};
  return [
    ...paths.flatMap((path): readonly Finding[] => {
      const text = texts.get(path);
      if (text === undefined) return [{ code: 'file-missing', severity: 'error', where: { file: path }, fields: {} }];
      return compareValues({ file, row: seq, field: path, recorded: body.documents[path] ?? '', replayed: digestOf(text, hash) });
    }),
    ...checkDrawnNames(entry, sealed),
    ...(seed?.ok === true && seed.value !== undefined ? compareValues({ file, row: seq, field: 'at', recorded: at, replayed: seed.value.drawnAt }) : []),
    ...(match?.ok === true && match.value !== undefined ? compareValues({ file, row: seq, field: 'outcome', recorded: body.outcome, replayed: match.value.outcome }) : []),
  ];
};

/** Which documents a round has follows from its outcome, whatever the folder has (R10.3). */
const checkDrawnNames = ({ body, seq }: EntryOf<'drawn'>, { batch: { grouping } }: Sealed): readonly Finding[] => {
  const recorded = Object.keys(body.documents).sort(compareUtf8);
  const possible = documentsOfRound({ ...body, mayGoInTeams: grouping !== undefined });
  const fits = possible.some((paths) => canonicalJson(paths) === canonicalJson(recorded));
  return compareValues({ file, row: seq, field: 'documents', recorded, replayed: fits ? recorded : (possible[0] ?? []) });
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
  const drawn = new Set(own.flatMap((entry) => (entry.type === 'drawn' ? [entry.body.round] : [])));
  const lost = roundsIn(texts).filter((round) => !drawn.has(round) && [...texts.keys()].some((path) => path.startsWith(roundFolder(round))));
  const missing = [...lost.map(() => 'drawn'), ...(texts.has(PATHS.reveal) && !own.some(({ type }) => type === 'revealed') ? ['revealed'] : [])];
  return missing.map((type): Finding => ({ code: 'event-missing', severity: 'error', where: { file }, fields: { type } }));
};
