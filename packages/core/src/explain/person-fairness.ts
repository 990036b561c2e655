/** What one person could expect of a round, and what came. */
import type { InspectorId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import type { RosterEntry } from '../match/agency-round.js';
import { eligibility } from '../match/eligibility.js';
import { ODDS_BITS } from '../match/odds.js';
import type { AgencyInRound, FairVisit } from './fair-visits.js';
import { type OddsSpread, spreadOf } from './odds-spread.js';
import { type PairBar, pairBars } from './pair-outcome.js';
import { personBars } from './person-bars.js';
import { hundredthsOf } from './share.js';

export type PersonFairness = {
  readonly inspector: InspectorId;
  /** Visits in the whole draw, and those the person had when the round began. */
  readonly capacity: number;
  readonly load: number;
  /** Visits of this round the person could take. */
  readonly eligible: number;
  /** Where that is none, why: no capacity, or whatever stands against the person at one visit or another. */
  readonly bars: readonly PairBar[];
  /** Σ q: in units of 1/65536, and in hundredths of a visit rounded down. */
  readonly expectedUnits: number;
  readonly expectedHundredths: number;
  /** New visits of this round. */
  readonly assigned: number;
  /** Over the visits the person could take. */
  readonly odds?: OddsSpread | undefined;
  /** Visits with chance 1. */
  readonly withoutChoice: number;
};

/** Ascending by id. */
export const peopleInRound = ({ story, drawn, agency }: AgencyInRound, visits: readonly FairVisit[]): readonly PersonFairness[] => {
  const units = collected(visits.flatMap(({ odds }) => odds.map((one) => [one.inspector, one.units] as const)));
  const loads = collected(visits.flatMap(({ assigned }) => assigned.map((id) => [id, 1] as const)));
  const { instance } = eligibility(agency);
  return sortedBy(agency.roster, ({ id }) => id).map((person, i) => {
    const eligible = instance.eligible.filter((row) => row.includes(i)).length;
    const own = units.get(person.id) ?? [];
    const expectedUnits = own.reduce((sum, one) => sum + one, 0);
    return {
      inspector: person.id,
      capacity: person.capacity,
      load: person.load,
      eligible,
      bars: eligible === 0 ? barsEverywhere({ story, drawn, agency }, person) : [],
      expectedUnits,
      expectedHundredths: hundredthsOf(expectedUnits),
      assigned: loads.get(person.id)?.length ?? 0,
      odds: spreadOf(own),
      withoutChoice: own.filter((one) => one === 1 << ODDS_BITS).length,
    };
  });
};

const barsEverywhere = (input: AgencyInRound, person: RosterEntry): readonly PairBar[] => {
  const own = personBars({ story: input.story, person });
  if (own.length > 0) return own;
  const bars = input.agency.visits.filter(({ people }) => people > 0).flatMap((visit) => pairBars({ ...input, visit, person }));
  return [...new Map(bars.map((bar) => [JSON.stringify(bar), bar])).values()];
};

const collected = (entries: readonly (readonly [InspectorId, number])[]): ReadonlyMap<InspectorId, readonly number[]> => {
  const lists = new Map<InspectorId, number[]>();
  for (const [id, value] of entries) {
    const list = lists.get(id);
    if (list === undefined) lists.set(id, [value]);
    else list.push(value);
  }
  return lists;
};
