/** The beacon's rounds from files that somebody downloaded; the program itself asks no network. */
import { drandAddress, type DrandRound, drandRoundTime, readDrand, type SeedSource, seedSourceText, timestampAt } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import { failed, type Outcomes } from './county.js';
import { readInput } from './read-input.js';

export interface DrandInput {
  readonly context: Context;
  /** As given on the command line. */
  readonly files: readonly string[];
  /** That still want their value. */
  readonly sources: readonly SeedSource[];
}

/** The round of the sealed line, or nothing where no line is the beacon's. */
export const drandInput = ({ context, files, sources }: DrandInput): Outcomes<DrandRound | undefined> => {
  const source = sources.find(({ kind }) => kind === 'drand');
  if (source?.kind !== 'drand') {
    return files.length === 0 ? { ok: true, value: undefined } : failed({ code: 'seed-of-another-source', severity: 'error', fields: { sealed: sources.map(seedSourceText).join('、'), given: 'drand' } });
  }
  const line = seedSourceText(source);
  const address = drandAddress(source.round);
  if (files.length === 0) return failed({ code: 'drand-not-given', severity: 'error', fields: { line, address, from: timestampAt(drandRoundTime(source.round), '+08:00') } });
  const read = files.map((file) => roundsIn(context, file));
  const problems = read.flatMap((rounds) => (rounds.ok ? [] : rounds.error));
  if (problems.length > 0) return failed(...problems);
  const rounds = read.flatMap((one) => (one.ok ? one.value : []));
  const found = rounds.find(({ round }) => round === source.round);
  if (found === undefined) return failed({ code: 'drand-round-missing', severity: 'error', fields: { line, address, found: rounds.map(({ round }) => String(round)) } });
  return { ok: true, value: found };
};

const roundsIn = (context: Context, file: string): Outcomes<readonly DrandRound[]> => {
  const bytes = readInput(context, file);
  return bytes.ok ? readDrand({ file, text: new TextDecoder().decode(bytes.value) }) : bytes;
};
