/** What was published before every seed: worked out again from the seal, the ledger and the rounds before (record-format R12). */
import { toJsonDocument } from '../base/json-lines.js';
import { announce } from '../record/announce.js';
import { changeProblems } from '../record/change-problems.js';
import type { Change } from '../record/changes.js';
import { entriesOf, type LedgerEntry } from '../record/ledger.js';
import { noticeDigest, type RoundNotice } from '../record/notice.js';
import { changesBefore } from '../record/noticed-changes.js';
import { PATHS, roundPaths } from '../record/paths.js';
import { laterStart } from '../record/round-start.js';
import { sealingNotice } from '../record/seal.js';
import type { SaltDocument } from '../record/round-schemas.js';
import type { SealedInputs } from '../record/sealed-inputs.js';
import { compareTexts, compareValues } from './compare-texts.js';
import type { Finding } from './findings.js';
import type { OpenedRecord, OpenedRound } from './opened-record.js';
import { pastRounds, when } from './parts.js';

/** The notice of the seal: C, the root of the frame, the terms of the seed. */
export const checkSealingNotice = ({ sealed, frame }: Pick<SealedInputs, 'sealed' | 'frame'>, { salt, drawId }: SaltDocument, entries: readonly LedgerEntry[], { texts, hash }: OpenedRecord): readonly Finding[] => {
  const file = roundPaths(0).notice;
  const notice = sealingNotice({ sealed, frame, salt, hash });
  const sealing = entries.find((entry) => entry.type === 'sealed' && entry.body.drawId === sealed.drawId);
  return [
    ...compareValues({ file: PATHS.salt, field: 'drawId', recorded: drawId, replayed: sealed.drawId }),
    ...compareTexts({ file, recorded: texts.get(file), replayed: toJsonDocument(notice) }),
    ...(sealing?.type === 'sealed' ? compareValues({ file: PATHS.ledger, row: sealing.seq, field: 'notice', recorded: sealing.body.notice, replayed: noticeDigest(notice, hash) }) : []),
  ];
};

/** The notices of all later rounds, and every change of the ledger. */
export const checkRoundNotices = (inputs: SealedInputs, entries: readonly LedgerEntry[], record: OpenedRecord): readonly Finding[] => {
  const own = entriesOf(entries, inputs.sealed.drawId);
  const announced = own.flatMap((entry) => (entry.type === 'announced' ? [entry] : []));
  return [
    ...record.rounds.slice(1).flatMap((opened) => checkRoundNotice({ inputs, own, opened, announced: announced.find(({ body }) => body.round === opened.round), record })),
    ...checkChanges(inputs, own, record),
  ];
};

type Announcement = Extract<LedgerEntry, { type: 'announced' }>;

interface RoundNoticeInput {
  readonly inputs: SealedInputs;
  /** Entries of this draw. */
  readonly own: readonly LedgerEntry[];
  readonly opened: OpenedRound;
  readonly announced: Announcement | undefined;
  readonly record: OpenedRecord;
}

const checkRoundNotice = ({ inputs, own, opened: { round, notice }, announced, record }: RoundNoticeInput): readonly Finding[] => {
  const file = roundPaths(round).notice;
  if (announced === undefined) return [{ code: 'event-missing', severity: 'error', where: { file: PATHS.ledger }, fields: { type: 'announced' } }];
  const before = pastRounds(record.rounds.slice(0, round));
  return when({ notice, before }, (parts) => {
    const recorded = parts.notice;
    if (recorded === undefined || !isRoundNotice(recorded)) return [{ code: 'file-missing', severity: 'error', where: { file }, fields: {} }];
    const changes = changesBefore(own, announced);
    const start = laterStart({ ...inputs, rounds: parts.before.rounds, before: parts.before.changes, changes: changes.map(({ change }) => change) });
    // Terms and clock are the office's word; everything else follows from the seal and the ledger.
    const now = { at: announced.at, clock: recorded.clock };
    const ledgerHead = { seq: announced.seq - 1, digest: announced.prev };
    const replayed = announce({ sealed: inputs.sealed, start, changes, seed: recorded.seed, ledgerHead, now, hash: record.hash });
    return [
      ...compareTexts({ file, recorded: record.texts.get(file), replayed: toJsonDocument(replayed.notice) }),
      ...compareValues({ file: PATHS.ledger, row: announced.seq, field: 'commitment', recorded: announced.body.commitment, replayed: noticeDigest(replayed.notice, record.hash) }),
    ];
  });
};

const isRoundNotice = (notice: object): notice is RoundNotice => 'changes' in notice;

/** Every change fits the draw as it stood when it was made. */
const checkChanges = (inputs: SealedInputs, own: readonly LedgerEntry[], { rounds }: OpenedRecord): readonly Finding[] => {
  const earlier: Change[] = [];
  const findings: Finding[] = [];
  let drawnRounds = 0;
  for (const entry of own) {
    if (entry.type === 'drawn') drawnRounds = entry.body.round + 1;
    if (entry.type !== 'changed') continue;
    const drawn = new Set(rounds.slice(0, drawnRounds).flatMap(({ targets }) => (targets.ok ? (targets.value ?? []) : []).map(({ id }) => id)));
    const problems = changeProblems({ inputs, drawn, earlier, change: entry.body.change });
    findings.push(...problems.map((problem) => ({ ...problem, where: { file: PATHS.ledger, row: entry.seq } })));
    earlier.push(entry.body.change);
  }
  return findings;
};
