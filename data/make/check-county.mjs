/** Whether the year can be served by these people: capacity with margin, and a flow over many random draws. */
import { strataOf } from './quota.mjs';
import { createRandom } from './random.mjs';
import { unservedVisits } from './visit-flow.mjs';

const PEOPLE = 2;
const DRAWS = 100;
/** The county's default where 每批次上限 is empty (ssj.json). */
const DEFAULT_CAPACITY = 6;
const AWAY = ['离岗', '离职', '退休', '借调', '病假', '停用'];
const MARGIN = 1.15;

/** On duty, with capacity, and with every qualification the batch's items ask of the agency. */
const rosterOf = (agency, batch, { inspectors, items }) => {
  const needed = items.filter((item) => batch.categories.includes(item.category) && item.agencies.includes(agency)).flatMap(({ qualifications }) => qualifications);
  return inspectors
    .filter((one) => one.agency === agency && !AWAY.includes(one.status) && needed.every((name) => one.qualifications.includes(name)))
    .map(({ number, capacity }) => ({ number, capacity: capacity ?? DEFAULT_CAPACITY }))
    .filter(({ capacity }) => capacity > 0);
};

const isServed = (selected, roster, recused, agency) => {
  const eligible = selected.map(({ code }) => [...roster.keys()].filter((at) => !recused.has(`${agency}/${roster[at].number} ${code}`)));
  return unservedVisits({ eligible, capacities: roster.map(({ capacity }) => capacity), people: PEOPLE }) === 0;
};

const checkAgency = (agency, batch, quota, draws, county) => {
  const roster = rosterOf(agency, batch, county);
  const capacity = roster.reduce((sum, one) => sum + one.capacity, 0);
  const recused = new Set(county.recusals.map((one) => `${one.agency}/${one.number} ${one.code}`));
  const failures = draws.filter((selected) => !isServed(selected, roster, recused, agency)).length;
  return { agency, people: roster.length, capacity, ratio: capacity / (PEOPLE * quota), failures };
};

/**
 * @param {{ targets: readonly object[], inspectors: readonly object[], items: readonly object[], recusals: readonly object[], batches: readonly object[] }} county
 * @returns one line a batch: pool, quota, and for each agency people, capacity, its ratio to the need, draws that failed
 */
export const checkCounty = (county) =>
  county.batches.map((batch) => {
    const random = createRandom(`check ${batch.number}`);
    const strata = strataOf(batch, county.targets);
    const quota = strata.reduce((sum, stratum) => sum + stratum.quota, 0);
    const draws = Array.from({ length: DRAWS }, () => strata.flatMap(({ pool, quota: size }) => random.shuffled(pool).slice(0, size)));
    const agencies = [batch.lead, ...batch.cooperating].map((agency) => checkAgency(agency, batch, quota, draws, county));
    return { batch, pools: strata.map(({ pool }) => pool.length), quotas: strata.map((stratum) => stratum.quota), quota, agencies };
  });

/** What is wrong with a checked batch, in words; empty where it can be served. */
export const faultsOf = ({ batch, pools, quotas, quota, agencies }) => [
  ...(quota < 40 || quota > 120 ? [`${batch.number}: quota ${quota}`] : []),
  ...(quotas.some((size, at) => size > pools[at]) ? [`${batch.number}: quota above pool`] : []),
  ...agencies.filter(({ ratio, failures }) => ratio < MARGIN || failures > 0).map((one) => `${batch.number} ${one.agency}: ${one.capacity} visits, ${one.ratio.toFixed(2)} of the need, ${one.failures} draws failed`),
];
