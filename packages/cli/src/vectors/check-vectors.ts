/** Checks this program against a file of worked cases in the shape of test/vectors/ssj-1.json. @zh 算例核验 */
import { err, type HashText, ok, type Result, schemeSchema } from '@shuangsuiji/core';
import { z } from 'zod';
import { keys, selected, tickets } from './draw-sections.js';
import { matching, rounding, streams } from './match-sections.js';
import { drawIdSchema } from './schemas.js';
import { canonicalIds, joint, quotas, rehearsal, scheme, secretCommitments } from './seed-sections.js';
import type { SectionCheck, Tally } from './vector-case.js';
import { wholeDraw } from './whole-draw.js';

const SECTIONS = {
  scheme, keys, tickets, selected, streams, rounding, matching, canonicalId: canonicalIds, wholeDraw, joint, rehearsal, quotas, secretCommitment: secretCommitments,
} as const satisfies Readonly<Record<string, SectionCheck>>;

/** The sections there are, in the order in which they are reported. */
export const VECTOR_SECTIONS: readonly string[] = Object.keys(SECTIONS);
/** Members that belong to no section alone. */
const SHARED: ReadonlySet<string> = new Set(['drawId', 'seed', 'rows', 'quota']);

const headSchema = z.looseObject({ scheme: z.string(), drawId: drawIdSchema, seed: z.string() });

/** A section that the file does not have passes with 0 cases; one that nobody knows fails. */
export interface VectorSection extends Tally {
  readonly section: string;
}

export interface CheckVectorsInput {
  readonly text: string;
  readonly hash: HashText;
}

/**
 * Works out every case anew. Never throws on any text.
 *
 * @returns every section; or, where the text is no file of cases at all, the reason (`not-json`, or the member that does not fit)
 */
export const checkVectors = ({ text, hash }: CheckVectorsInput): Result<readonly VectorSection[], string> => {
  const json = parsed(text);
  if (json === undefined) return err('not-json');
  const head = headSchema.safeParse(json);
  if (!head.success) return err(head.error.issues.map(({ path, code }) => (path.length === 0 ? code : path.join('.'))).join('、'));
  const file = head.data;
  const { drawId, seed } = file;
  // Of one that nobody knows its own section tells; the others are worked out by the first.
  const named = schemeSchema.safeParse(file.scheme).data ?? 'ssj/1';
  const unknown = Object.keys(file).filter((name) => !SHARED.has(name) && !Object.hasOwn(SECTIONS, name));
  return ok([
    ...Object.entries<SectionCheck>(SECTIONS).map(([section, check]): VectorSection => ({ section, ...(Object.hasOwn(file, section) ? check(file, { scheme: named, drawId, seed, hash }) : ABSENT) })),
    ...unknown.map((section): VectorSection => ({ section, passed: false, cases: 0, firstFailure: 'unknown section' })),
  ]);
};

const ABSENT: Tally = { passed: true, cases: 0 };

/** `undefined` where the text is not JSON. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
