/** What a liar with the whole folder does to a record, and what verifying says of it. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { changed, coveredUp, type Loose } from '../../packages/core/src/verify/tampering.properties.js';
import { jsonOf, type RunOptions, ssj } from './run-ssj.js';
import { filesOf } from './scratch.js';

export type Texts = ReadonlyMap<string, string>;
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const textsOf = (folder: string): Texts => new Map(filesOf(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));

/** Puts a record in the place of the one there. */
export const putTexts = (folder: string, texts: Texts): void => {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

/** Edits to a record's files, each file as rows. */
export type Lies = Readonly<Record<string, (rows: Loose[]) => readonly Loose[] | void>>;

/** The record with these lies told, and every digest, the chain and the manifest made to fit again. */
export const toldLies = (texts: Texts, lies: Lies): Texts => coveredUp(Object.entries(lies).reduce<Texts>((told, [path, change]) => changed(told, path, change), texts), sha256);

/** Ledger lines numbered anew after one was put in or taken out. */
export const renumbered = (entries: readonly Loose[]): readonly Loose[] => entries.map((entry, index) => ({ ...entry, seq: index + 1 }));

export interface Seen {
  readonly exit: number | null;
  readonly verdict: string;
  /** Points that are not identical, with their verdict. */
  readonly points: Readonly<Record<string, string>>;
  readonly codes: readonly string[];
  readonly claims: Readonly<Record<string, Record<string, unknown>>>;
  /** Excel lists that are not identical. */
  readonly workbooks: readonly string[];
}

interface VerifyData {
  readonly verdict: string;
  readonly points: readonly { readonly id: string; readonly verdict: string; readonly findings: readonly { readonly code: string }[] }[];
  readonly claims: readonly (Record<string, unknown> & { readonly code: string })[];
  readonly workbooks?: readonly { readonly file: string; readonly verdict: string }[];
}

/** `ssj verify`, in short; of several claims of one code the first. */
export const seen = (word: string, options: RunOptions = {}, ...more: readonly string[]): Seen => {
  const ran = ssj(['verify', word, '--json', ...more], options);
  const { verdict, points, claims, workbooks = [] } = jsonOf(ran).data as unknown as VerifyData;
  const open = points.filter((point) => point.verdict !== 'identical');
  return {
    exit: ran.exit,
    verdict,
    points: Object.fromEntries(open.map((point) => [point.id, point.verdict])),
    codes: open.flatMap(({ findings }) => findings.map(({ code }) => code)),
    claims: Object.fromEntries([...claims].reverse().map((claim) => [claim.code, claim])),
    workbooks: workbooks.filter((one) => one.verdict !== 'identical').map(({ file }) => file),
  };
};
