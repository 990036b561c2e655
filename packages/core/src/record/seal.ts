/** Freezes a batch (protocol §8): documents, commitment, ledger event. @zh 封存 */
import type { Digest, DrawId, PlainDate, TargetId, Timestamp } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';
import { toJsonDocument, toJsonLines } from '../base/json-lines.js';
import { isRehearsal, type Scheme, schemeOf } from '../draw/scheme.js';
import type { Forecast } from '../forecast/forecast.js';
import type { Batch } from '../plan/batch.js';
import type { BatchPlan } from '../plan/plan-batch.js';
import type { Settings } from '../plan/settings.js';
import type { Snapshot } from '../registry/snapshot.js';
import { secretCommitment } from '../seed/secret.js';
import { type SeedSource, seedSourceText } from '../seed/source.js';
import type { JointTerms } from '../seed/terms.js';
import type { Moment } from './common-schemas.js';
import type { LedgerEvent, LedgerHead, Program } from './ledger.js';
import { frameLeaves, treeRoot } from './frame-tree.js';
import { noticeDigest, type SealingNotice } from './notice.js';
import { PATHS, type RecordTexts, roundPaths } from './paths.js';
import type { SaltDocument } from './round-schemas.js';
import { commitmentOf, type Sealed } from './sealed.js';

export interface SealInput {
  /** That of D1.8. */
  readonly scheme: Scheme;
  readonly drawId: DrawId;
  readonly now: Moment;
  readonly ledgerHead: LedgerHead;
  readonly batch: Batch;
  readonly plan: BatchPlan;
  readonly settings: Settings;
  readonly snapshot: Snapshot;
  readonly sources: readonly SeedSource[];
  readonly notBefore: Timestamp;
  /** Exactly where a source is joint. */
  readonly joint?: JointTerms | undefined;
  /** Absent: the list is published at once. */
  readonly secret?: { readonly value: Digest; readonly revealBy: PlainDate } | undefined;
  /** 64 hex characters of 256 random bits, never published: what the public edition is salted with (R14). */
  readonly salt: Digest;
  /** Void draws of the same batch. */
  readonly redoes?: Sealed['redoes'];
  readonly forecast: Forecast;
  readonly program: Program;
  readonly hash: HashText;
}

export interface SealedRecord {
  readonly sealed: Sealed;
  /** C. */
  readonly commitment: Digest;
  /** Digest of the notice. */
  readonly notice: Digest;
  /** Everything but ledger and manifest. */
  readonly texts: RecordTexts;
  readonly event: LedgerEvent;
}

/**
 * The documents of a seal. Two seals of the same inputs have the same bytes.
 *
 * @throws TypeError if `scheme` is not the one of this batch and its visits (D1.8)
 */
export const seal = (input: SealInput): SealedRecord => {
  const { plan, snapshot, scheme: given, batch: planned, hash } = input;
  if (given !== schemeOf({ visits: plan.visits, batch: planned, appointments: plan.appointments, isRehearsal: isRehearsal(given) })) throw new TypeError(`seal: scheme ${given} is not that of the batch and its visits`);
  const tables = [
    [PATHS.exclusions, toJsonLines(plan.exclusions)],
    [PATHS.frame, toJsonLines(plan.rows)],
    [PATHS.roster, toJsonLines(plan.roster)],
    ...(plan.bars === undefined ? [] : [[PATHS.bars, toJsonLines(plan.bars)] as const]),
  ] as const;
  const sealed = sealedOf(input, documentsOf(new Map(tables), hash));
  const commitment = commitmentOf(sealed, hash);
  const { drawId, scheme, batch } = sealed;
  const document = sealingNotice({ sealed, frame: plan.rows, salt: input.salt, hash });
  const notice = noticeDigest(document, hash);
  const salt: SaltDocument = { format: 'ssj-salt/1', drawId, salt: input.salt };
  const documents = [[PATHS.sealed, toJsonDocument(sealed)], [PATHS.salt, toJsonDocument(salt)], [roundPaths(0).notice, toJsonDocument(document)]] as const;
  return {
    sealed,
    commitment,
    notice,
    texts: new Map([...documents, ...tables, ...registryTexts(snapshot)]),
    event: { type: 'sealed', body: { drawId, batch: batch.number, scheme, commitment, notice, snapshot: snapshot.digest } },
  };
};

const documentsOf = (tables: RecordTexts, hash: HashText): Sealed['documents'] => {
  const digest = (path: string): Digest => digestOf(tables.get(path) ?? '', hash);
  return {
    'exclusions.jsonl': digest(PATHS.exclusions),
    'frame.jsonl': digest(PATHS.frame),
    'roster.jsonl': digest(PATHS.roster),
    'bars.jsonl': tables.has(PATHS.bars) ? digest(PATHS.bars) : undefined,
  };
};

export interface SealingNoticeInput {
  readonly sealed: Sealed;
  readonly frame: readonly { readonly id: TargetId; readonly stratum: string }[];
  readonly salt: Digest;
  readonly hash: HashText;
}

/** What is published of a seal. */
export const sealingNotice = ({ sealed, frame, salt, hash }: SealingNoticeInput): SealingNotice => {
  const { scheme, drawId, ledgerHead, strata, seed } = sealed;
  const setting = { scheme, salt, hash };
  const leaves = frameLeaves({ ...setting, frame, strata: strata.map(({ name }) => name) });
  const frameRoot = treeRoot(setting, leaves.map(({ digest }) => digest));
  return { format: 'ssj-notice/1', scheme, drawId, round: 0, commitment: commitmentOf(sealed, hash), frameRoot, ledgerHead, seed };
};

/** The record holds the registries as they were, without the names of inspectors. */
const registryTexts = ({ files }: Snapshot): readonly (readonly [string, string])[] =>
  Object.entries(files).flatMap(([name, text]) => (name === 'names.jsonl' ? [] : [[`${PATHS.registry}${name}`, text] as const]));

const sealedOf = (input: SealInput, documents: Sealed['documents']): Sealed => {
  const { scheme, drawId, now, ledgerHead, batch, plan, settings, snapshot, sources, notBefore, joint, secret, hash } = input;
  return {
    format: 'ssj-sealed/1',
    scheme,
    drawId,
    authority: settings.authority,
    sealedAt: now.at,
    clock: now.clock,
    ledgerHead,
    batch,
    rules: settings.rules,
    defaults: settings.defaults,
    activeStatuses: settings.activeStatuses,
    snapshot: snapshot.digest,
    documents,
    levelling: plan.levelling,
    strata: plan.strata,
    visits: plan.visits,
    seed: {
      lines: sources.map(seedSourceText),
      notBefore,
      joint,
      secret: secret === undefined ? undefined : { commitment: secretCommitment({ scheme, drawId, secret: secret.value, hash }), revealBy: secret.revealBy },
    },
    publication: secret === undefined ? 'at-once' : 'after-visits',
    redoes: input.redoes,
    forecast: input.forecast,
    program: input.program,
  };
};
