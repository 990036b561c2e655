/** What happened to a draw after its seal, for whoever judges the reasons (protocol §8). */
import { sortedBy } from '../base/text.js';
import type { Change } from '../record/changes.js';
import { entriesOf, type LedgerEntry } from '../record/ledger.js';
import { mainDrawLine } from '../record/noticed-changes.js';
import type { Sealed } from '../record/sealed.js';

/** Changes of one kind with one reason by one person. */
export type ChangeGroup = {
  readonly kind: Change['kind'];
  readonly reason: string;
  readonly by: string;
  readonly count: number;
  /** Recusals declared after the main draw (抽取后申报). */
  readonly late: number;
};

export type HistoryClaim =
  /** The draw was voided, and stays on record. */
  | { readonly code: 'draw-void'; readonly reason: string; readonly by: string; readonly evidence: string }
  /** Earlier draws of the batch, void; whoever did not like a result could have voided it. */
  | { readonly code: 'draw-redone'; readonly redoes: NonNullable<Sealed['redoes']> }
  /** What was changed after the seal, ascending by kind, reason, person: each needs an eye on its reason (drop abuse). */
  | { readonly code: 'changed-after-seal'; readonly groups: readonly ChangeGroup[] };

/** Void, redone, changed: in that order, each only where it happened. */
export const historyClaims = ({ drawId, redoes }: Sealed, entries: readonly LedgerEntry[]): readonly HistoryClaim[] => {
  const own = entriesOf(entries, drawId);
  const groups = changeGroups(own);
  return [
    ...own.flatMap((entry): readonly HistoryClaim[] => (entry.type === 'voided' ? [{ code: 'draw-void', reason: entry.body.reason, by: entry.body.by, evidence: entry.body.evidence }] : [])),
    ...(redoes === undefined ? [] : [{ code: 'draw-redone', redoes } as const]),
    ...(groups.length === 0 ? [] : [{ code: 'changed-after-seal', groups } as const]),
  ];
};

const changeGroups = (own: readonly LedgerEntry[]): readonly ChangeGroup[] => {
  const drawnAt = mainDrawLine(own);
  const groups = new Map<string, ChangeGroup>();
  for (const { type, body, seq } of own) {
    if (type !== 'changed') continue;
    const { change: { kind }, reason, by } = body;
    const key = `${kind}\n${reason}\n${by}`;
    const { count = 0, late = 0 } = groups.get(key) ?? {};
    groups.set(key, { kind, reason, by, count: count + 1, late: late + (kind === 'pair-withdrawn' && seq > drawnAt ? 1 : 0) });
  }
  return sortedBy(groups, ([key]) => key).map(([, group]) => group);
};
