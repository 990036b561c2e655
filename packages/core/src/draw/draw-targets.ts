/** Draws the targets of one round (draw-spec D7): in each stratum the smallest tickets. @zh 抽取检查对象 */
import type { Digest, TargetId } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { sortedBy } from '../base/text.js';
import type { Scheme } from './scheme.js';
import { smallest } from './smallest.js';
import { ticket } from './ticket.js';

/** One target of a pool. */
export interface PoolEntry {
  readonly id: TargetId;
  readonly stratum: string;
}

/** A drawn target with the ticket that drew it. */
export interface DrawnTarget {
  readonly stratum: string;
  readonly ticket: Digest;
  readonly id: TargetId;
}

export interface DrawTargetsInput {
  readonly scheme: Scheme;
  /** From `drawKey`, stage `targets`, the round's number. */
  readonly key: Digest;
  /** In any order. In a later round: without every target ever drawn or withdrawn. */
  readonly pool: readonly PoolEntry[];
  /** Targets to draw, by stratum. */
  readonly quotas: ReadonlyMap<string, number>;
  readonly hash: HashText;
}

/**
 * The drawn targets, ascending by stratum, ticket and identifier.
 *
 * @throws RangeError if a quota is no integer from 0 to the size of its stratum, or an id stands twice
 */
export const drawTargets = ({ scheme, key, pool, quotas, hash }: DrawTargetsInput): readonly DrawnTarget[] => {
  const strata = new Map<string, DrawnTarget[]>([...quotas.keys()].map((name) => [name, []]));
  const seen = new Set<TargetId>();
  for (const { id, stratum } of pool) {
    if (seen.has(id)) throw new RangeError(`drawTargets: pool holds ${id} twice`);
    seen.add(id);
    strata.get(stratum)?.push({ stratum, ticket: ticket({ scheme, key, id, balls: 1, hash }), id });
  }
  return sortedBy(quotas, ([name]) => name).flatMap(([name, quota]) => {
    const entries = strata.get(name) ?? [];
    if (!Number.isSafeInteger(quota) || quota < 0 || quota > entries.length) {
      throw new RangeError(`drawTargets: quota ${quota} of stratum ${name} is not an integer from 0 to its ${entries.length} targets`);
    }
    return smallest({ items: entries, count: quota, compare: byTicketThenId });
  });
};

/** Tickets and ids are ASCII, where `<` is the order of bytes. */
const byTicketThenId = (a: DrawnTarget, b: DrawnTarget): number => {
  if (a.ticket !== b.ticket) return a.ticket < b.ticket ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};
