/** How often two people of an agency meet at visits, beside what one would expect if the visits had nothing to do with each other. @zh 同行 */
import type { InspectorId } from '../base/brand.js';
import { compareUtf8, sortedBy } from '../base/text.js';
import { ODDS_BITS } from '../match/odds.js';
import { meetingChances } from './meeting-chances.js';

const WHOLE = 1 << ODDS_BITS;

/** One visit of a round. */
export interface MetVisit {
  /** Of everybody eligible: in units of 1/65536. */
  readonly odds: readonly { readonly inspector: InspectorId; readonly units: number }[];
  readonly assigned: readonly InspectorId[];
}

/** Two people who could meet. */
export type PairMeetings = {
  readonly first: InspectorId;
  readonly second: InspectorId;
  /** Visits to which both were sent. */
  readonly times: number;
  /** Visits one would expect, in units of 1/65536. */
  readonly expectedUnits: number;
};

export type Meetings = {
  /** Everybody who could meet, those who met most often first, then ascending. */
  readonly pairs: readonly PairMeetings[];
  /** Pairs that met twice or more. */
  readonly metAgain: number;
  /** How many of them one would expect, in units of 1/65536. */
  readonly expectedMetAgainUnits: number;
};

/** Pairs as positions in a triangle: people ascending, `first < second`. */
interface Tally {
  readonly times: Float64Array;
  readonly expected: Float64Array;
  /** Chances that the pair has not met so far, and that it has met once. */
  readonly never: Float64Array;
  readonly once: Float64Array;
}

/** Those drawn in one round; whoever was on a visit before was not drawn together with them. */
export const meetingsAt = (visits: readonly MetVisit[]): Meetings => {
  const people = [...new Set(visits.flatMap(({ odds }) => odds.map(({ inspector }) => inspector)))].sort(compareUtf8);
  const size = people.length * people.length;
  const tally: Tally = { times: new Float64Array(size), expected: new Float64Array(size), never: new Float64Array(size).fill(1), once: new Float64Array(size) };
  const positionOf = new Map(people.map((id, at) => [id, at]));
  for (const visit of visits) addVisit(tally, visit, positionOf);
  const pairs: PairMeetings[] = [];
  let metAgain = 0;
  let expectedMetAgain = 0;
  people.forEach((first, a) => people.slice(a + 1).forEach((second, offset) => {
    const at = a * people.length + a + 1 + offset;
    const times = tally.times[at] ?? 0;
    const expected = tally.expected[at] ?? 0;
    if (expected === 0 && times === 0) return;
    pairs.push({ first, second, times, expectedUnits: Math.round(expected * WHOLE) });
    if (times > 1) metAgain += 1;
    expectedMetAgain += Math.max(0, 1 - (tally.never[at] ?? 0) - (tally.once[at] ?? 0));
  }));
  return { pairs: pairs.sort((a, b) => b.times - a.times), metAgain, expectedMetAgainUnits: Math.round(expectedMetAgain * WHOLE) };
};

const addVisit = ({ times, expected, never, once }: Tally, { odds, assigned }: MetVisit, positionOf: ReadonlyMap<InspectorId, number>): void => {
  const row = sortedBy(odds, ({ inspector }) => inspector);
  const chance = meetingChances(row.map(({ units }) => units), WHOLE);
  const here = new Set(assigned);
  row.forEach(({ inspector: second }, b) => {
    for (let a = 0; a < b; a += 1) {
      const first = row[a]?.inspector;
      if (first === undefined) continue;
      const at = (positionOf.get(first) ?? 0) * positionOf.size + (positionOf.get(second) ?? 0);
      const both = chance[a * row.length + b] ?? 0;
      expected[at] = (expected[at] ?? 0) + both;
      once[at] = (once[at] ?? 0) * (1 - both) + (never[at] ?? 0) * both;
      never[at] = (never[at] ?? 0) * (1 - both);
      if (here.has(first) && here.has(second)) times[at] = (times[at] ?? 0) + 1;
    }
  });
};
