/** What one person could expect of a round, and what came. */
import type { InspectorId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import { ODDS_BITS } from '../match/odds.js';
import type { AgencyInRound, FairVisit } from './fair-visits.js';
import { type OddsSpread, spreadOf } from './odds-spread.js';
import { type PersonBar, personBars } from './person-bars.js';
import { hundredthsOf } from './share.js';

export type PersonFairness = {
  readonly inspector: InspectorId;
  /** Visits in the whole draw, and those the person had when the round began. */
  readonly capacity: number;
  readonly load: number;
  /** Why the person can take none; empty for whoever can. */
  readonly bars: readonly PersonBar[];
  /** Visits of this round the person could take. */
  readonly eligible: number;
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
export const peopleInRound = ({ story, agency: { roster } }: AgencyInRound, visits: readonly FairVisit[]): readonly PersonFairness[] => {
  const units = collected(visits.flatMap(({ odds }) => odds.map((one) => [one.inspector, one.units] as const)));
  const loads = collected(visits.flatMap(({ assigned }) => assigned.map((id) => [id, 1] as const)));
  return sortedBy(roster, ({ id }) => id).map((person) => {
    const own = units.get(person.id) ?? [];
    const expectedUnits = own.reduce((sum, one) => sum + one, 0);
    return {
      inspector: person.id,
      capacity: person.capacity,
      load: person.load,
      bars: personBars({ story, person }),
      eligible: own.length,
      expectedUnits,
      expectedHundredths: hundredthsOf(expectedUnits),
      assigned: loads.get(person.id)?.length ?? 0,
      odds: spreadOf(own),
      withoutChoice: own.filter((one) => one === 1 << ODDS_BITS).length,
    };
  });
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
