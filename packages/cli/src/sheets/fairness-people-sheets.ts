/** Persons and visits of a fairness report: what each could expect, and what came. */
import type { AgencyFairness, Fairness, FairVisit, PersonFairness } from '@shuangsuiji/core';
import type { CellContent, ColumnContent } from '../excel/workbook-content.js';
import { chanceWords, unitsWords } from '../messages/fairness-words.js';
import { codeIn } from '../messages/names.js';
import { hundredths } from '../messages/share-words.js';
import { pairBarsWords, roundName } from '../messages/told-change.js';
import { joined } from './marks.js';

type Rows = readonly (readonly CellContent[])[];
type Place = readonly [round: string, agency: string];

const PLACE: readonly ColumnContent[] = [
  { header: '轮次', kind: 'text', width: 12, align: 'center' },
  { header: '部门', kind: 'text', width: 20 },
];
const CHANCES: readonly ColumnContent[] = ['最小机会', '居中机会', '最大机会'].map((header) => ({ header, kind: 'text', width: 11, align: 'right' }));

const chancesOf = ({ odds }: Pick<PersonFairness, 'odds'>): readonly CellContent[] => (odds === undefined ? [undefined, undefined, undefined] : [odds.least, odds.middle, odds.most].map(chanceWords));

export const PEOPLE_COLUMNS: readonly ColumnContent[] = [
  ...PLACE,
  { header: '人员标识', kind: 'text', width: 17 },
  { header: '上限(户)', kind: 'integer', width: 9 },
  { header: '已承担(户)', kind: 'integer', width: 11 },
  { header: '可去(户)', kind: 'integer', width: 9 },
  { header: '平均应派(户)', kind: 'text', width: 13, align: 'right' },
  { header: '派到(户)', kind: 'integer', width: 9 },
  ...CHANCES,
  { header: '没有选择余地(户)', kind: 'integer', width: 17 },
  { header: '不能派的原因', kind: 'text', width: 26 },
];

const personRow = ([round, agency]: Place, person: PersonFairness): readonly CellContent[] => [
  round, agency, person.inspector, person.capacity, person.load, person.eligible, hundredths(person.expectedHundredths), person.assigned, ...chancesOf(person), person.withoutChoice, pairBarsWords(person.bars),
];

/** Everybody of every agency and drawn round. */
export const peopleRows = ({ rounds }: Fairness): Rows =>
  rounds.flatMap((told) => (told.kind === 'waiting' ? [] : told.agencies.flatMap((agency) => agency.people.map((person) => personRow([roundName(told.round), agency.name ?? agency.agency], person)))));

export const VISIT_COLUMNS: readonly ColumnContent[] = [
  ...PLACE,
  { header: '检查对象', kind: 'text', width: 30 },
  { header: '代码', kind: 'text', width: 22, align: 'center' },
  { header: '名额', kind: 'integer', width: 7 },
  { header: '可派(人)', kind: 'integer', width: 9 },
  ...CHANCES,
  { header: '派到的人及其机会', kind: 'text', width: 44 },
];

const sentWords = ({ odds, assigned }: FairVisit): string =>
  joined(assigned.map((id) => `${id} ${chanceWords(odds.find(({ inspector }) => inspector === id)?.units ?? 0)}`));

const visitRow = ([round, agency]: Place, visit: FairVisit): readonly CellContent[] => [
  round, agency, visit.name, codeIn(visit.target), visit.places, visit.odds.length, ...chancesOf({ odds: visit.spread }), sentWords(visit),
];

/** Of every agency and round with a match. */
const perAgency = ({ rounds }: Fairness, rowsOf: (place: Place, agency: AgencyFairness) => Rows): Rows =>
  rounds.flatMap((told) => (told.kind === 'matched' ? told.agencies.flatMap((agency) => rowsOf([roundName(told.round), agency.name ?? agency.agency], agency)) : []));

export const visitRows = (fairness: Fairness): Rows => perAgency(fairness, (place, { visits }) => visits.map((visit) => visitRow(place, visit)));

export const MEETING_COLUMNS: readonly ColumnContent[] = [
  ...PLACE,
  { header: '人员(一)', kind: 'text', width: 18 },
  { header: '人员(二)', kind: 'text', width: 18 },
  { header: '同去(户)', kind: 'integer', width: 10 },
  { header: '平均应为(户)', kind: 'text', width: 14, align: 'right' },
];

/** Pairs that met twice or more. */
export const meetingRows = (fairness: Fairness): Rows =>
  perAgency(fairness, (place, { meetings }) => meetings.pairs.filter(({ times }) => times > 1).map(({ first, second, times, expectedUnits }) => [...place, first, second, times, unitsWords(expectedUnits)]));
