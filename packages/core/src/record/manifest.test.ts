import { expect, test } from 'vitest';
import type { DrawId } from '../base/brand.js';
import { portableHash as hash } from '../base/digest.js';
import { manifestSchema, publicManifestSchema, withManifest, withPublicManifest } from './manifest.js';

const drawId = '652722-2026-0025' as DrawId;
const manifestOf = (...files: readonly (readonly [path: string, text: string])[]) => JSON.parse(withManifest({ drawId, texts: new Map(files), hash }).get('manifest.json')!);

test('R3 the manifest lists every other file with its bytes and its digest, ascending by the bytes of the path', () => {
  expect(manifestOf(['b.jsonl', '甲\n'], ['a/2.json', ''], ['a/10.json', 'x'])).toEqual({
    drawId, edition: 'archive', format: 'ssj-record/1',
    files: [
      { bytes: 1, path: 'a/10.json', sha256: hash('x') },
      { bytes: 0, path: 'a/2.json', sha256: hash('') },
      { bytes: 4, path: 'b.jsonl', sha256: hash('甲\n') },
    ],
  });
});
test('R3 an old manifest is replaced, and the order of the files never matters', () => {
  const texts = new Map([['b', '2'], ['manifest.json', 'old'], ['a', '1']]);
  const whole = withManifest({ drawId, texts, hash });
  expect([...whole.keys()]).toEqual(['a', 'b', 'manifest.json']);
  expect([...withManifest({ drawId, texts: new Map([...texts].reverse()), hash })]).toEqual([...whole]);
  expect([...withManifest({ drawId, texts: whole, hash })]).toEqual([...whole]);
});
test('R3 a manifest has these members and no others', () => {
  const sound = manifestOf(['a', '1']);
  expect(manifestSchema.safeParse(sound).success).toBe(true);
  const [file] = sound.files;
  const unsound = [
    { ...sound, format: 'ssj-record/2' }, { ...sound, edition: 'public' }, { ...sound, drawId: '1' }, { ...sound, more: 1 }, { ...sound, files: {} },
    ...[{ bytes: -1 }, { bytes: 0.5 }, { path: '' }, { path: '甲' }, { path: 'a\n' }, { path: '\na' }, { sha256: 'A'.repeat(64) }, { more: 1 }].map((change) => ({ ...sound, files: [{ ...file, ...change }] })),
  ];
  expect(unsound.filter((document) => manifestSchema.safeParse(document).success)).toEqual([]);
  expect(manifestSchema.safeParse({ ...sound, files: [{ ...file, bytes: 0, path: ' ~' }] }).success).toBe(true);
});
test('R3 the manifest of a public edition says so, and is otherwise the same', () => {
  const texts = new Map([['public.json', '{}\n'], ['manifest.json', 'old']]);
  const manifest = JSON.parse(withPublicManifest({ drawId, texts, hash }).get('manifest.json')!);
  expect(manifest).toEqual({ ...manifestOf(['public.json', '{}\n']), edition: 'public' });
  expect([publicManifestSchema.safeParse(manifest).success, manifestSchema.safeParse(manifest).success]).toEqual([true, false]);
  expect([publicManifestSchema.safeParse({ ...manifest, edition: 'archive' }).success, publicManifestSchema.safeParse({ ...manifest, edition: '' }).success]).toEqual([false, false]);
});
