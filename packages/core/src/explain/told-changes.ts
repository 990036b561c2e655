/** The changes of a draw with what became of them, and whether it stands (record-format R12.3). */
import type { DrawId } from '../base/brand.js';
import type { Why } from '../record/changes.js';
import { entriesOf, type LedgerEntry } from '../record/ledger.js';
import type { NoticedChange } from '../record/notice.js';
import { mainDrawLine, noticedChange } from '../record/noticed-changes.js';
import type { OpenedRecord } from '../verify/opened-record.js';

export type ToldChange = NoticedChange & {
  /** The first round on which it acts; absent while none is announced. */
  readonly round?: number | undefined;
  /** Made after the main draw: a recusal declared then is marked. @zh 抽取后申报 */
  readonly isAfterDraw: boolean;
};

/** Announced changes as their notices have them, then those of the ledger that wait for a round, in its order. */
export const toldChanges = ({ rounds, ledger }: Pick<OpenedRecord, 'rounds' | 'ledger'>, drawId: DrawId): readonly ToldChange[] => {
  const own = ownEntries(ledger, drawId);
  const drawnAt = mainDrawLine(own);
  const announced = rounds.flatMap(({ round, notice }) => {
    const { value } = notice.ok ? notice : { value: undefined };
    return value !== undefined && 'changes' in value ? value.changes.map((change) => ({ ...change, round })) : [];
  });
  const known = new Set(announced.map(({ seq }) => seq));
  const waiting = own.flatMap((entry) => (entry.type === 'changed' && !known.has(entry.seq) ? [noticedChange(entry)] : []));
  return [...announced, ...waiting].map((change) => ({ ...change, isAfterDraw: change.seq > drawnAt }));
};

/** Why a draw does not stand, and the line of the ledger that says so. @zh 作废 */
export type Voiding = Why & { readonly seq: number };

/** Absent where the draw stands. */
export const voidingOf = ({ ledger }: Pick<OpenedRecord, 'ledger'>, drawId: DrawId): Voiding | undefined => {
  const entry = ownEntries(ledger, drawId).find(({ type }) => type === 'voided');
  if (entry?.type !== 'voided') return undefined;
  const { seq, body: { reason, by, evidence, scan } } = entry;
  return { seq, reason, by, evidence, scan };
};

/** None where the ledger cannot be read. */
const ownEntries = (ledger: OpenedRecord['ledger'], drawId: DrawId): readonly LedgerEntry[] =>
  ledger.ok ? entriesOf(ledger.value.entries, drawId) : [];
