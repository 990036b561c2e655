/** Makes the proof of one target from the archive (record-format R15.6). */
import type { TargetId } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { err, ok, type Result } from '../base/result.js';
import { drawKey } from '../draw/key.js';
import { ticket } from '../draw/ticket.js';
import { frameLeaves, treeProof, treeRoot } from '../record/frame-tree.js';
import { type RecordTexts, roundPaths } from '../record/paths.js';
import { readExclusions, readFrame } from '../record/read-sealed.js';
import { knownSecret, wholeSeed } from '../verify/check-seed.js';
import { type ArchiveParts, archiveParts, type ArchiveRound } from './archive-parts.js';
import type { EditionProblem } from './problems.js';
import type { Proof, ProofRound } from './proof-document.js';
import { cutOffOf } from './public-rounds.js';

export interface ProveTargetInput {
  /** All files of the archive. */
  readonly texts: RecordTexts;
  /** What was asked for, for the problem. */
  readonly raw: string;
  /** Identifiers that may be meant; the first that the registry knows is. */
  readonly candidates: readonly TargetId[];
  readonly hash: HashText;
}

/** The proof, or why there is none: not in the pool, unknown, too early, or an archive that does not fit together. */
export const proveTarget = ({ texts, raw, candidates, hash }: ProveTargetInput): Result<Proof, readonly EditionProblem[]> => {
  const parts = archiveParts(texts, hash);
  const frame = readFrame(texts);
  const exclusions = readExclusions(texts);
  if (!parts.ok || !frame.ok || !exclusions.ok) return err([parts, frame, exclusions].flatMap((part) => (part.ok ? [] : part.error)));
  const { sealed, sealing, setting, rounds } = parts.value;
  const leaves = frameLeaves({ ...setting, frame: frame.value, strata: sealed.strata.map(({ name }) => name) });
  const at = leaves.findIndex(({ id }) => candidates.includes(id));
  const leaf = leaves[at];
  if (leaf === undefined) {
    const excluded = exclusions.value.find(({ id }) => candidates.includes(id));
    if (excluded !== undefined) return err([{ code: 'proof-target-excluded', severity: 'error', fields: { id: excluded.id, reasons: excluded.reasons } }]);
    return err([{ code: 'proof-target-unknown', severity: 'error', fields: { raw } }]);
  }
  const digests = leaves.map(({ digest }) => digest);
  const frameRoot = treeRoot(setting, digests);
  if (frameRoot !== sealing.frameRoot) return err([{ code: 'digest-differs', severity: 'error', where: { file: roundPaths(0).notice }, fields: { expected: sealing.frameRoot, found: frameRoot } }]);
  const { id, stratum, salt } = leaf;
  const sealedStratum = frame.value.find((row) => row.id === id)?.stratum ?? '';
  const path = treeProof(setting, digests, at);
  const { scheme, drawId } = sealed;
  return ok({ format: 'ssj-proof/1', scheme, drawId, id, stratum, salt, path, frameRoot, rounds: rounds.map((round) => proofRound({ ...parts.value, id, stratum: sealedStratum, hash }, round)) });
};

interface ProofRoundInput extends Pick<ArchiveParts, 'sealed' | 'reveal' | 'rounds'> {
  readonly id: TargetId;
  /** As sealed. */
  readonly stratum: string;
  readonly hash: HashText;
}

const proofRound = ({ sealed, reveal, rounds, id, stratum, hash }: ProofRoundInput, { round, targets, seed }: ArchiveRound): ProofRound => {
  if (rounds.slice(0, round).some((earlier) => earlier.targets.some((row) => row.id === id))) return { round, out: 'drawn' };
  const changes = rounds.slice(0, round + 1).flatMap(({ notice }) => notice?.changes ?? []);
  if (changes.some(({ change }) => change.kind === 'target-withdrawn' && change.target === id)) return { round, out: 'withdrawn' };
  const whole = wholeSeed(seed, knownSecret(sealed, reveal, hash));
  if (whole === undefined) throw new TypeError('proofRound: the secret is not known');
  const { scheme, drawId } = sealed;
  const key = drawKey({ scheme, drawId, stage: 'targets', round, seed: whole, hash });
  return { round, ticket: ticket({ scheme, key, id, balls: 1, hash }), cutOff: cutOffOf(targets, stratum), isDrawn: targets.some((row) => row.id === id) };
};
