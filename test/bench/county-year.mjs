// The sample county's whole year: every batch of its plan drawn and matched, without its files.
import { hash as hashOf } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@shuangsuiji/core';
import seedrandom from 'seedrandom';
import { registryTables } from '../../packages/cli/dist/excel/columns.js';
import { readTable } from '../../packages/cli/dist/excel/read-table.js';
import { textsBelow } from './county.mjs';
import { greedyOpenPlaces } from './greedy.mjs';
import { interleave } from './measure.mjs';

const hash = (text) => hashOf('sha256', text, 'hex');
const value = (result) => {
  if (!result.ok) throw new TypeError(JSON.stringify(result.error).slice(0, 400));
  return result.value;
};

/** Registries as the demo froze them, and the batches of its plan. */
const readYear = async ({ demo, record }) => {
  const registries = value(core.readRegistry(textsBelow(record), hash));
  const settings = core.settingsSchema.parse(JSON.parse(readFileSync(join(demo, 'ssj.json'), 'utf8')));
  const file = join(demo, '计划', '年度抽查计划.xlsx');
  const table = value(await readTable({ file, bytes: readFileSync(file), definition: registryTables.plan }));
  const { batches } = core.readPlan({ table, agencies: core.agencyResolver({ agencies: registries.agencies }), items: registries.items, year: settings.year });
  return { registries, settings, batches };
};

const planOf = ({ registries, settings }, planned) => core.planBatch({ planned, settings, targets: registries.targets, items: registries.items, inspectors: registries.inspectors, agencies: registries.agencies, appointments: registries.appointments, teams: registries.teams, past: core.NO_PAST });

const drawIdOf = (at) => core.drawIdOf('652722', 2026, at + 1);
const keyOf = (at, stage, round) => core.drawKey({ scheme: 'ssj/1', drawId: drawIdOf(at), stage, round: 0, seed: `dice:${round}`, hash });

/** The matches of all batches, one for each agency. */
const drawnRounds = (year, plans, round) =>
  plans.flatMap((plan, at) => {
    const setting = core.drawSetting({ frame: plan.rows, visits: plan.visits, roster: plan.roster, recusals: year.registries.recusals, areas: core.areasOf(year.registries.targets), bars: [], closesOwnAreas: false });
    const drawn = core.drawTargets({ scheme: 'ssj/1', key: keyOf(at, 'targets', round), pool: plan.rows, quotas: core.quotasOf(plan.strata), hash });
    return core.roundsOfDraw(setting, drawn.map(({ id }) => id)).map((agency) => ({ at, agency }));
  });

const matchAll = (rounds, round) => {
  for (const { at, agency } of rounds) value(core.matchAgency({ round: agency, stream: core.inspectorStream({ scheme: 'ssj/1', key: keyOf(at, 'inspectors', round), agency: agency.agency, hash }) }));
};

const WARM_UP = 2;

export const measureCountyYear = async ({ county, isQuick }) => {
  const year = await readYear(county);
  const plans = year.batches.map((planned) => planOf(year, planned));
  const rounds = isQuick ? 3 : 9;
  const drawn = new Map(Array.from({ length: rounds + WARM_UP }, (_, at) => [at - WARM_UP, drawnRounds(year, plans, at - WARM_UP)]));
  const instances = new Map([...drawn].map(([round, matches]) => [round, matches.map(({ agency }) => core.eligibility(agency).instance)]));
  const samples = await interleave({
    rounds,
    warmUp: WARM_UP,
    contestants: {
      match: (round) => matchAll(drawn.get(round), round),
      greedy: (round) => instances.get(round).map((instance) => greedyOpenPlaces(instance, seedrandom(`greedy ${round}`))),
      whole: (round) => matchAll(drawnRounds(year, year.batches.map((planned) => planOf(year, planned)), round), round),
    },
  });
  const what = `a county's year, ${plans.length} batches`;
  return [
    { what: `${what} matched`, samples: samples.match, peer: 'random greedy', peerSamples: samples.greedy, most: 2000 },
    { what: `${what} planned, drawn and matched`, samples: samples.whole, peer: 'the match alone', peerSamples: samples.match },
  ];
};
