/** Maximum flow targets → inspectors, to see whether a draw can be served (match-spec: feasibility). */

/**
 * Tries to give every target `people` different inspectors within the capacities, by augmenting paths.
 *
 * @param {{ eligible: readonly (readonly number[])[], capacities: readonly number[], people: number }} question
 *   `eligible[e]` are the positions of the inspectors target e may have
 * @returns {number} visits that found nobody
 */
export const unservedVisits = ({ eligible, capacities, people }) => {
  const load = capacities.map(() => 0);
  const teams = eligible.map(() => new Set());
  const visitsOf = capacities.map(() => new Set());
  const place = (target, seen) => {
    for (const inspector of eligible[target]) {
      if (seen.has(inspector) || teams[target].has(inspector)) continue;
      seen.add(inspector);
      if (load[inspector] < capacities[inspector] || [...visitsOf[inspector]].some((other) => other !== target && moveAway(other, inspector, seen))) {
        load[inspector] += 1;
        teams[target].add(inspector);
        visitsOf[inspector].add(target);
        return true;
      }
    }
    return false;
  };
  /** Finds somebody else for a visit, so that `inspector` has room. */
  const moveAway = (target, inspector, seen) => {
    if (!place(target, seen)) return false;
    teams[target].delete(inspector);
    visitsOf[inspector].delete(target);
    load[inspector] -= 1;
    return true;
  };
  let unserved = 0;
  for (let round = 0; round < people; round += 1) for (const target of eligible.keys()) if (!place(target, new Set())) unserved += 1;
  return unserved;
};
