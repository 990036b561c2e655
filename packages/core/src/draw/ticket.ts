/** Tickets (draw-spec D4): one hash a target, which the target can work out by itself. @zh 抽取序号 */
import { type Digest, type TargetId } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';
import { isTargetId } from '../registry/canonical-id.js';
import type { Scheme } from './scheme.js';

export interface TicketInput {
  readonly scheme: Scheme;
  /** From `drawKey`, stage `targets`. */
  readonly key: Digest;
  readonly id: TargetId;
  /** Weight, 1 to 64: the best of that many hashes counts. Plans use 1. */
  readonly balls: number;
  readonly hash: HashText;
}

/**
 * Ticket of one target.
 *
 * @returns 64 lower-case hex characters; in each stratum the smallest are drawn
 * @throws RangeError if `balls` is outside 1..64, or `id` is no identifier of D1.2 (one with a line feed would speak for two)
 */
export const ticket = ({ scheme, key, id, balls, hash }: TicketInput): Digest => {
  if (!Number.isSafeInteger(balls) || balls < 1 || balls > 64) throw new RangeError(`ticket: balls ${balls} is not an integer from 1 to 64`);
  if (!isTargetId(id)) throw new RangeError(`ticket: id ${JSON.stringify(id)} is no target identifier`);
  const prefix = `${scheme} ticket\n${key}\n${id}\n`;
  let best = digestOf(`${prefix}1\n`, hash);
  for (let ball = 2; ball <= balls; ball += 1) {
    const next = digestOf(`${prefix}${ball}\n`, hash);
    if (next < best) best = next;
  }
  return best;
};
