/** The entries of the ledger as far as the public edition has them (record-format R15.5). */
import { canonicalJson } from '../base/canonical-json.js';
import { digestOf, type HashText } from '../base/digest.js';
import type { LedgerEvent, LedgerHead } from '../record/ledger.js';
import { noticeDigest } from '../record/notice.js';
import { PATHS } from '../record/paths.js';
import { partiesOf } from '../record/seed-events.js';
import { linesBelow, topRank } from '../seed/rank.js';
import { parseSeedSources } from '../seed/source.js';
import type { RevealDocument } from '../record/round-schemas.js';
import { compareValues } from '../verify/compare-texts.js';
import type { Finding } from '../verify/findings.js';
import type { NoticeParts } from './check-public-notice.js';
import type { OpenedEdition } from './opened-edition.js';
import { checkEventOrder } from './event-order.js';
import type { PublicDocument, PublicEvent } from './public-document.js';
import { PUBLIC_FILE } from './public-paths.js';

const file = PUBLIC_FILE;

export interface LedgerParts extends NoticeParts {
  readonly reveal: RevealDocument | undefined;
}

/** Order, times, numbers; and the lines whose whole content is public give the digests that are stated. */
export const checkPublicLedger = ({ document, notice, reveal }: LedgerParts, { rounds, texts, hash }: OpenedEdition): readonly Finding[] => {
  const { ledger, drawId, batch, scheme, snapshot, sealedAt } = document;
  const drawn = ledger.filter(({ type }) => type === 'drawn');
  const announced = ledger.filter(({ type }) => type === 'announced');
  const revealed = ledger.filter(({ type }) => type === 'revealed');
  const sealing: LedgerEvent = { type: 'sealed', body: { drawId, batch: batch.number, scheme, commitment: notice.commitment, notice: noticeDigest(notice, hash), snapshot } };
  return [
    ...checkEventOrder(ledger),
    ...compareValues({ file, field: 'ledger.drawn', recorded: drawn.length, replayed: rounds.length }),
    ...compareValues({ file, field: 'ledger.revealed', recorded: revealed.length, replayed: texts.has(PATHS.reveal) ? 1 : 0 }),
    ...checkLine({ stated: ledger[0], event: sealing, at: sealedAt, prev: notice.ledgerHead, hash }),
    ...document.rounds.flatMap((later, index) => ('noticedAt' in later
      ? checkLine({ stated: announced[index - 1], event: { type: 'announced', body: { drawId, round: later.round, commitment: later.commitment } }, at: later.noticedAt, prev: later.ledgerHead, hash })
      : [])),
    ...rounds.flatMap(({ seed }, index) => (seed.ok ? compareValues({ file, field: 'ledger.at', recorded: drawn[index]?.at ?? '', replayed: seed.value.drawnAt }) : [])),
    ...drawn.flatMap((event, index) => checkSteps(document, index, stepsBefore(ledger, event))),
    ...revealed.flatMap(({ at }) => compareValues({ file, field: 'ledger.at', recorded: at, replayed: reveal?.revealedAt ?? '' })),
    ...document.rounds.flatMap((later, index) => ('changes' in later
      ? compareValues({ file, field: `rounds.${index}.changes`, recorded: later.changes.reduce((sum, { count }) => sum + count, 0), replayed: changesBefore(ledger, announced[index - 1]) })
      : [])),
  ];
};

/** Entries on the way to a round's seed. */
const stepsBefore = (ledger: readonly PublicEvent[], { seq: until }: PublicEvent): readonly PublicEvent[] => {
  const since = ledger.findLast(({ type, seq }) => (type === 'sealed' || type === 'announced') && seq < until)?.seq ?? 0;
  return ledger.filter(({ seq }) => seq > since && seq < until);
};

/** What the seed's lines ask for, and no more: a line of a lower rank is entered, every party commits and contributes (draw-spec D2.8, D2.9). */
const checkSteps = ({ seed, rounds }: PublicDocument, round: number, events: readonly PublicEvent[]): readonly Finding[] => {
  const later = rounds[round];
  const sources = parseSeedSources((later !== undefined && 'seed' in later ? later.seed : seed).lines);
  if (!sources.ok) return [];
  const parties = partiesOf(sources.value).length;
  const wanted = { entered: linesBelow(sources.value, topRank(sources.value)).filter(({ kind }) => kind !== 'joint').length, committed: parties, contributed: parties } as const;
  const count = (wantedType: keyof typeof wanted): number => events.filter(({ type }) => type === wantedType).length;
  return compareValues({ file, field: 'ledger.steps', recorded: { entered: count('entered'), committed: count('committed'), contributed: count('contributed') }, replayed: { ...wanted } });
};

interface LineInput {
  readonly stated: PublicEvent | undefined;
  readonly event: LedgerEvent;
  readonly at: string;
  /** The line before. */
  readonly prev: LedgerHead;
  readonly hash: HashText;
}

const checkLine = ({ stated, event, at, prev, hash }: LineInput): readonly Finding[] => {
  const seq = prev.seq + 1;
  const digest = digestOf(canonicalJson({ ...event, at, prev: prev.digest, seq }), hash);
  const recorded = stated === undefined ? {} : { ...stated };
  return compareValues({ file, field: `ledger.${event.type}`, recorded, replayed: { seq, at, type: event.type, digest } });
};

/** Changes since the announcement before. */
const changesBefore = (ledger: readonly PublicEvent[], announced: PublicEvent | undefined): number => {
  const until = announced?.seq ?? 0;
  const since = ledger.findLast(({ type, seq }) => type === 'announced' && seq < until)?.seq ?? 0;
  return ledger.filter(({ type, seq }) => type === 'changed' && seq > since && seq < until).length;
};
