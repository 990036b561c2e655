/** The fewest visits more that fill what capacities can fill, spread as evenly as can be (match-spec M7.5). */
import { type Flow, relieved } from './feasibility.js';
import { openReach } from './open-reach.js';

export interface RaiseInput {
  /** A maximum flow; it is left as it is. */
  readonly flow: Flow;
  /** By inspector: whoever has the lowest level is asked first; each visit more raises it by one. `Infinity`: never asked. */
  readonly levels: readonly number[];
  /** Bound on visits × pairs. */
  readonly effort: number;
}

/**
 * One visit more fills one place at the most, and does so exactly where an open place can be moved to the person.
 * The visits more that all fill a place are the independent sets of a polymatroid: so taking the person with the lowest level
 * each time ends with the fewest visits, and of all ways to have the fewest with the most even one.
 *
 * @returns visits more by inspector, or `undefined` where the work ran out or a place stays open
 */
export const raiseEvenly = ({ flow, levels, effort }: RaiseInput): readonly number[] | undefined => {
  const { graph } = flow;
  const more = levels.map(() => 0);
  let now: Flow = { ...flow, limit: flow.limit.slice(), share: flow.share.slice(), sum: flow.sum.slice(), groups: flow.groups && { ...flow.groups, sum: flow.groups.sum.slice() } };
  if (now.shortage * graph.pairs > effort) return undefined;
  while (now.shortage > 0) {
    const reached = openReach(now);
    const level = (i: number): number => (levels[i] ?? 0) + (more[i] ?? 0);
    const open = [...more.keys()].filter((i) => reached[graph.nodes + i] === 1 && level(i) < Infinity);
    const first = open.reduce<number | undefined>((best, i) => (best === undefined || level(i) < level(best) ? i : best), undefined);
    if (first === undefined) return undefined;
    more[first] = (more[first] ?? 0) + 1;
    now.limit[first] = (now.limit[first] ?? 0) + 1;
    now = relieved(now);
  }
  return more;
};
