/** The visits of one agency in one round: who could come with which chance, and who comes. */
import type { InspectorId, TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import type { AgencyRound } from '../match/agency-round.js';
import { type OddsSpread, spreadOf } from './odds-spread.js';
import type { DrawnStory, RecordStory } from './record-story.js';

/** One agency of a drawn round. */
export interface AgencyInRound {
  readonly story: RecordStory;
  readonly drawn: DrawnStory;
  readonly agency: AgencyRound;
}

/** One person's chance at one visit, in units of 1/65536. */
export type PersonOdds = { readonly inspector: InspectorId; readonly units: number };

export type FairVisit = {
  readonly target: TargetId;
  readonly name?: string | undefined;
  /** To fill in this round. */
  readonly places: number;
  /** Everybody who could come, as the record has them. */
  readonly odds: readonly PersonOdds[];
  readonly spread?: OddsSpread | undefined;
  readonly assigned: readonly InspectorId[];
};

/** Ascending by target. */
export const fairVisits = ({ story, drawn, agency }: AgencyInRound): readonly FairVisit[] => {
  const names = new Map(story.registry.targets.map(({ id, name }) => [id, name]));
  const rows = new Map(drawn.odds.flatMap((row) => (row.agency === agency.agency ? [[row.target, row.odds]] : [])));
  const assigned = new Map(drawn.assignments.flatMap((row) => (row.agency === agency.agency ? [[row.target, row.inspectors]] : [])));
  return sortedBy(agency.visits.filter(({ people }) => people > 0), ({ target }) => target).map(({ target, people }) => {
    const odds = (rows.get(target) ?? []).map(([inspector, units]) => ({ inspector, units }));
    return { target, name: names.get(target), places: people, odds, spread: spreadOf(odds.map(({ units }) => units)), assigned: assigned.get(target) ?? [] };
  });
};
