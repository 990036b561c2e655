/** A match as an integer program, for solvers that know nothing of it (match-spec M4.1, M9.5, M9.12). */

/** Of the people of one target from `lo` to `hi` belong to `members`. */
export interface Group {
  readonly members: readonly number[];
  readonly lo: number;
  readonly hi: number;
}

/** An instance (M1) with rules on who goes together: by target a list of groups, pairwise apart or one within the other (M9.2). */
export interface RuledInstance {
  readonly wanted: readonly number[];
  readonly capacity: readonly number[];
  readonly eligible: readonly (readonly number[])[];
  readonly groups?: readonly (readonly Group[])[];
}

/** One without such rules. */
export type PlainInstance = Omit<RuledInstance, 'groups'>;

/** The sum of some variables is from `lo` to `hi`. */
export interface SumBounds {
  readonly lo: number;
  readonly hi: number;
  readonly variables: readonly number[];
}

/** Whole numbers from 0 to `most` that keep all bounds, at the least cost. */
export interface IntegerProgram {
  /** By variable. */
  readonly most: readonly number[];
  /** By variable. */
  readonly cost: readonly number[];
  readonly sums: readonly SumBounds[];
}

/** One variable for each eligible pair, row by row: the assignments of M4.1 and M9.5, all of the same cost. */
export const assignmentProgram = (instance: RuledInstance): IntegerProgram => programOf(instance, []);

/**
 * The same with places left open, each at a cost of 1: the least cost is the shortage (M7.1).
 * An open place stands at the target itself or in one of its groups, and counts for that and all around it (M9.12).
 */
export const openPlacesProgram = (instance: RuledInstance): IntegerProgram =>
  programOf(instance, instance.wanted.flatMap((_, target) => [{ target }, ...groupsOf(instance, target).map((group) => ({ target, group }))]));

/** Where a place may be left open. */
interface OpenPlaces {
  readonly target: number;
  readonly group?: Group;
}

const programOf = (instance: RuledInstance, open: readonly OpenPlaces[]): IntegerProgram => {
  const { wanted, capacity, eligible } = instance;
  const pairs = eligible.flatMap((row, target) => row.map((inspector) => ({ target, inspector })));
  const pairsWhere = (isMeant: (pair: (typeof pairs)[number]) => boolean): readonly number[] => pairs.flatMap((pair, variable) => (isMeant(pair) ? [variable] : []));
  const openWhere = (isMeant: (place: OpenPlaces) => boolean): readonly number[] => open.flatMap((place, at) => (isMeant(place) ? [pairs.length + at] : []));
  const ofTargets = wanted.map((places, e) => ({ lo: places, hi: places, variables: [...pairsWhere(({ target }) => target === e), ...openWhere(({ target }) => target === e)] }));
  const ofInspectors = capacity.map((visits, i) => ({ lo: 0, hi: visits, variables: pairsWhere(({ inspector }) => inspector === i) }));
  const ofGroups = wanted.flatMap((_, e) =>
    groupsOf(instance, e).map((around) => ({
      lo: around.lo,
      hi: around.hi,
      variables: [...pairsWhere(({ target, inspector }) => target === e && around.members.includes(inspector)), ...openWhere(({ target, group }) => target === e && group !== undefined && isWithin(group, around))],
    })),
  );
  return {
    most: [...pairs.map(() => 1), ...open.map(({ target }) => wanted[target] ?? 0)],
    cost: [...pairs.map(() => 0), ...open.map(() => 1)],
    sums: [...ofTargets, ...ofInspectors, ...ofGroups],
  };
};

export const groupsOf = ({ groups }: RuledInstance, target: number): readonly Group[] => groups?.[target] ?? [];

/** Groups without people are nodes of their own, within no other (M9.3). */
export const isWithin = (inner: Group, outer: Group): boolean =>
  inner.members.length === 0 ? inner === outer : inner.members.every((i) => outer.members.includes(i));
