/** A round as drand's HTTP API gives it (draw-spec D2.7). */
import { z } from 'zod';
import { err, ok, type Result } from '../base/result.js';
import type { SeedProblem } from './problems.js';

/** @zh 一轮信标 */
export interface DrandRound {
  readonly round: number;
  /** 64 hex characters. */
  readonly randomness: string;
  /** 96 hex characters. */
  readonly signature: string;
}

const roundSchema = z.looseObject({ round: z.int().min(1), randomness: z.string().regex(/^[0-9a-f]{64}$/), signature: z.string().regex(/^(?:[0-9a-f]{2})+$/) });
const chainedSchema = z.looseObject({ previous_signature: z.string().min(1) });

/**
 * Reads one round or a list of rounds. Other keys are passed over; whether the signature is right is for {@link publicLine} to say.
 *
 * @param file - for naming it in problems
 */
export const readDrand = ({ file, text }: { readonly file: string; readonly text: string }): Result<readonly DrandRound[], readonly SeedProblem[]> => {
  const json = jsonOf(text);
  const rounds: readonly unknown[] = Array.isArray(json) ? json : [json];
  const read = rounds.map((round) => roundOf(file, round));
  const problems = read.flatMap((round) => (round.ok ? [] : [round.error]));
  if (rounds.length === 0) return err([{ code: 'drand-file-bad', severity: 'error', fields: { file } }]);
  return problems.length > 0 ? err(problems) : ok(read.flatMap((round) => (round.ok ? [round.value] : [])));
};

const roundOf = (file: string, json: unknown): Result<DrandRound, SeedProblem> => {
  // Each of its rounds depends on the one before: another beacon of the same people, not quicknet.
  if (chainedSchema.safeParse(json).success) return err({ code: 'drand-chained', severity: 'error', fields: { file } });
  const parsed = roundSchema.safeParse(json);
  if (!parsed.success) return err({ code: 'drand-file-bad', severity: 'error', fields: { file } });
  const { round, randomness, signature } = parsed.data;
  return ok({ round, randomness, signature });
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
};
