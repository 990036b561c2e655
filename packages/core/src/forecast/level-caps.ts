/** The least bound on everybody of an agency that costs no draw its match (draw-spec D5.10). @zh 均衡 */
import type { AgencyCode } from '../base/brand.js';
import type { AgencyRound } from '../match/agency-round.js';
import { drawSetting } from '../match/draw-setting.js';
import { eligibility } from '../match/eligibility.js';
import { feasibility } from '../match/feasibility.js';
import type { LevelCap } from '../plan/level-cap.js';
import { type ForecastInput } from './forecast.js';
import { simulatedRounds } from './simulated-rounds.js';

/** Simulated draws that decide, whatever a forecast asks for. */
export const LEVELLING_DRAWS = 300;

/** What the caps follow from: the roster is that without any. */
export type LevelCapsInput = Omit<ForecastInput, 'draws'>;

/**
 * One cap for each agency that visits, ascending. A lower cap only takes possibilities away, so the least one that is low
 * enough is found by halving.
 */
export const levelCaps = (input: LevelCapsInput): readonly LevelCap[] => {
  const setting = drawSetting(input);
  const rounds = new Map<AgencyCode, AgencyRound[]>([...setting.rosters.keys()].map((agency) => [agency, []]));
  for (let index = 1; index <= LEVELLING_DRAWS; index += 1) {
    for (const round of simulatedRounds(input, setting, index)) if (isFeasible(round)) rounds.get(round.agency)?.push(round);
    input.onDraw?.(index);
  }
  return [...rounds].map(([agency, feasible]) => ({ agency, cap: leastCap(feasible, Math.max(1, ...(setting.rosters.get(agency) ?? []).map(({ capacity }) => capacity))) }));
};

/** `highest` is no bound on anybody. */
const leastCap = (rounds: readonly AgencyRound[], highest: number): number => {
  let low = 1;
  let high = highest;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (rounds.every((round) => isFeasible(capped(round, middle)))) high = middle;
    else low = middle + 1;
  }
  return low;
};

const capped = (round: AgencyRound, cap: number): AgencyRound => ({ ...round, roster: round.roster.map((person) => ({ ...person, capacity: Math.min(person.capacity, cap) })) });

const isFeasible = (round: AgencyRound): boolean => feasibility(eligibility(round).instance).ok;
