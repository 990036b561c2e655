/** The groups one need has rules for, as a tree (match-spec M9.2–M9.4). */
import { compareUtf8 } from '../base/text.js';
import { belongsTo, type CompositionRule, type Member } from '../plan/composition.js';

/** Groups in an order in which each stands before the one that holds it; beside each other they ascend by name. */
export interface GroupTree {
  /** By group: the group around it, −1 for the target itself. */
  readonly parent: readonly number[];
  /** By inspector: the smallest group the person belongs to, −1 for none. */
  readonly holder: Int32Array;
  /** By group: the rules it has, groups with the same people being one. */
  readonly rules: readonly (readonly CompositionRule[])[];
}

/** Bounds of one target's groups in one round, by group of the tree. */
export interface RowGroups {
  readonly tree: GroupTree;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** More than any target can want. */
const UNBOUNDED = 8191;

/** Bounds once some people are on the visit already (M9.3). */
export const rowGroups = (tree: GroupTree, present: readonly Member[]): RowGroups => {
  const leftOf = (bound: number, { group }: CompositionRule): number => Math.max(0, bound - present.filter((member) => belongsTo(member, group)).length);
  return {
    tree,
    low: tree.rules.map((rules) => Math.max(...rules.map((rule) => leftOf(rule.atLeast ?? 0, rule)))),
    high: tree.rules.map((rules) => Math.min(...rules.map((rule) => (rule.atMost === undefined ? UNBOUNDED : leftOf(rule.atMost, rule))))),
  };
};

interface Group {
  readonly rules: readonly CompositionRule[];
  readonly people: ReadonlySet<number>;
}

/**
 * The tree of a need's rules over all people of the agency, whatever their capacity.
 *
 * @throws RangeError where two groups overlap without one holding the other (M9.2)
 */
export const groupTree = (rules: readonly CompositionRule[], roster: readonly Member[]): GroupTree => {
  const groups = mergedGroups(rules, roster);
  const around = groups.map((group) => groups.filter((other) => other !== group && holds(other, group)));
  // The more groups stand around one, the earlier it stands; names ascend already, and the sort keeps them so.
  const order = [...groups.keys()].sort((a, b) => (around[b]?.length ?? 0) - (around[a]?.length ?? 0));
  const sorted = order.flatMap((at) => groups[at] ?? []);
  const parent = order.map((at) => {
    const [nearest] = [...(around[at] ?? [])].sort((a, b) => a.people.size - b.people.size);
    return nearest === undefined ? -1 : sorted.indexOf(nearest);
  });
  const holder = new Int32Array(roster.length).fill(-1);
  [...sorted.entries()].reverse().forEach(([g, { people }]) => people.forEach((i) => {
    holder[i] = g;
  }));
  return { parent, holder, rules: sorted.map((group) => group.rules) };
};

/** Rules whose groups have exactly the same people stand together; groups ascend by their least name. */
const mergedGroups = (rules: readonly CompositionRule[], roster: readonly Member[]): readonly Group[] => {
  const byPeople = new Map<string, { readonly rules: CompositionRule[]; readonly people: ReadonlySet<number> }>();
  for (const rule of [...rules].sort((a, b) => compareUtf8(a.group, b.group))) {
    const people = new Set([...roster.keys()].filter((i) => belongsTo(roster[i] ?? NOBODY, rule.group)));
    // Groups without people have none in common: each lacks people of its own.
    const key = people.size === 0 ? rule.group : [...people].join();
    const known = byPeople.get(key);
    if (known === undefined) byPeople.set(key, { rules: [rule], people });
    else known.rules.push(rule);
  }
  return [...byPeople.values()];
};

const NOBODY: Member = { qualifications: [] };

const holds = (outer: Group, inner: Group): boolean => {
  const common = [...inner.people].filter((i) => outer.people.has(i)).length;
  if (common === 0) return false;
  if (common < inner.people.size && common < outer.people.size) throw new RangeError(`groupTree: ${inner.rules[0]?.group} and ${outer.rules[0]?.group} overlap`);
  return common === inner.people.size;
};
