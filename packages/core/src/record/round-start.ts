/** What a round begins with: whom it can draw, how many, and what stands already (draw-spec D7, D8). */
import type { TargetId } from '../base/brand.js';
import type { PoolEntry } from '../draw/draw-targets.js';
import { NOTHING_STANDS, type Standing } from '../match/standing.js';
import { quotasOf } from '../plan/strata.js';
import type { Change } from './changes.js';
import type { SealedInputs } from './sealed-inputs.js';
import { drawState, type PastRound } from './draw-state.js';
import type { LaterStratum } from './notice.js';

export interface RoundStart {
  readonly round: number;
  readonly pool: readonly PoolEntry[];
  readonly quotas: ReadonlyMap<string, number>;
  /** Targets whose visits stand. */
  readonly live: readonly TargetId[];
  readonly standing: Standing;
  /** No earlier round assigned anybody: this one fills all places (match-spec M11.1). */
  readonly isFirstMatch: boolean;
}

/** The main draw: sealed inputs only, whatever happened since (protocol §8). */
export const mainStart = ({ sealed, frame }: Pick<SealedInputs, 'sealed' | 'frame'>): RoundStart => ({
  round: 0, pool: frame, quotas: quotasOf(sealed.strata), live: [], standing: NOTHING_STANDS, isFirstMatch: true,
});

export interface LaterStartInput extends Pick<SealedInputs, 'sealed' | 'frame'> {
  /** All rounds before, in their order, from 0. */
  readonly rounds: readonly PastRound[];
  /** Changes that acted in them. */
  readonly before: readonly Change[];
  /** Changes of this round's notice. */
  readonly changes: readonly Change[];
}

export interface LaterStart extends RoundStart {
  readonly strata: readonly LaterStratum[];
}

/** Round k = the number of rounds before: as many targets as were withdrawn since, and the places that are open. */
export const laterStart = ({ sealed, frame, rounds, before, changes }: LaterStartInput): LaterStart => {
  const state = drawState({ rounds, changes: [...before, ...changes] });
  const earlier = drawState({ rounds, changes: before });
  const pool = frame.filter(({ id }) => !state.drawn.has(id) && !state.withdrawn.has(id));
  const gone = [...state.withdrawn].filter((id) => !earlier.withdrawn.has(id));
  const strata = sealed.strata.map(({ name }): LaterStratum => {
    const withdrawn = gone.filter((id) => state.drawn.get(id) === name).length;
    const left = pool.filter(({ stratum }) => stratum === name).length;
    return { name, withdrawn, pool: left, quota: Math.min(withdrawn, left) };
  });
  const quotas = new Map(strata.map(({ name, quota }) => [name, quota]));
  return { round: rounds.length, pool, quotas, live: state.live, standing: state.standing, isFirstMatch: rounds.every(({ assignments }) => assignments.length === 0), strata };
};
