/** The joint groups of a draw, for the lists that are handed out. @zh 检查组 */
import type { InspectorId, TargetId } from '../base/brand.js';
import type { JointGroup } from '../match/try-formations.js';
import type { PastRound } from '../record/draw-state.js';

/** How a group is called: by its number from 1, or by its own name. */
export interface GroupLabel {
  readonly group: number;
  /** Of a fixed one. */
  readonly name?: string | undefined;
}

export interface ListedGroup extends GroupLabel {
  /** Of all agencies, ascending. */
  readonly inspectors: readonly InspectorId[];
}

export interface GroupsOfDraw {
  /** Of the last round; later rounds send persons, and their teams hold no longer. */
  readonly listed: readonly ListedGroup[];
  /** The group that a target was drawn with, whoever has joined or left since. */
  readonly ofTarget: ReadonlyMap<TargetId, GroupLabel>;
}

/** Nothing where no round went in teams. */
export const groupsOfDraw = (rounds: readonly PastRound[]): GroupsOfDraw | undefined => {
  const inTeams = rounds.filter(({ teams }) => teams !== undefined);
  if (inTeams.length === 0) return undefined;
  return { listed: labelled(rounds.at(-1)?.teams ?? []), ofTarget: new Map(inTeams.flatMap(targetsOf)) };
};

const labelled = (teams: readonly JointGroup[]): readonly ListedGroup[] => teams.map(({ name, inspectors }, k) => ({ group: k + 1, name, inspectors }));

const targetsOf = ({ assignments, teams = [] }: PastRound): readonly (readonly [TargetId, GroupLabel])[] => {
  const groups = new Map(labelled(teams).flatMap(({ group, name, inspectors }) => inspectors.map((id) => [id, { group, name }] as const)));
  return assignments.flatMap(({ target, inspectors: [first] }) => {
    const label = first === undefined ? undefined : groups.get(first);
    return label === undefined ? [] : [[target, label] as const];
  });
};
