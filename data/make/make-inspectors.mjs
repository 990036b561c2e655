/** The 208 inspectors. */
import { AGENCIES, STATIONS } from './agencies.mjs';
import { makePersonNames } from './person-names.mjs';
import { createRandom } from './random.mjs';

/**
 * @typedef {object} Inspector
 * @property {string} agency code
 * @property {string} number
 * @property {string} name
 * @property {string} agencyCell what stands in the workbook: name, alias or code
 * @property {readonly string[]} qualifications
 * @property {string} licenceNumber
 * @property {string} licenceUntil yyyy-MM-dd, or another spelling of it
 * @property {string} otherLicenceNumber
 * @property {string} otherLicenceUntil
 * @property {string} status
 * @property {number | undefined} capacity empty: the county's default
 * @property {string} mayLead 是, 否 or empty
 */

const two = (number) => String(number).padStart(2, '0');
const three = (number) => String(number).padStart(3, '0');

const licenceEnd = (random) => `${random.between(2028, 2031)}-${random.pick(['12-31', '06-30', '08-14', '04-22', '10-19', '03-05'])}`;

/** Most cells are dates; some offices type them. */
const typed = (day, random) => {
  const [year, month, date] = day.split('-').map(Number);
  return random.weighted([[day, 1], [`${year}/${month}/${date}`, 1], [`${year}年${month}月${date}日`, 1], [`${year}.${month}.${date}`, 1]]);
};

/** The bureau's people first, the stations' after them: the number tells where somebody works. */
const workplace = (agency, index, random) => {
  if (agency.code !== 'SCJG') return { number: `${agency.prefix}${three(index + 1)}`, cell: random.weighted([[agency.name, 8], [agency.aliases[0], 1], [agency.code, 1]]) };
  const station = index < 24 ? 0 : 1 + ((index - 24) % STATIONS.length);
  const cell = station === 0 ? random.weighted([['市场监督管理局', 8], ['县市场监管局', 2]]) : STATIONS[station - 1];
  return { number: two(station) + two(station === 0 ? index + 1 : 1 + Math.floor((index - 24) / STATIONS.length)), cell };
};

/** Who is away, who is not drawn and who holds what; qualified people are those who are there, as far as they reach. */
const rolesOf = (agency, random) => {
  const order = random.shuffled(Array.from({ length: agency.size }, (_, index) => index));
  const away = new Map(agency.away.map((status, k) => [order[k], status]));
  const notDrawn = new Set(order.slice(away.size, away.size + agency.notDrawn));
  const present = order.slice(away.size + agency.notDrawn);
  const held = agency.qualifications.map(([name, count]) => {
    const holders = [...random.shuffled(present), ...away.keys(), ...notDrawn];
    return { name, holders: new Set(holders.slice(0, count)) };
  });
  return { away, notDrawn, qualificationsOf: (index) => held.filter(({ holders }) => holders.has(index)).map(({ name }) => name) };
};

const capacityOf = (agency, random) => {
  const [low, high] = agency.capacity;
  if (agency.code !== 'SCJG') return random.between(low, high);
  return random.weighted([[undefined, 7], [2, 4], [4, 10], [6, 20], [8, 28], [10, 18], [12, 13]]);
};

const inspectorAt = (agency, serial, roles, random) => (name, index) => {
  const { number, cell } = workplace(agency, index, random);
  const until = licenceEnd(random);
  const hasOther = agency.code === 'SCJG' && random.chance(30);
  return {
    agency: agency.code,
    number,
    name,
    agencyCell: cell,
    qualifications: roles.qualificationsOf(index),
    licenceNumber: `652722${two(serial)}${three(index + 1)}`,
    licenceUntil: random.chance(8) ? typed(until, random) : until,
    otherLicenceNumber: hasOther ? `GS6527${three(index + 1)}` : '',
    otherLicenceUntil: hasOther ? `2028-${random.pick(['06-30', '12-31'])}` : '',
    status: roles.away.get(index) ?? random.weighted([['在岗', 80], ['在职', 6], ['', 8], ['正常', 6]]),
    capacity: roles.notDrawn.has(index) ? 0 : capacityOf(agency, random),
    mayLead: agency.namesLeads ? (random.chance(68) ? '是' : '否') : '',
  };
};

/** @returns {readonly Inspector[]} agency by agency */
export const makeInspectors = () => {
  const random = createRandom('inspectors');
  const names = makePersonNames(AGENCIES.reduce((sum, { size }) => sum + size, 0), random);
  let next = 0;
  return AGENCIES.flatMap((agency, serial) => {
    const own = names.slice(next, (next += agency.size));
    return own.map(inspectorAt(agency, serial + 1, rolesOf(agency, random), random));
  });
};
