/** People into teams (match-spec M11.3, M11.4). @zh 随机分组、固定分组 */
import type { InspectorId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import type { FixedTeam } from '../registry/schemas.js';
import type { Stream } from './stream.js';
import { isLeader, type TeamPeople } from './team-people.js';

/** A team of several agencies, or one of its parts: ascending. */
export type TeamMembers = readonly InspectorId[];

export interface FormTeamsInput {
  readonly agency: TeamPeople;
  readonly size: number;
  /** T, of all agencies. */
  readonly teams: number;
  /** Fresh, of this agency and formation. */
  readonly stream: Pick<Stream, 'shuffled'>;
}

/**
 * One agency's teams of one formation: whoever is dealt to none of them is in reserve (待命).
 *
 * @throws RangeError if the agency cannot fill that many teams
 */
export const formTeams = ({ agency: { agency, people, leadersEach }, size, teams, stream }: FormTeamsInput): readonly TeamMembers[] => {
  const ids = people.map(({ id }) => id);
  const leaders = leadersEach === 0 ? [] : stream.shuffled(people.filter(isLeader).map(({ id }) => id)).slice(0, teams * leadersEach);
  const dealt = new Set(leaders);
  const rest = stream.shuffled(ids.filter((id) => !dealt.has(id)));
  const open = size - leadersEach;
  if (open < 0 || leaders.length < teams * leadersEach || rest.length < teams * open) throw new RangeError(`formTeams: ${agency} cannot fill ${teams} teams of ${size}`);
  return Array.from({ length: teams }, (_, k) => sortedBy([...leaders.slice(k * leadersEach, (k + 1) * leadersEach), ...rest.slice(k * open, (k + 1) * open)], (id) => id));
};

/** The groups of the registry that have people of every agency of the match, without those who have no visit left (M11.4). */
export const fixedTeams = (agencies: readonly TeamPeople[], teams: readonly FixedTeam[]): readonly { readonly name: string; readonly inspectors: TeamMembers }[] => {
  const parts = agencies.map(({ people }) => new Set(people.map(({ id }) => id)));
  return sortedBy(teams, ({ group }) => group).flatMap(({ group, inspectors }) => {
    const present = inspectors.filter((id) => parts.some((part) => part.has(id)));
    return parts.every((part) => present.some((id) => part.has(id))) ? [{ name: group, inspectors: sortedBy(present, (id) => id) }] : [];
  });
};

export interface CheckFormedInput {
  readonly agencies: readonly TeamPeople[];
  readonly size: number;
  readonly teams: number;
  readonly formed: readonly TeamMembers[] | undefined;
}

/**
 * A formation as a record has it, which nobody can form again before the secret is known.
 *
 * @throws RangeError where M11.3 could never form it
 */
export const checkFormed = ({ agencies, size, teams, formed }: CheckFormedInput): readonly TeamMembers[] => {
  const refuse = (what: string): never => {
    throw new RangeError(`M11.3: ${what}`);
  };
  if (formed === undefined) return refuse('a formation is not recorded');
  if (formed.length !== teams) refuse(`${formed.length} teams instead of ${teams}`);
  if (new Set(formed.flat()).size !== formed.flat().length) refuse('somebody is in two teams');
  formed.forEach((members, k) => {
    const parts = agencies.map(({ people, leadersEach }) => ({ part: people.filter(({ id }) => members.includes(id)), leadersEach }));
    if (members.length !== agencies.length * size || parts.some(({ part }) => part.length !== size)) refuse(`team ${k + 1} has not ${size} people of every agency`);
    if (parts.some(({ part, leadersEach }) => part.filter(isLeader).length < leadersEach)) refuse(`team ${k + 1} has too few leaders`);
    if (members.some((id, at) => id !== sortedBy(members, (one) => one)[at])) refuse(`team ${k + 1} is not in order`);
  });
  return formed;
};
