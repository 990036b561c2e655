/** Bounds of groups that cannot all be kept, however many people there were of each kind (draw-spec D5.11). */
import { belongsTo, type CompositionRule, type Member, type PeopleGroup } from './composition.js';
import type { AgencyNeed } from './visit.js';

export interface Crowded {
  /** The group around; absent: the visit as a whole. */
  readonly within: PeopleGroup | undefined;
  /** Directly in it, with people they must have; the group itself where its own bounds cannot meet. */
  readonly groups: readonly PeopleGroup[];
  /** What is asked for together. */
  readonly atLeast: number;
  /** What there may be. */
  readonly atMost: number;
}

/** Groups with the same people are one node, named after the first in bytes (M9.3). */
interface Node {
  readonly group: PeopleGroup;
  readonly atLeast: number;
  readonly atMost: number;
  readonly members: ReadonlySet<Member>;
}

/**
 * @param people - all of the agency; its groups are laminar (M9.2)
 * @returns every node whose people must be more than they may be
 */
export const crowdedGroups = ({ composition = [], people: places }: Pick<AgencyNeed, 'composition' | 'people'>, people: readonly Member[]): readonly Crowded[] => {
  const nodes = nodesOf(composition, people, places);
  const childrenOf = (parent: Node | undefined): readonly Node[] => nodes.filter((node) => parentOf(node, nodes) === parent);
  const wanted = (node: Node): number => Math.max(node.atLeast, sum(childrenOf(node).map(wanted)));
  const most = (node: Node): number => {
    const children = childrenOf(node);
    const isFilledByChildren = children.length > 0 && sum(children.map(({ members }) => members.size)) === node.members.size;
    return isFilledByChildren ? Math.min(node.atMost, sum(children.map(most))) : node.atMost;
  };
  return [undefined, ...nodes].flatMap((parent): readonly Crowded[] => {
    const children = childrenOf(parent).filter((child) => wanted(child) > 0);
    const atLeast = parent === undefined ? sum(children.map(wanted)) : wanted(parent);
    const atMost = parent === undefined ? places : most(parent);
    if (atLeast <= atMost) return [];
    return [{ within: parent?.group, groups: children.length > 0 ? children.map(({ group }) => group) : groupOf(parent), atLeast, atMost }];
  });
};

const groupOf = (node: Node | undefined): readonly PeopleGroup[] => (node === undefined ? [] : [node.group]);

const nodesOf = (composition: readonly CompositionRule[], people: readonly Member[], places: number): readonly Node[] => {
  const nodes: Node[] = [];
  for (const { group, atLeast = 0, atMost = places } of composition) {
    const members = new Set(people.filter((person) => belongsTo(person, group)));
    const at = nodes.findIndex((node) => members.size > 0 && node.members.size === members.size && isWithin(members, node.members));
    const same = nodes[at];
    if (same === undefined) nodes.push({ group, atLeast, atMost, members });
    else nodes[at] = { ...same, atLeast: Math.max(same.atLeast, atLeast), atMost: Math.min(same.atMost, atMost) };
  }
  return nodes;
};

/** The smallest node that holds all its people; a group without people hangs at the root. */
const parentOf = (node: Node, nodes: readonly Node[]): Node | undefined =>
  nodes
    .filter((other) => other !== node && node.members.size > 0 && isWithin(node.members, other.members))
    .reduce<Node | undefined>((least, other) => (least === undefined || other.members.size < least.members.size ? other : least), undefined);

const isWithin = (inner: ReadonlySet<Member>, outer: ReadonlySet<Member>): boolean => [...inner].every((person) => outer.has(person));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
