/** The 12,362 targets of the county. */
import { AREAS } from './areas.mjs';
import { makeFirmName } from './firm-names.mjs';
import { KINDS, SECOND_LABELS } from './kinds.mjs';
import { createRandom } from './random.mjs';
import { makeRegistrationNumber, makeUscc } from './target-codes.mjs';

export const TARGET_COUNT = 12362;
const SECOND_ROW_PERCENT = 6.5;

/**
 * @typedef {object} Target
 * @property {string} name
 * @property {string} code
 * @property {string} formerCode empty where there is none
 * @property {string} registrar
 * @property {string} area
 * @property {string} entityType
 * @property {string} foundedOn yyyy-MM-dd
 * @property {string} status empty: not filled in
 * @property {string} industry
 * @property {string} riskClass A to D
 * @property {string} address
 * @property {readonly string[]} tags
 * @property {string} secondTag the label of a second row; empty where there is none
 * @property {string} lastInspectedOn empty where there was none
 */

const STATUSES = [['存续（在营）', 9150], ['存续', 110], ['开业', 90], ['在营', 60], ['', 50], ['注销', 270], ['吊销', 170], ['迁出', 100]];
const RISK_CLASSES = [['A', 6500], ['B', 2500], ['C', 800], ['D', 200]];

const two = (number) => String(number).padStart(2, '0');
const dayIn = (firstYear, lastYear, random) => `${random.between(firstYear, lastYear)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;

/** Calls `make` until it gives something new. */
const fresh = (seen, make) => {
  for (;;) {
    const value = make();
    if (seen.has(value)) continue;
    seen.add(value);
    return value;
  }
};

const makeAddress = (area, random) => `新疆博尔塔拉蒙古自治州精河县${area.name}${random.pick(area.places)}${random.between(1, 320)}${area.houses}`;

const labelsOf = (kind, random) => [...kind.tags, ...kind.maybe.filter(([, percent]) => random.chance(percent)).map(([tag]) => tag)];

const secondLabel = (tags, random) => {
  const label = SECOND_LABELS[tags[0] ?? ''];
  return label !== undefined && !tags.includes(label) && random.chance(SECOND_ROW_PERCENT) ? label : '';
};

/** 15-digit numbers belong to firms from before the unified code that never changed their licence. */
const makeCodes = (entityType, codes, random) => {
  const isOld = random.chance(15);
  const registration = () => fresh(codes, () => makeRegistrationNumber(entityType, random));
  if (isOld) return { code: registration(), formerCode: '', foundedOn: dayIn(2003, 2014, random) };
  const foundedOn = dayIn(...random.weighted([[[2006, 2014], 22], [[2016, 2020], 38], [[2021, 2025], 40]]), random);
  const formerCode = foundedOn < '2015' && random.chance(40) ? registration() : '';
  return { code: fresh(codes, () => makeUscc(entityType, random)), formerCode, foundedOn };
};

const makeTarget = (kind, seen, random) => {
  const [enterprises, individuals, cooperatives] = kind.mix;
  const entityType = random.weighted([['企业', enterprises], ['个体工商户', individuals], ['农民专业合作社', cooperatives]]);
  const area = random.weighted(AREAS.map((one) => [one, one.share]));
  const { code, formerCode, foundedOn } = makeCodes(entityType, seen.codes, random);
  const tags = labelsOf(kind, random);
  return {
    name: fresh(seen.names, () => makeFirmName({ entityType, kind, area: area.name }, random)),
    code,
    formerCode,
    registrar: '精河县市场监督管理局',
    area: area.name,
    entityType,
    foundedOn,
    status: random.weighted(STATUSES),
    industry: kind.industry,
    riskClass: random.weighted(RISK_CLASSES),
    address: makeAddress(area, random),
    tags,
    secondTag: secondLabel(tags, random),
    lastInspectedOn: random.chance(30) && foundedOn < '2025' ? dayIn(Math.max(2023, Number(foundedOn.slice(0, 4)) + 1), 2025, random) : '',
  };
};

/** @returns {readonly Target[]} in no particular order, as in life */
export const makeTargets = () => {
  const random = createRandom('targets');
  const named = KINDS.reduce((sum, kind) => sum + kind.count, 0);
  const kinds = KINDS.flatMap((kind) => Array.from({ length: kind.count || TARGET_COUNT - named }, () => kind));
  const seen = { codes: new Set(), names: new Set() };
  return random.shuffled(kinds).map((kind) => makeTarget(kind, seen, random));
};
