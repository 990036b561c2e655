import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Digest, DrawId, TargetId } from '../base/brand.js';
import { portableHash as hash } from '../base/digest.js';
import { frameLeaves, leafDigest, neutralStrata, rehearsalSalt, rootFrom, treeProof, treeRoot } from './frame-tree.js';

const scheme = 'ssj/1';
const salt = 'c'.repeat(64) as Digest;
const setting = { scheme, salt, hash } as const;
const leavesOf = (count: number): readonly Digest[] => Array.from({ length: count }, (_, index) => hash(`leaf ${index}`) as Digest);
const node = (left: string, right: string): string => hash(`ssj/1 node\n${left}\n${right}\n`);

test('R14 the salt of a rehearsal follows from its draw', () => {
  expect(rehearsalSalt({ drawId: '652722-2026-0001' as DrawId, hash })).toBe(hash('ssj/1-rehearsal salt seed\n652722-2026-0001\n'));
});
test('R14.1 strata get neutral names in the order of salted hashes', () => {
  const names = ['A', 'B', 'C', 'D'];
  const byHash = [...names].sort((a, b) => (hash(`ssj/1 stratum\n${salt}\n${a}\n`) < hash(`ssj/1 stratum\n${salt}\n${b}\n`) ? -1 : 1));
  expect([...neutralStrata(names, setting)]).toEqual(byHash.map((name, index) => [name, `S${index + 1}`]));
  expect(neutralStrata([...names].reverse(), setting)).toEqual(neutralStrata(names, setting));
});
test('R14.2 every target of the frame has a leaf with a salt of its own; leaves ascend', () => {
  const frame = ['X', 'Y', 'Z'].map((code) => ({ id: `local:${code}` as TargetId, stratum: code === 'X' ? 'A' : 'B' }));
  const leaves = frameLeaves({ ...setting, frame, strata: ['A', 'B'] });
  const names = neutralStrata(['A', 'B'], setting);
  const expected = frame.map(({ id, stratum }) => {
    const own = hash(`ssj/1 salt\n${salt}\n${id}\n`) as Digest;
    return { id, stratum: names.get(stratum)!, salt: own, digest: hash(`ssj/1 leaf\n${own}\n${names.get(stratum)}\n${id}\n`) };
  });
  expect(leaves).toEqual(expected.sort((a, b) => (a.digest < b.digest ? -1 : 1)));
  for (const { digest, ...leaf } of leaves) expect(leafDigest(setting, leaf)).toBe(digest);
  expect(frameLeaves({ ...setting, frame: [...frame].reverse(), strata: ['B', 'A'] })).toEqual(leaves);
});
test('R14.3 the root splits the leaves at the largest power of two below their number', () => {
  const [a, b, c, d, e] = leavesOf(5) as [Digest, Digest, Digest, Digest, Digest];
  expect(treeRoot(setting, [a])).toBe(a);
  expect(treeRoot(setting, [a, b])).toBe(node(a, b));
  expect(treeRoot(setting, [a, b, c])).toBe(node(node(a, b), c));
  expect(treeRoot(setting, [a, b, c, d])).toBe(node(node(a, b), node(c, d)));
  expect(treeRoot(setting, [a, b, c, d, e])).toBe(node(node(node(a, b), node(c, d)), e));
  expect(() => treeRoot(setting, [])).toThrow(/leaves/);
});
test('R14.4 a leaf and its proof lead to the root, and to no other from anywhere else', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(39), (count, index) => {
    const leaves = leavesOf(count);
    const at = index % count;
    const proof = treeProof(setting, leaves, at);
    expect(rootFrom(setting, leaves[at]!, proof)).toBe(treeRoot(setting, leaves));
    expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(count)));
    const other = leaves[(at + 1) % count]!;
    if (count > 1) expect(rootFrom(setting, other, proof)).not.toBe(treeRoot(setting, leaves));
  }));
});
test('R14.4 each node of a proof says on which side it stands, from the leaf up', () => {
  const [a, b, c, d, e] = leavesOf(5) as [Digest, Digest, Digest, Digest, Digest];
  expect(treeProof(setting, [a], 0)).toEqual([]);
  expect([0, 1, 2, 3, 4].map((at) => treeProof(setting, [a, b, c, d, e], at))).toEqual([
    [{ side: 'right', digest: b }, { side: 'right', digest: node(c, d) }, { side: 'right', digest: e }],
    [{ side: 'left', digest: a }, { side: 'right', digest: node(c, d) }, { side: 'right', digest: e }],
    [{ side: 'right', digest: d }, { side: 'left', digest: node(a, b) }, { side: 'right', digest: e }],
    [{ side: 'left', digest: c }, { side: 'left', digest: node(a, b) }, { side: 'right', digest: e }],
    [{ side: 'left', digest: node(node(a, b), node(c, d)) }],
  ]);
});
test.each([-1, 2, 0.5, Number.NaN])('there is no proof for a leaf at %d of two', (at) => {
  expect(() => treeProof(setting, leavesOf(2), at)).toThrow(new RangeError(`treeProof: at ${at} is not an index of 2 leaves`));
});
