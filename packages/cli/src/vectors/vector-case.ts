/** One worked case: what the file says, and how this program works it out. */
import type { z } from 'zod';
import type { DrawId, HashText, Scheme } from '@shuangsuiji/core';
import { clipped } from '../messages/one-line.js';

/** Characters of a value that a table shows. */
const SHOWN = 80;

/** What all sections of a file share. */
export interface VectorHead {
  readonly scheme: Scheme;
  readonly drawId: DrawId;
  /** All lines, the secret last. */
  readonly seed: string;
  readonly hash: HashText;
}

export interface VectorCase {
  readonly name: string;
  readonly expected: unknown;
  readonly found: () => unknown;
}

/** How the cases of a section fared. */
export interface Tally {
  readonly passed: boolean;
  readonly cases: number;
  readonly firstFailure?: string;
}

/** A section of a file: which members of the file it needs, and its cases. */
export type SectionCheck = (file: Readonly<Record<string, unknown>>, head: VectorHead) => Tally;

/** Reads the members with a schema; a file that does not fit it fails, as every wrong value does. */
export const sectionCheck =
  <T>(schema: z.ZodType<T>, casesOf: (members: T, head: VectorHead) => readonly VectorCase[]): SectionCheck =>
  (file, head) => {
    const members = schema.safeParse(file);
    if (members.success) return tallyOf(casesOf(members.data, head));
    const [issue] = members.error.issues;
    return { passed: false, cases: 0, firstFailure: `${issue?.path.join('.') ?? ''}: ${issue?.code ?? ''}` };
  };

const tallyOf = (cases: readonly VectorCase[]): Tally => {
  for (const one of cases) {
    const expected = JSON.stringify(one.expected ?? null);
    const found = foundText(one);
    if (found !== expected) return { passed: false, cases: cases.length, firstFailure: `${one.name}: ${clipped(expected, SHOWN)} ≠ ${clipped(found, SHOWN)}` };
  }
  return { passed: true, cases: cases.length };
};

/** A case outside the bounds of a function fails like any other. */
const foundText = ({ found }: VectorCase): string => {
  try {
    return JSON.stringify(found());
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return error.message;
    throw error;
  }
};
