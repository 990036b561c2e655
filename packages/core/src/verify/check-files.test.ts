import { expect, test } from 'vitest';
import type { DrawId } from '../base/brand.js';
import { portableHash as hash } from '../base/digest.js';
import { err, ok } from '../base/result.js';
import { manifestSchema, withManifest } from '../record/manifest.js';
import { missing } from '../record/read-sealed.js';
import { checkListed, type CheckListedInput } from './check-files.js';

const drawId = '652722-2026-0001' as DrawId;
const TEXTS = withManifest({ drawId, texts: new Map([['a', '甲\n'], ['b', '']]), hash });
const manifest = manifestSchema.parse(JSON.parse(TEXTS.get('manifest.json')!));
const found = (more: Partial<CheckListedInput> = {}) => checkListed({ manifest: ok(manifest), drawId, isKnown: () => true, texts: TEXTS, hash, ...more });
const differs = (file: string, field: string, recorded: unknown, replayed: unknown) => ({ code: 'value-differs', severity: 'error', where: { file }, fields: { field, recorded: JSON.stringify(recorded), replayed: JSON.stringify(replayed) } });
const error = (code: string, file: string) => ({ code, severity: 'error', where: { file }, fields: {} });

test('R3 the files that the manifest names, with their bytes, and nothing else', () => {
  expect(found()).toEqual([]);
  expect(found({ texts: new Map([...TEXTS, ['a', '乙乙']]) })).toEqual([differs('a', 'bytes', 4, 6), differs('a', 'sha256', hash('甲\n'), hash('乙乙'))]);
  expect(found({ texts: new Map([...TEXTS].filter(([path]) => path !== 'b')) })).toEqual([error('file-missing', 'b')]);
});
test('R2 a file that the manifest does not name, or the format does not know, is extra', () => {
  expect(found({ texts: new Map([...TEXTS, ['c', '']]) })).toEqual([error('file-extra', 'c')]);
  expect(found({ isKnown: (path) => path !== 'b' })).toEqual([error('file-extra', 'b')]);
});
test('R3 the manifest names the draw of the seal, where that can be read, and each file once in order', () => {
  expect(found({ drawId: '652722-2026-0002' as DrawId })).toEqual([differs('manifest.json', 'drawId', drawId, '652722-2026-0002')]);
  expect(found({ drawId: undefined })).toEqual([]);
  expect(found({ manifest: ok({ ...manifest, files: [...manifest.files].reverse() }) })).toEqual([differs('manifest.json', 'files', ['b', 'a'], ['a', 'b'])]);
  expect(found({ manifest: ok({ ...manifest, files: [...manifest.files, manifest.files[1]!] }) })).toEqual([differs('manifest.json', 'files', ['a', 'b', 'b'], ['a', 'b'])]);
});
test('R2 without a manifest nothing can be said of the files', () => {
  expect(found({ manifest: err([missing('manifest.json')]) })).toEqual([{ code: 'document-missing', severity: 'error', where: { file: 'manifest.json' }, fields: {} }]);
});
