/** Formation after formation, until one can be matched (match-spec M11.3–M11.6). @zh 编组 */
import { sortedBy } from '../base/text.js';
import type { AgencyRound } from './agency-round.js';
import { feasibility, type Flow } from './feasibility.js';
import { checkFormed, fixedTeams, formTeams, type TeamMembers } from './formation.js';
import { jointInstance, type JointVisits, jointVisits } from './joint-match.js';
import type { Instance } from './pair-graph.js';
import type { FormationStream, Stream } from './stream.js';
import type { TeamMode } from './team-mode.js';
import { teamCount, teamPeople } from './team-people.js';

/** Joint group k is the kth of a formation, from 1. @zh 联合检查组 */
export interface JointGroup {
  /** Of a fixed one. */
  readonly name?: string | undefined;
  /** Of all agencies, ascending. */
  readonly inspectors: TeamMembers;
}

/** One way to form the teams. @zh 编组 */
export interface Formation {
  readonly groups: readonly JointGroup[];
  /** Targets that stay without a group however one assigns; 0 of the formation that goes. */
  readonly shortage: number;
}

export interface MatchTeamsInput {
  readonly rounds: readonly AgencyRound[];
  readonly mode: TeamMode;
  /** Fresh streams by name. Without them nobody is assigned, and random teams have to be `formed` already. */
  readonly streams?: ((name: FormationStream) => Stream) | undefined;
  /** Teams as a record has them, formation by formation; only looked at where there are no streams. */
  readonly formed?: readonly (readonly TeamMembers[])[] | undefined;
}

/** What came of trying. */
export interface Tried {
  /** In their order; where one goes it is the last. */
  readonly formations: readonly Formation[];
  readonly visits: JointVisits;
  /** Absent where none can be matched. */
  readonly goes?: { readonly instance: Instance; readonly flow: Flow } | undefined;
}

/**
 * Forms teams until they can be matched, or as often as the rules allow.
 *
 * @throws RangeError where random teams are neither formed nor can be, or formed otherwise than M11.3 allows
 */
export const tryFormations = (input: MatchTeamsInput): Tried => {
  const visits = jointVisits(input.rounds);
  const { count, groupsOf } = formationsOf(input);
  const formations: Formation[] = [];
  for (let f = 0; f < count; f += 1) {
    const groups = groupsOf(f);
    const instance = jointInstance(visits, groups.map(({ inspectors }) => inspectors));
    const flow = feasibility(instance);
    formations.push({ groups, shortage: flow.ok ? 0 : flow.error.shortage });
    if (flow.ok) return { formations, visits, goes: { instance, flow: flow.value } };
  }
  return { formations, visits };
};

interface Formations {
  readonly count: number;
  readonly groupsOf: (f: number) => readonly JointGroup[];
}

/** Fixed teams, and no teams at all, are the same in every formation, so one is enough. */
const formationsOf = ({ rounds, mode, streams, formed }: MatchTeamsInput): Formations => {
  const agencies = teamPeople(rounds);
  if (mode.kind === 'fixed') return { count: 1, groupsOf: () => fixedTeams(agencies, mode.teams) };
  const { size } = mode;
  const teams = teamCount(agencies, size);
  const dealt = (f: number): readonly TeamMembers[] => {
    if (streams === undefined) return checkFormed({ agencies, size, teams, formed: formed?.[f] });
    const parts = agencies.map((agency) => formTeams({ agency, size, teams, stream: streams(`${agency.agency}#${f}`) }));
    return Array.from({ length: teams }, (_, k) => sortedBy(parts.flatMap((part) => part[k] ?? []), (id) => id));
  };
  return { count: teams === 0 ? 1 : mode.formations, groupsOf: (f) => dealt(f).map((inspectors) => ({ inspectors })) };
};
