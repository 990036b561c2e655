/** What can be wrong with a step on the way to a public seed (draw-spec D2.8, D2.9): the same for a command and for a verification. */
import type { ProblemOf } from '../base/problem.js';

type Line = { readonly line: string };
type Party = { readonly party: string };
type Parties = { readonly parties: readonly string[] };

export interface SeedEventProblemFields {
  /** Recorded before the seal, or before the notice of its round. */
  readonly 'seed-event-unsealed': { readonly type: string };
  /** Recorded after the draw it should have served. */
  readonly 'seed-event-late': { readonly type: string };
  readonly 'seed-line-not-sealed': Line & { readonly lines: readonly string[] };
  /** It becomes known with the draw, or comes from the parties. */
  readonly 'seed-line-at-draw': Line;
  readonly 'seed-line-twice': Line;
  /** `first` must be in the ledger before the lines of a higher rank become known. */
  readonly 'seed-order': { readonly first: readonly string[]; readonly lines: readonly string[] };
  /** Before the time of the seal. */
  readonly 'seed-step-early': { readonly at: string; readonly notBefore: string };
  /** At or after the time at which lottery or beacon come. */
  readonly 'seed-step-late': { readonly at: string; readonly notBefore: string };
  readonly 'joint-not-sealed': { readonly drawId: string };
  readonly 'joint-party-unknown': Party & Parties;
  readonly 'joint-committed-twice': Party;
  /** The same commitment stands in an earlier line of the ledger. */
  readonly 'joint-commitment-used': Party & { readonly row: number };
  readonly 'joint-contributed-twice': Party;
  readonly 'joint-commitments-missing': Parties;
  readonly 'joint-office-first': { readonly office: string };
  readonly 'joint-does-not-open': Party;
  /** These have not revealed, and there is still time. */
  readonly 'joint-reveals-missing': Parties & { readonly revealBy: string };
  /** These did not in time: the draw is void. */
  readonly 'joint-overdue': Parties & { readonly revealBy: string };
}
export type SeedEventProblem = ProblemOf<SeedEventProblemFields>;
