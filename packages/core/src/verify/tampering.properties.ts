/** Ways to damage a record, and a liar's way to cover it up, for tests. */
import { canonicalJson, type JsonValue } from '../base/canonical-json.js';
import { type HashText, isDigest } from '../base/digest.js';
import { toJsonDocument } from '../base/json-lines.js';
import { isDrawId } from '../draw/key.js';
import { EMPTY_HEAD } from '../record/ledger.js';
import { withManifest } from '../record/manifest.js';
import { PATHS, type RecordTexts, roundPaths } from '../record/paths.js';
import { readFrame, readSealed } from '../record/read-sealed.js';
import { sealingNotice } from '../record/seal.js';

/** A document or a row, to be changed in place. */
export type Loose = { [key: string]: JsonValue | undefined };

export const rowsOf = (text: string): Loose[] => text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
export const textOf = (rows: readonly Loose[]): string => rows.map((row) => `${canonicalJson(row)}\n`).join('');

/** The record with one file written anew by `change`; a `.json` is a table of one row. */
export const changed = (texts: RecordTexts, path: string, change: (rows: Loose[]) => readonly Loose[] | void): RecordTexts => {
  const rows = rowsOf(texts.get(path) ?? '');
  return new Map([...texts, [path, textOf(change(rows) ?? rows)]]);
};

export const without = (texts: RecordTexts, path: string): RecordTexts => new Map([...texts].filter(([name]) => name !== path));

/** One byte of a file exchanged; bytes that are no UTF-8 any more read as U+FFFD. */
export const flipped = (texts: RecordTexts, { path, at, mask }: { readonly path: string; readonly at: number; readonly mask: number }): RecordTexts => {
  const bytes = Buffer.from(texts.get(path) ?? '', 'utf8');
  bytes[at] = (bytes[at] ?? 0) ^ mask;
  return new Map([...texts, [path, bytes.toString('utf8')]]);
};

/** The manifest of a record as it stands now. */
export const manifested = (texts: RecordTexts, hash: HashText): RecordTexts => {
  const drawId = rowsOf(texts.get(PATHS.manifest) ?? '')[0]?.['drawId'];
  if (!isDrawId(drawId)) throw new TypeError('tampering: no drawId');
  return withManifest({ drawId, texts, hash });
};

/** Everything that somebody with the whole folder in his hands can make fit again: digests, counts, C, chain, manifest. */
export const coveredUp = (texts: RecordTexts, hash: HashText): RecordTexts => {
  const files = new Map(texts);
  const digest = (path: string): string => hash(files.get(path) ?? '');
  const lineDigest = (path: string): string => hash((files.get(path) ?? '').replace(/\n$/, ''));
  edit(files, `${PATHS.registry}snapshot.json`, ([snapshot = {}]) => {
    const names = Object.keys(membersOf(snapshot['files'])).filter((name) => files.has(PATHS.registry + name));
    snapshot['files'] = { ...membersOf(snapshot['files']), ...Object.fromEntries(names.map((name) => [name, digest(PATHS.registry + name)])) };
    const tables = names.filter((name) => name.endsWith('.jsonl')).map((name) => [name.slice(0, -6), rowsOf(files.get(PATHS.registry + name) ?? '').length] as const);
    snapshot['counts'] = { ...membersOf(snapshot['counts']), ...Object.fromEntries(tables) };
  });
  edit(files, PATHS.sealed, ([sealed = {}]) => {
    sealed['snapshot'] = lineDigest(`${PATHS.registry}snapshot.json`);
    sealed['documents'] = Object.fromEntries([PATHS.exclusions, PATHS.frame, PATHS.roster].map((path) => [path, digest(path)]));
  });
  const drawId = rowsOf(files.get(PATHS.sealed) ?? '')[0]?.['drawId'];
  remakeNotice(files, hash);
  edit(files, PATHS.ledger, (entries) => {
    let prev: string = EMPTY_HEAD.digest;
    for (const entry of entries) {
      const body = membersOf(entry['body']);
      if (body['drawId'] === drawId) {
        if (entry['type'] === 'sealed') Object.assign(body, { commitment: lineDigest(PATHS.sealed), notice: lineDigest(roundPaths(0).notice), snapshot: lineDigest(`${PATHS.registry}snapshot.json`) });
        if (entry['type'] === 'drawn') body['documents'] = Object.fromEntries([...files.keys()].filter((path) => path.startsWith(`rounds/${String(body['round'])}/`)).map((path) => [path, digest(path)]));
        if (entry['type'] === 'announced') {
          const { notice } = roundPaths(Number(body['round']));
          edit(files, notice, ([first = {}]) => void (first['ledgerHead'] = { seq: Number(entry['seq']) - 1, digest: prev }));
          body['commitment'] = lineDigest(notice);
        }
        if (entry['type'] === 'revealed') body['document'] = digest(PATHS.reveal);
      }
      Object.assign(entry, { body, prev });
      prev = hash(canonicalJson(entry));
    }
  });
  return manifested(files, hash);
};

/** The notice of the seal as it would follow from what the record holds now; as it was where nothing can follow. */
const remakeNotice = (files: Map<string, string>, hash: HashText): void => {
  const sealed = readSealed(files);
  const frame = readFrame(files);
  const [salt] = rowsOf(files.get(PATHS.salt) ?? '');
  if (!sealed.ok || !frame.ok || frame.value.length === 0 || !isDigest(salt?.['salt'])) return;
  files.set(roundPaths(0).notice, toJsonDocument(sealingNotice({ sealed: sealed.value, frame: frame.value, salt: salt['salt'], hash })));
};

const edit = (files: Map<string, string>, path: string, change: (rows: Loose[]) => void): void => {
  const text = files.get(path);
  if (text === undefined) return;
  const rows = rowsOf(text);
  change(rows);
  files.set(path, textOf(rows));
};

/** The members of an object inside a document; none where it is something else. */
const membersOf = (value: JsonValue | undefined): Loose => (isObject(value) ? { ...value } : {});
const isObject = (value: JsonValue | undefined): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value);
