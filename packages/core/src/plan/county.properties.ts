/** A small invented county for tests: other numbers give other people, firms and recusals, always the same for one number. */
import { type AgencyCode, type PlainDate, unsafeBrand } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import { portableHash } from '../base/digest.js';
import type { PlannedBatch } from './planned-batch.js';
import type { Settings } from './settings.js';
import { canonicalId, inspectorId } from '../registry/canonical-id.js';
import type { Agency, Appointment, FixedTeam, InspectionItem, Inspector, Recusal, RiskClass, Target } from '../registry/schemas.js';
import { uscc } from '../registry/tables.properties.js';
import type { Sampling } from './batch.js';
import type { Grouping } from './grouping.js';

export const day = (text: string): PlainDate => unsafeBrand<'PlainDate'>(text);
export const code = (text: string): AgencyCode => unsafeBrand<'AgencyCode'>(text);

export interface CountyOptions {
  /** Which county. */
  readonly number: number;
  readonly sampling: Sampling['kind'];
  /** Without it nobody takes more than one visit, which is too few. */
  readonly isFeasible: boolean;
  /** In teams; without it person by person. */
  readonly grouping?: Grouping | undefined;
  /** Two items ask for somebody whom nobody's own people are, and who is appointed. */
  readonly isAppointing?: boolean | undefined;
}

export interface County {
  readonly agencies: readonly Agency[];
  readonly targets: readonly Target[];
  readonly items: readonly InspectionItem[];
  readonly inspectors: readonly Inspector[];
  readonly recusals: readonly Recusal[];
  readonly appointments?: readonly Appointment[];
  readonly teams?: readonly FixedTeam[];
  readonly settings: Settings;
  readonly planned: PlannedBatch;
}

/** 0 to n − 1, from the county's number and a question put to it. */
export type Chance = (question: string, n: number) => number;
export const chanceOf = (number: number): Chance => (question, n) => Number.parseInt(portableHash(`${number} ${question}`).slice(0, 8), 16) % n;

const CODES = ['A-10', 'A-2', 'SCJG'] as const;
const CLASSES = ['A', 'B', 'C', 'D'] as const;
/** From this number on people may go anywhere and have room. */
const FIRST_FREE = 4;

export const sampleCounty = ({ number, sampling, isFeasible, grouping, isAppointing = false }: CountyOptions): County => {
  const chance = chanceOf(number);
  const targets = Array.from({ length: 20 + chance('targets', 8) }, (_, index) => targetOf(index, chance));
  const inspectors = CODES.flatMap((agency) => Array.from({ length: 8 + chance(agency, 4) }, (_, index) => inspectorOf(agency, index + 1, chance, isFeasible)));
  return {
    agencies: CODES.map((agency) => ({ code: code(agency), name: `${agency}局`, aliases: [] })),
    targets,
    items: isAppointing ? ITEMS.map((item) => ({ ...item, ...ASKED[item.id] })) : ITEMS,
    inspectors,
    recusals: targets.flatMap(({ id }, at) => recusalsAt(id, at, chance)),
    ...(isAppointing ? { appointments: APPOINTMENTS } : {}),
    ...(grouping?.kind === 'fixed' ? { teams: teamsOf(inspectors) } : {}),
    settings: SETTINGS,
    planned: { batch: { ...BATCH, sampling: SAMPLINGS[sampling], filter: chance('filter', 2) === 0 ? {} : { areas: ['城关镇', '河口乡'] }, ...(grouping === undefined ? {} : { grouping }) }, stated: new Map() },
  };
};

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new TypeError('county: a value does not fit');
  return value;
};

/** The first eight have everything, so that no stratum is empty. */
const targetOf = (index: number, chance: Chance): Target => {
  const ask = (question: string, n: number): number => chance(`target ${index} ${question}`, n);
  const isPlain = index < 8;
  const serial = String(index).padStart(5, '0');
  const id = [canonicalId('uscc', uscc(index)), canonicalId('reg', `6527220000${serial}`), canonicalId('local', `Z-${serial}/1`)][ask('kind', 3)];
  const riskClass: RiskClass | undefined = isPlain ? CLASSES[index % 4] : [...CLASSES, undefined][ask('class', 5)];
  return {
    id: must(id),
    name: `商店${index}“甲”`,
    status: isPlain ? '在业' : ['在业', '在业', '注销', undefined][ask('status', 4)],
    area: isPlain ? (index === 7 ? '河口乡' : '城关镇') : ['城关镇', '河口乡', '大河乡', undefined][ask('area', 4)],
    entityType: ['企业', '个体工商户'][ask('type', 2)],
    riskClass,
    tags: ask('tags', 2) === 0 ? ['餐饮'] : [],
  };
};

