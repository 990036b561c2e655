/** What can be wrong with a seed. Positions count from 1. */
import type { ProblemOf } from '../base/problem.js';

type Line = { readonly line: string };

export interface SeedProblemFields {
  readonly 'seed-empty': Line;
  readonly 'seed-not-ascii': Line & { readonly position: number; readonly character: string };
  /** The left side is none that this version knows. */
  readonly 'seed-source-unknown': { readonly source: string };
  /** drand and joint belong to the protocol and are not accepted yet. */
  readonly 'seed-source-not-yet': { readonly source: string };
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
  readonly 'typed-too-long': Line & { readonly longest: number; readonly found: number };
}
export type SeedProblem = ProblemOf<SeedProblemFields>;

/** What stays with a draw and is shown on every list (D2.4). */
export const SEED_WARNINGS = ['dice-unwitnessed', 'entropy-low', 'seed-typed'] as const;
export type SeedWarning = (typeof SEED_WARNINGS)[number];
