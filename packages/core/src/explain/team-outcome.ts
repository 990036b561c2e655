/** One joint group and one target in a round that went in teams: sent, not sent with which chance, or barred by what (match-spec M11.5). */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { jointVisits, type TeamBar, teamBars } from '../match/joint-match.js';
import { ODDS_BITS } from '../match/odds.js';
import { type PairBar, pairBars } from './pair-outcome.js';
import type { DrawnStory, RecordStory } from './record-story.js';
import { type Share, shareOf } from './share.js';

/** What stands against a group at a target, with the grounds against its people. @zh 检查组不可派原因 */
export type TeamBarTold =
  | Exclude<TeamBar, { readonly kind: 'members' }>
  | { readonly kind: 'member'; readonly agency: AgencyCode; readonly inspector: InspectorId; readonly bars: readonly PairBar[] };

export type TeamOutcome =
  | { readonly kind: 'assigned'; readonly chance: Share }
  | { readonly kind: 'not-assigned'; readonly chance: Share }
  | { readonly kind: 'barred'; readonly bars: readonly TeamBarTold[] };

/** A joint group of the formation that went. */
export type ToldTeam = {
  /** From 1. */
  readonly group: number;
  /** Of a fixed one. */
  readonly name?: string | undefined;
  readonly inspectors: readonly InspectorId[];
};

/** The formation that went; `undefined` where none could be matched. */
export const teamsThatWent = ({ match, inTeams }: DrawnStory): readonly ToldTeam[] | undefined => {
  if (inTeams === undefined || match.outcome !== 'matched') return undefined;
  return inTeams.formations.at(-1)?.teams.map(({ name, inspectors }, k) => ({ group: k + 1, name, inspectors }));
};

/** Of every group at every target; made once for a round. */
export const teamOutcomes = (story: RecordStory, drawn: DrawnStory): ((target: TargetId, team: ToldTeam) => TeamOutcome) => {
  const { needs } = jointVisits(drawn.agencies);
  const odds = new Map(drawn.inTeams?.odds.map((row) => [row.target, new Map(row.odds)]));
  const sent = new Map<TargetId, Set<InspectorId>>();
  for (const { target, inspectors } of drawn.assignments) sent.set(target, new Set([...(sent.get(target) ?? []), ...inspectors]));
  return (target, { group, inspectors }) => {
    const units = odds.get(target)?.get(group);
    if (units !== undefined) return { kind: inspectors.some((id) => sent.get(target)?.has(id)) ? 'assigned' : 'not-assigned', chance: shareOf(units, 1 << ODDS_BITS) };
    return { kind: 'barred', bars: teamBars(needs.get(target) ?? [], inspectors).flatMap((bar) => toldBars(story, drawn, target, bar)) };
  };
};

const toldBars = (story: RecordStory, drawn: DrawnStory, target: TargetId, bar: TeamBar): readonly TeamBarTold[] => {
  if (bar.kind !== 'members') return [bar];
  const agency = drawn.agencies.find((one) => one.agency === bar.agency);
  const visit = agency?.visits.find((need) => need.target === target);
  return bar.inspectors.flatMap((inspector): readonly TeamBarTold[] => {
    const person = agency?.roster.find(({ id }) => id === inspector);
    return agency === undefined || visit === undefined || person === undefined ? [] : [{ kind: 'member', agency: bar.agency, inspector, bars: pairBars({ story, agency, visit, person }) }];
  });
};
