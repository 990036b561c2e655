/** How likely a draw is to be one that cannot be matched, asked before anything is sealed (protocol §7). @zh 预测 */
import { z } from 'zod';
import type { AgencyCode, DrawId } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { eligibility } from '../match/eligibility.js';
import type { AgencyRound } from '../match/agency-round.js';
import { type AgencyCombination, batchCombination } from '../match/batch-combination.js';
import { drawKey } from '../draw/key.js';
import { explainInfeasible, type Infeasibility } from '../match/explain-infeasible.js';
import { feasibility } from '../match/feasibility.js';
import { drawSetting, type DrawSetting, type DrawSettingInput } from '../match/draw-setting.js';
import { inspectorStream } from '../match/stream.js';
import type { TeamMode } from '../match/team-mode.js';
import { tryFormations } from '../match/try-formations.js';
import type { Stratum } from '../plan/strata.js';
import { agencyCodeSchema } from '../registry/schemas.js';
import { alwaysFeasible } from './always-feasible.js';
import { SIMULATED, simulatedRounds } from './simulated-rounds.js';

export const forecastSchema = z
  .strictObject({
    agencies: z.array(z.strictObject({ agency: agencyCodeSchema, infeasible: z.int().min(0) }).readonly()).readonly(),
    draws: z.int().min(0),
    infeasible: z.int().min(0),
    proven: z.boolean(),
  })
  .readonly();
/** `infeasible` of `draws` simulated draws could not be matched. `proven`: no selection at all can fail, so none was simulated. */
export type Forecast = z.infer<typeof forecastSchema>;

export interface ForecastInput extends DrawSettingInput {
  readonly drawId: DrawId;
  readonly strata: readonly Stratum[];
  /** Of a batch that goes in teams. */
  readonly teams?: TeamMode | undefined;
  /** Simulated draws, 1 or more. With none of 300 failing, the chance is below 1 % at 95 % confidence. */
  readonly draws: number;
  readonly hash: HashText;
  /** Told after each simulated draw. */
  readonly onDraw?: (done: number) => void;
}


/**
 * Simulates draws under the rehearsal scheme, which no real draw can be foretold from.
 *
 * @throws RangeError if `draws` is not an integer from 1
 */
export const forecast = (input: ForecastInput): Forecast => {
  const { draws, onDraw } = input;
  if (!Number.isSafeInteger(draws) || draws < 1) throw new RangeError(`forecast: draws ${draws} is not an integer from 1`);
  const setting = drawSetting(input);
  if (input.teams !== undefined) return forecastTeams(input, setting, input.teams);
  const agencies = [...setting.rosters.keys()];
  const open = new Set(agencies.filter((agency) => !alwaysFeasible({ ...input, agency, setting })));
  const failures = new Map<AgencyCode, number>(agencies.map((agency) => [agency, 0]));
  let infeasible = 0;
  for (let index = 1; open.size > 0 && index <= draws; index += 1) {
    const short = shortAgencies(input, setting, open, index);
    if (short.length > 0) infeasible += 1;
    for (const agency of short) failures.set(agency, (failures.get(agency) ?? 0) + 1);
    onDraw?.(index);
  }
  const proven = open.size === 0;
  return { agencies: [...failures].map(([agency, count]) => ({ agency, infeasible: count })), draws: proven ? 0 : draws, infeasible, proven };
};

/** Nothing is proven of teams, and what fails is no one agency's. */
const forecastTeams = (input: ForecastInput, setting: DrawSetting, mode: TeamMode): Forecast => {
  const { drawId, draws, hash, onDraw } = input;
  let infeasible = 0;
  for (let index = 1; index <= draws; index += 1) {
    const key = drawKey({ scheme: SIMULATED, drawId, stage: 'inspectors', round: 0, seed: `forecast:${index}`, hash });
    const { goes } = tryFormations({ rounds: simulatedRounds(input, setting, index), mode, streams: (agency) => inspectorStream({ scheme: SIMULATED, key, agency, hash }) });
    if (goes === undefined) infeasible += 1;
    onDraw?.(index);
  }
  return { agencies: [], draws, infeasible, proven: false };
};

/** Basis points of simulated draws that could not be matched, rounded up. */
export const forecastBasisPoints = ({ draws, infeasible }: Forecast): number => {
  if (draws === 0) return 0;
  const product = infeasible * 10000;
  return (product - (product % draws)) / draws + (product % draws > 0 ? 1 : 0);
};

const shortAgencies = (input: ForecastInput, setting: DrawSetting, open: ReadonlySet<AgencyCode>, index: number): readonly AgencyCode[] =>
  simulatedRounds(input, setting, index)
    .filter((round) => open.has(round.agency) && !feasibility(eligibility(round).instance).ok)
    .map(({ agency }) => agency);

/** A simulated draw that could not be matched: all its matches, why those that cannot be done cannot, and what would help together. */
export interface ForecastExample {
  readonly rounds: readonly AgencyRound[];
  readonly found: readonly Infeasibility[];
  readonly combinations: readonly AgencyCombination[];
}

/** The first simulated draw that could not be matched; nothing where none failed, or where teams are sent. */
export const forecastExample = (input: ForecastInput): ForecastExample | undefined => {
  if (input.teams !== undefined) return undefined;
  const setting = drawSetting(input);
  for (let index = 1; index <= input.draws; index += 1) {
    const rounds = simulatedRounds(input, setting, index);
    const found = rounds.flatMap((round) => explainInfeasible({ round, candidates: [] }) ?? []);
    if (found.length > 0) return { rounds, found, combinations: batchCombination({ rounds, candidates: () => [] }) ?? [] };
  }
  return undefined;
};
