/** Draws made up for a forecast, under the rehearsal scheme, which no real draw can be foretold from. */
import type { DrawId, TargetId } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { drawTargets } from '../draw/draw-targets.js';
import { drawKey } from '../draw/key.js';
import type { AgencyRound } from '../match/agency-round.js';
import type { DrawSetting } from '../match/draw-setting.js';
import { roundsOfDraw } from '../match/rounds-of-draw.js';
import type { FrameRow } from '../plan/frame.js';
import { quotasOf, type Stratum } from '../plan/strata.js';

export interface SimulatedInput {
  readonly drawId: DrawId;
  readonly frame: readonly FrameRow[];
  readonly strata: readonly Stratum[];
  readonly hash: HashText;
}

/** Of all that is made up. */
export const SIMULATED = 'ssj/1-rehearsal';

/** The matches of simulated draw `index`, from 1. */
export const simulatedRounds = ({ drawId, strata, frame, hash }: SimulatedInput, setting: DrawSetting, index: number): readonly AgencyRound[] => {
  const key = drawKey({ scheme: SIMULATED, drawId, stage: 'targets', round: 0, seed: `forecast:${index}`, hash });
  return roundsOfDraw(setting, drawTargets({ scheme: SIMULATED, key, pool: frame, quotas: quotasOf(strata), hash }).map(({ id }) => id));
};

/**
 * The whole pool in a random order whose beginning of any length is a draw of that many, the strata keeping their proportion:
 * next comes the stratum with the least (taken + 1) / quota, the first by name of equals. Strata with quota 0 are left out.
 */
export const simulatedOrder = ({ drawId, strata, frame, hash }: SimulatedInput, index: number): readonly TargetId[] => {
  const key = drawKey({ scheme: SIMULATED, drawId, stage: 'targets', round: 0, seed: `order:${index}`, hash });
  const open = strata.filter(({ quota }) => quota > 0);
  const all = drawTargets({ scheme: SIMULATED, key, pool: frame, quotas: new Map(open.map(({ name, pool }) => [name, pool])), hash });
  const queues = open.map(({ name, quota }) => ({ quota, ids: all.filter(({ stratum }) => stratum === name).map(({ id }) => id), taken: 0 }));
  const order: TargetId[] = [];
  for (;;) {
    const left = queues.filter(({ ids, taken }) => taken < ids.length);
    const [first, ...others] = left;
    if (first === undefined) return order;
    const next = others.reduce((best, one) => ((one.taken + 1) * best.quota < (best.taken + 1) * one.quota ? one : best), first);
    order.push(...next.ids.slice(next.taken, next.taken + 1));
    next.taken += 1;
  }
};
