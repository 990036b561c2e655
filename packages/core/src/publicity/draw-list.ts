/** The result of a draw for publication: numbers only, or the targets, as the seal allows. @zh 抽取结果公示 */
import type { Digest, PlainDate, Timestamp } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';
import type { FrameRow } from '../plan/frame.js';
import type { AppointedAtVisit } from '../record/appointed-now.js';
import type { LedgerHead, Program } from '../record/ledger.js';
import { type RecordTexts, roundPaths } from '../record/paths.js';
import type { DrawnTargetRow, RevealDocument, SeedDocument } from '../record/round-schemas.js';
import type { ClockKind } from '../record/common-schemas.js';
import type { Sealed } from '../record/sealed.js';
import type { Agency, InspectionItem, Target } from '../registry/schemas.js';
import type { SeedWarning } from '../seed/problems.js';
import { type AgencyCount, type AreaCount, countsByAgency, countsByArea } from './draw-counts.js';
import { type ChangeCounts, changeCounts, type CountedChange } from './change-counts.js';
import { drawHead, type DrawHead } from './draw-head.js';
import { type DrawListRow, drawListRows } from './draw-list-rows.js';
import { totalOf } from './plan-list.js';

export interface DrawListInput {
  readonly sealed: Sealed;
  readonly seed: SeedDocument;
  /** Of all rounds, those whose visits stand. */
  readonly drawn: readonly DrawnTargetRow[];
  /** Ascending. */
  readonly laterRounds: readonly LaterRound[];
  readonly changes: readonly CountedChange[];
  /** Where the draw is void. */
  readonly voidReason?: string | undefined;
  readonly frame: readonly FrameRow[];
  readonly targets: readonly Target[];
  readonly agencies: readonly Agency[];
  readonly items: readonly InspectionItem[];
  /** At the visits that stand. */
  readonly appointed?: readonly Pick<AppointedAtVisit, 'target' | 'goes'>[] | undefined;
  /** Once the secret has been revealed. */
  readonly reveal?: RevealDocument | undefined;
  /** After the last event of the draw. */
  readonly ledgerHead: LedgerHead;
  /** The record, for the digests of its files. */
  readonly texts: RecordTexts;
  readonly hash: HashText;
}

/** A round after the main draw. */
export interface LaterRound {
  readonly round: number;
  /** C_k. */
  readonly commitment: Digest;
  readonly seed: SeedDocument;
  /** Targets drawn in it. */
  readonly count: number;
}

interface DrawListCommon {
  readonly head: DrawHead;
  readonly drawnAt: Timestamp;
  readonly drawnClock: ClockKind;
  /** Public lines whole; entropy in tenths of a bit. */
  readonly seedLines: readonly { readonly line: string; readonly tenthBits: number }[];
  readonly tenthBits: number;
  readonly warnings: readonly SeedWarning[];
  readonly pool: number;
  readonly quota: number;
  /** Targets whose visits stand, of all rounds. */
  readonly standing: number;
  readonly ledgerHead: LedgerHead;
  readonly documents: readonly { readonly path: string; readonly digest: Digest }[];
  readonly program: Program;
  readonly laterRounds: readonly LaterRound[];
  readonly changes: ChangeCounts;
  readonly voidReason?: string | undefined;
  /** Void draws of the same batch. */
  readonly redoes: NonNullable<Sealed['redoes']>;
}

/** Before the revelation: nothing that tells which target was drawn. */
export interface DrawCountsList extends DrawListCommon {
  readonly form: 'counts';
  readonly secret: { readonly commitment: Digest; readonly revealBy: PlainDate };
  readonly byAgency: readonly AgencyCount[];
  readonly byArea: readonly AreaCount[];
}

/** Every drawn target. */
export interface DrawFullList extends DrawListCommon {
  readonly form: 'full';
  /** Absent where the seal has none. */
  readonly secret?: { readonly value: Digest; readonly revealedAt: Timestamp; readonly visitsFinishedOn: PlainDate } | undefined;
  /** Ascending by id. */
  readonly rows: readonly DrawListRow[];
}

export type DrawList = DrawCountsList | DrawFullList;

/** The form follows from the record: with a secret that nobody has revealed yet there are only numbers. */
export const drawList = (input: DrawListInput): DrawList => {
  const { sealed, reveal } = input;
  const { secret } = sealed.seed;
  if (secret !== undefined && reveal === undefined) {
    return { ...common(input, HIDING), form: 'counts', secret, byAgency: countsByAgency(input), byArea: countsByArea(input) };
  }
  const revealed = reveal === undefined ? undefined : { value: reveal.secret, revealedAt: reveal.revealedAt, visitsFinishedOn: reveal.visitsFinishedOn };
  return { ...common(input, ROUND), form: 'full', secret: revealed, rows: drawListRows(input) };
};

/**
 * Files whose digest tells nobody what is in them: tickets cannot be guessed. Odds and assignments of a small draw can be;
 * they are bound all the same, since the ledger's head covers their digests.
 */
const HIDING = ['seed', 'targets'] as const;
const ROUND = ['assignments', 'match', 'odds', 'seed', 'targets'] as const;

const common = ({ sealed, seed, drawn, agencies, ledgerHead, texts, hash, laterRounds, changes, voidReason }: DrawListInput, kinds: readonly (typeof ROUND)[number][]): DrawListCommon => ({
  head: drawHead({ sealed, agencies, hash }),
  drawnAt: seed.drawnAt,
  drawnClock: seed.clock,
  seedLines: seed.lines.map(({ line, tenthBits }) => ({ line, tenthBits })),
  tenthBits: seed.tenthBits,
  warnings: seed.warnings,
  pool: totalOf(sealed.strata, 'pool'),
  quota: totalOf(sealed.strata, 'quota'),
  standing: drawn.length,
  ledgerHead,
  laterRounds,
  changes: changeCounts(changes),
  voidReason,
  redoes: sealed.redoes ?? [],
  documents: [0, ...laterRounds.map(({ round }) => round)].flatMap((round) => kinds.map((kind) => roundPaths(round)[kind])).flatMap((path) => {
    const text = texts.get(path);
    return text === undefined ? [] : [{ path, digest: digestOf(text, hash) }];
  }),
  program: sealed.program,
});
