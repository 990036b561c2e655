import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PATHS, roundPaths } from '../record/paths.js';
import { anySampleOptions, sampleRecord } from '../record/sample.properties.js';
import { verifyRecord } from '../verify/verify-record.js';
import { changed, type Loose, rowsOf, without } from '../verify/tampering.properties.js';
import { laterRecord } from './later-record.properties.js';
import { publicEdition } from './public-edition.js';
import { isPublicEdition, PUBLIC_FILE } from './public-paths.js';
import { anyArchive, hash, MATCHED, mayBePublished, publicOf } from './samples.properties.js';

const whole = (texts: ReadonlyMap<string, string>): string => [...texts].flat().join('\n');

describe('R15 a public edition', () => {
  test('is made exactly where nobody can learn too early who will be visited', () => {
    fc.assert(
      fc.property(anySampleOptions, (options) => {
        const { texts } = sampleRecord({ ...options, hash });
        const made = publicEdition({ texts, hash });
        expect(made.ok).toBe(mayBePublished(options) || (options.stage === 'revealed'));
        if (!made.ok) expect(made.error.map(({ code }) => code)).toEqual([options.stage === 'sealed' ? 'not-drawn-yet' : 'edition-before-reveal']);
      }),
      { numRuns: 60 },
    );
  });
  test('has the same bytes in whatever order the files of the archive came', () => {
    fc.assert(
      fc.property(anyArchive, (archive) => {
        expect([...publicOf(new Map([...archive].reverse()))]).toEqual([...publicOf(archive)]);
      }),
      { numRuns: 20 },
    );
  });
  test('holds no person, no recusal, no risk class and no salt', () => {
    fc.assert(
      fc.property(anyArchive, (archive) => {
        const text = whole(publicOf(archive));
        const ids = rowsOf(archive.get(`${PATHS.registry}inspectors.jsonl`)!).map(({ id }) => String(id));
        for (const secret of [...ids, '张三', '李四', '王主任', '通知书', '见附件', '近亲属', String(rowsOf(archive.get(PATHS.salt)!)[0]!['salt']), 'basisPoints', 'riskClass']) expect(text).not.toContain(`"${secret}"`);
        expect(text).not.toMatch(/"(?:name|stratum)":"(?:A|B|C|D|ALL)"/);
      }),
      { numRuns: 40 },
    );
  });
  test('names no risk class of a batch that is only for some classes', () => {
    const archive = sampleRecord(MATCHED).texts;
    const directed = changed(archive, PATHS.sealed, ([sealed]) => void ((sealed!['batch'] as Loose)['filter'] = { areas: ['城关镇'], riskClasses: ['D'] }));
    expect(rowsOf(publicOf(directed).get(PUBLIC_FILE)!)[0]).toMatchObject({ batch: { filter: { areas: ['城关镇'] } } });
    expect(whole(publicOf(directed))).not.toContain('riskClasses');
  });
  test('R15.4 binds every file that is not published, so that each can be opened alone', () => {
    const archive = laterRecord(MATCHED);
    const edition = publicOf(archive);
    const salt = String(rowsOf(archive.get(PATHS.salt)!)[0]!['salt']);
    const withheld = rowsOf(edition.get(PUBLIC_FILE)!)[0]!['withheld'] as readonly { readonly path: string; readonly digest: string }[];
    const published = [PATHS.manifest, PATHS.reveal, roundPaths(0).notice];
    expect(withheld.map(({ path }) => path)).toEqual([...archive.keys()].filter((path) => !published.includes(path)).sort());
    for (const { path, digest } of withheld) {
      const own = hash(`ssj/1 withheld salt\n${salt}\n${path}\n`);
      expect(digest).toBe(hash(`ssj/1 withheld\n${own}\n${hash(archive.get(path)!)}\n`));
      expect(whole(edition)).not.toContain(own);
    }
  });
  test('R15.5 shows the draw’s own events of the ledger and no other', () => {
    const archive = laterRecord(MATCHED);
    const lines = archive.get(PATHS.ledger)!.split('\n').slice(0, -1);
    const events = rowsOf(publicOf(archive).get(PUBLIC_FILE)!)[0]!['ledger'] as readonly { readonly seq: number; readonly type: string; readonly digest: string }[];
    expect(events.map(({ type }) => type)).toEqual(['sealed', 'entered', 'drawn', 'changed', 'changed', 'changed', 'changed', 'announced', 'drawn', 'revealed']);
    for (const { seq, digest } of events) expect(digest).toBe(hash(lines[seq - 1]!));
  });
  test('is not made of an archive that lacks something it is made of', () => {
    const archive = laterRecord(MATCHED);
    for (const path of [PATHS.sealed, PATHS.salt, PATHS.ledger, ...[0, 1].flatMap((round) => [roundPaths(round).notice, roundPaths(round).targets, roundPaths(round).seed])]) {
      const made = publicEdition({ texts: without(archive, path), hash });
      expect([path, made.ok ? [] : made.error.map(({ where }) => where?.file)]).toEqual([path, [path]]);
    }
  });
  test('is told from an archive by its manifest, and without one by the document that only it has', () => {
    const archive = sampleRecord(MATCHED).texts;
    const edition = publicOf(archive);
    expect([archive, edition, without(edition, PATHS.manifest), without(archive, PATHS.manifest)].map(isPublicEdition)).toEqual([false, true, true, false]);
  });
  test('the archives it is made from here are themselves identical', () => {
    fc.assert(
      fc.property(anySampleOptions, (options) => {
        expect(verifyRecord({ texts: laterRecord({ ...options, hash }), hash }).verdict).toBe('identical');
      }),
      { numRuns: 30 },
    );
  });
});
