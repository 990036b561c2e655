/** Recusals whose release would let a person go (match-spec M7.4). */
import type { AgencyRound, BarredPair } from './agency-round.js';
import { pairReasons } from './eligibility.js';

/** Pairs of the round against which nothing else stands, capacity apart. A pair recused on several grounds is one: all would have to be lifted. */
export const releasableRecusals = (round: AgencyRound): readonly BarredPair[] => {
  const open = new Set(round.visits.filter(({ people }) => people > 0).map(({ target }) => target));
  const roster = new Set(round.roster.map(({ id }) => id));
  const pairs = new Map(round.recusals.map(({ target, inspector }) => [`${target} ${inspector}`, { target, inspector }]));
  const unbarred = { ...round, recusals: [] };
  return [...pairs.values()].filter((pair) => open.has(pair.target) && roster.has(pair.inspector) && pairReasons(unbarred, pair).every((reason) => reason === 'no-capacity'));
};