const ITEMS: readonly InspectionItem[] = [
  { id: 'J-1', name: '登记事项检查', agencies: [code('SCJG')], appliesTo: {}, qualifications: [] },
  { id: 'J-2', name: '食品经营检查', agencies: [code('A-10'), code('SCJG')], appliesTo: { tags: ['餐饮'] }, qualifications: ['食品'], people: 3 },
  { id: 'J-3', name: '消防检查', agencies: [code('A-2')], appliesTo: { entityTypes: ['企业'] }, qualifications: [] },
  { id: 'J-4', name: '与本批次无关', agencies: [code('A-2')], appliesTo: {}, qualifications: ['特种'], people: 5 },
];

const ASKED: Readonly<Record<string, Pick<InspectionItem, 'anyQualifications'>>> = { 'J-1': { anyQualifications: ['计量'] }, 'J-3': { anyQualifications: ['锅炉'] } };
/** Nobody is recused from the eighth. One is of the agency itself, one of another. */
const APPOINTMENTS: readonly Appointment[] = [
  { agency: code('A-2'), qualification: '锅炉', inspector: must(inspectorId(code('A-10'), '8')), by: '样例县双随机办', reason: '双随机办〔2026〕8号' },
  { agency: code('SCJG'), qualification: '计量', inspector: must(inspectorId(code('SCJG'), '8')), by: '样例县双随机办', reason: '双随机办〔2026〕9号' },
];

const inspectorOf = (agency: string, serial: number, chance: Chance, isFeasible: boolean): Inspector => {
  const ask = (question: string, n: number): number => chance(`${agency} ${serial} ${question}`, n);
  const isFree = serial >= FIRST_FREE;
  const until = isFree ? '9999-09-09' : must(['2026-12-31', '2026-11-29', '9999-09-09'][ask('licence', 3)]);
  return {
    id: must(inspectorId(code(agency), String(serial))),
    agency: code(agency),
    qualifications: isFree || ask('food', 2) === 0 ? ['电梯', '食品'] : [],
    licences: !isFree && ask('paper', 5) === 0 ? [] : [{ number: `L${serial}`, validUntil: day(until) }],
    isOnDuty: isFree || ask('duty', 5) > 0,
    capacity: isFeasible ? (isFree ? undefined : ask('capacity', 4)) : 1,
    mayLead: serial === FIRST_FREE ? true : undefined,
  };
};

/** The first free ones of every agency together, and the others. */
const teamsOf = (inspectors: readonly Inspector[]): readonly FixedTeam[] => {
  const free = sortedBy(inspectors.filter(({ id }) => Number(id.slice(id.indexOf('/') + 1)) >= FIRST_FREE).map(({ id }) => id), (id) => id);
  const isFirst = (id: string): boolean => Number(id.slice(id.indexOf('/') + 1)) < FIRST_FREE + 3;
  return [{ group: '甲组', inspectors: free.filter(isFirst) }, { group: '乙组', inspectors: free.filter((id) => !isFirst(id)) }];
};

/** At most two of the free ones at a target: five stay. */
const recusalsAt = (target: Target['id'], at: number, chance: Chance): readonly Recusal[] =>
  CODES.flatMap((agency) =>
    [FIRST_FREE, FIRST_FREE + 1 + chance(`other ${at}`, 2), 1].filter((serial) => chance(`recusal ${agency} ${serial} ${at}`, 3) === 0).map((serial) => ({
      target,
      inspector: must(inspectorId(code(agency), String(serial))),
      ground: '近亲属',
      declaredOn: day('2026-01-05'),
    })),
  );

const up = (basisPoints: number) => ({ kind: 'ratio', basisPoints, rounding: 'up' }) as const;
const SAMPLINGS: Readonly<Record<Sampling['kind'], Sampling>> = {
  flat: { kind: 'flat', rule: up(6000) },
  'by-risk': { kind: 'by-risk', rules: { A: up(3000), B: { kind: 'fixed', count: 2 }, C: { kind: 'ratio', basisPoints: 5000, rounding: 'down' }, D: up(10000) } },
};

const BATCH: Omit<PlannedBatch['batch'], 'sampling' | 'filter'> = {
  number: '〔2026〕1号',
  name: '餐饮联合抽查',
  kind: '不定向',
  items: ['J-1', 'J-2', 'J-3'],
  lead: code('SCJG'),
  cooperating: [code('A-10'), code('A-2')],
  period: { from: day('2026-03-01'), to: day('2026-11-30') },
};

const rule = (value: number) => ({ value, source: '县局规定' });
const SETTINGS: Settings = {
  format: 'ssj-settings/1',
  authority: { code: '652722', name: '样例县双随机办' },
  year: 2026,
  offset: '+08:00',
  rules: { inspectorsPerVisit: rule(2), capacityPerBatch: rule(30), revealWithinDays: rule(30), forecastLimit: rule(100) },
  defaults: { status: '在业', riskClass: 'B' },
  activeStatuses: ['在业', '存续'],
};
