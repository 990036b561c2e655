/** What can be wrong with a seed. Positions count from 1. */
import type { ProblemOf } from '../base/problem.js';

type Line = { readonly line: string };

export interface SeedProblemFields {
  readonly 'seed-empty': Line;
  readonly 'seed-not-ascii': Line & { readonly position: number; readonly character: string };
  /** The left side is none that this version knows. */
  readonly 'seed-source-unknown': { readonly source: string };
  readonly 'seed-source-twice': { readonly source: string };
  readonly 'seed-source-missing': Record<string, never>;
  /** A whole line was given, and its left side is not the sealed one. */
  readonly 'seed-of-another-source': { readonly sealed: string; readonly given: string };
  /** A whole line was given where the value alone is asked for. */
  readonly 'seed-value-only': { readonly sealed: string };
  readonly 'seed-count-differs': { readonly wanted: number; readonly found: number };
  readonly 'dice-count': Line & { readonly wanted: number; readonly found: number };
  readonly 'dice-face': Line & { readonly position: number; readonly character: string };
  readonly 'lottery-form': Line & { readonly example: string };
  readonly 'lottery-count': Line & { readonly wanted: number; readonly found: number };
  readonly 'lottery-range': Line & { readonly number: string; readonly highest: number };
  readonly 'lottery-repeated': Line & { readonly number: string };
  readonly 'lottery-order': Line & { readonly before: string; readonly after: string };
  /** The issue was surely drawn before the seal: somebody could have chosen it. */
  readonly 'lottery-issue-passed': Line & { readonly day: string };
  /** These lines would have to be entered before `notBefore`, which is the time of the seal. */
  readonly 'seed-no-time': { readonly lines: readonly string[]; readonly notBefore: string };
  /** 2 to 16 different parties, each named in capital letters and digits. */
  readonly 'joint-parties-bad': { readonly source: string };
  readonly 'joint-twice': Record<string, never>;
  /** The last moment to reveal must lie after `after` and, unless empty, before `before`. */
  readonly 'joint-by-bad': { readonly revealBy: string; readonly after: string; readonly before: string };
  /** No 64 lower-case hex characters. */
  readonly 'joint-form': Line;
  /** Not the first round at or after the time of the seal. */
  readonly 'drand-round-differs': Line & { readonly wanted: number; readonly notBefore: string };
  /** The notice could not be published before. */
  readonly 'drand-too-soon': { readonly notBefore: string; readonly earliest: string };
  readonly 'drand-form': Line;
  readonly 'drand-signature-missing': Line;
  /** The group of quicknet did not sign this round so. */
  readonly 'drand-signature-wrong': Line;
  /** The value is not sha256 of the signature. */
  readonly 'drand-randomness-wrong': Line & { readonly wanted: string };
  /** No round of drand's HTTP API. */
  readonly 'drand-file-bad': { readonly file: string };
  /** A round of a chained beacon. */
  readonly 'drand-chained': { readonly file: string };
  readonly 'typed-too-long': Line & { readonly longest: number; readonly found: number };
}
export type SeedProblem = ProblemOf<SeedProblemFields>;

/** What stays with a draw and is shown on every list (D2.4). */
export const SEED_WARNINGS = ['dice-unwitnessed', 'entropy-low', 'seed-typed'] as const;
export type SeedWarning = (typeof SEED_WARNINGS)[number];
