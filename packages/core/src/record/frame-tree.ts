/** The frame as one number that tells nothing, with a proof for whoever asks (record-format R14). @zh 抽查库承诺 */
import type { Digest, DrawId, TargetId } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';
import { sortedBy } from '../base/text.js';
import type { Scheme } from '../draw/scheme.js';

/** What every hash of the tree starts with, and the salt that nobody outside the office knows. */
export interface TreeSetting {
  readonly scheme: Scheme;
  readonly salt: Digest;
  readonly hash: HashText;
}

/** One target of the frame as the public edition knows it. */
export interface Leaf {
  readonly id: TargetId;
  /** Neutral. */
  readonly stratum: string;
  /** Its own, so that nobody can guess a neighbour. */
  readonly salt: Digest;
  readonly digest: Digest;
}

/** A node beside the way to the root, and on which side it stands. */
export interface ProofStep {
  readonly side: 'left' | 'right';
  readonly digest: Digest;
}

/** The salt of a rehearsal, which everybody can know (D9). */
export const rehearsalSalt = ({ drawId, hash }: { readonly drawId: DrawId; readonly hash: HashText }): Digest => digestOf(`ssj/1-rehearsal salt seed\n${drawId}\n`, hash);

/** `A`…`D` and `ALL` under names that say nothing: S1, S2, … in the order of salted hashes. */
export const neutralStrata = (names: readonly string[], { scheme, salt, hash }: TreeSetting): ReadonlyMap<string, string> =>
  new Map(sortedBy(names, (name) => hash(`${scheme} stratum\n${salt}\n${name}\n`)).map((name, index) => [name, `S${index + 1}`]));

/** The digest of one leaf. */
export const leafDigest = ({ scheme, hash }: Pick<TreeSetting, 'scheme' | 'hash'>, { id, stratum, salt }: Omit<Leaf, 'digest'>): Digest => digestOf(`${scheme} leaf\n${salt}\n${stratum}\n${id}\n`, hash);

export interface FrameTreeInput extends TreeSetting {
  readonly frame: readonly { readonly id: TargetId; readonly stratum: string }[];
  /** All strata of the seal. */
  readonly strata: readonly string[];
}

/** All leaves ascending by digest, so that a place in the tree says nothing. */
export const frameLeaves = ({ frame, strata, ...setting }: FrameTreeInput): readonly Leaf[] => {
  const names = neutralStrata(strata, setting);
  const leaves = frame.map(({ id, stratum }): Leaf => {
    const salt = digestOf(`${setting.scheme} salt\n${setting.salt}\n${id}\n`, setting.hash);
    const leaf = { id, stratum: names.get(stratum) ?? '', salt };
    return { ...leaf, digest: leafDigest(setting, leaf) };
  });
  return leaves.sort((a, b) => (a.digest < b.digest ? -1 : 1));
};

/**
 * The root: as in RFC 6962, the left half is the largest power of two below the number of leaves.
 *
 * @throws RangeError if there is no leaf
 */
export const treeRoot = (setting: Pick<TreeSetting, 'scheme' | 'hash'>, leaves: readonly Digest[]): Digest => {
  const [only] = leaves;
  if (only === undefined) throw new RangeError('treeRoot: leaves is empty');
  if (leaves.length === 1) return only;
  const half = halfOf(leaves.length);
  return nodeDigest(setting, treeRoot(setting, leaves.slice(0, half)), treeRoot(setting, leaves.slice(half)));
};

/** The nodes beside the way from a leaf up to the root. */
export const treeProof = (setting: Pick<TreeSetting, 'scheme' | 'hash'>, leaves: readonly Digest[], at: number): readonly ProofStep[] => {
  if (!Number.isSafeInteger(at) || at < 0 || at >= leaves.length) throw new RangeError(`treeProof: at ${at} is not an index of ${leaves.length} leaves`);
  if (leaves.length === 1) return [];
  const half = halfOf(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return at < half
    ? [...treeProof(setting, left, at), { side: 'right', digest: treeRoot(setting, right) }]
    : [...treeProof(setting, right, at - half), { side: 'left', digest: treeRoot(setting, left) }];
};

/** The root that a leaf and its proof lead to. */
export const rootFrom = (setting: Pick<TreeSetting, 'scheme' | 'hash'>, leaf: Digest, proof: readonly ProofStep[]): Digest =>
  proof.reduce((node, { side, digest }) => (side === 'left' ? nodeDigest(setting, digest, node) : nodeDigest(setting, node, digest)), leaf);

const nodeDigest = ({ scheme, hash }: Pick<TreeSetting, 'scheme' | 'hash'>, left: Digest, right: Digest): Digest => digestOf(`${scheme} node\n${left}\n${right}\n`, hash);

const halfOf = (count: number): number => {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
};
