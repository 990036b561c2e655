/** The fairness of a draw's match, for the terminal: a paragraph an agency and a line a person. */
import type { AgencyFairness, AgencyShortOfPeople, Fairness, FairnessRound, Meetings, OddsSpread, PersonFairness } from '@shuangsuiji/core';
import { agencyWords, chanceWords, differenceWords, idleGroups, unitsWords } from '../messages/fairness-words.js';
import { hundredths } from '../messages/share-words.js';
import { roundName } from '../messages/told-change.js';
import { tableLines } from './table.js';
import { wrap } from './wrap.js';

export interface FairnessLinesInput {
  readonly fairness: Fairness;
  readonly columns: number;
}

export const fairnessLines = async ({ fairness, columns }: FairnessLinesInput): Promise<readonly string[]> => (await Promise.all(fairness.rounds.map((round) => roundLines(round, columns)))).flat();

const roundLines = async (told: FairnessRound, columns: number): Promise<readonly string[]> => {
  const name = roundName(told.round);
  switch (told.kind) {
    case 'waiting':
      return ['', ...wrap({ text: `${name}：公开种子还没有产生，没有概率，也没有派人。`, columns })];
    case 'infeasible':
      return ['', ...wrap({ text: `${name}：有部门人手不够，谁也没有派，没有概率可言。`, columns }), ...told.agencies.flatMap((agency) => shortLines(agency, columns))];
    case 'matched':
      return told.agencies.length === 0
        ? ['', ...wrap({ text: `${name}：没有空缺的名额。`, columns })]
        : (await Promise.all(told.agencies.map(async (agency) => ['', ...(await agencyLines(name, agency, columns))]))).flat();
    default:
      return told satisfies never;
  }
};

const listed = (text: string, columns: number): readonly string[] => wrap({ text, columns, indent: ['  · ', '    '] });

const idleLines = (people: readonly PersonFairness[], columns: number): readonly string[] =>
  idleGroups(people).flatMap(([reason, ids]) => listed(`不能派 ${String(ids.length)} 人，${reason}：${ids.join('、')}`, columns));

const shortLines = (agency: AgencyShortOfPeople, columns: number): readonly string[] => [
  ...wrap({ text: `${agencyWords(agency)}：${agency.shortage === 0 ? '人手够，因为别的部门不够而没有派' : `缺 ${String(agency.shortage)} 人次`}`, columns }),
  ...idleLines(agency.people, columns),
];

const agencyLines = async (round: string, agency: AgencyFairness, columns: number): Promise<readonly string[]> => {
  const { visits, places, people, odds, withoutChoice, largestDifference, meetings } = agency;
  const able = people.filter(({ eligible }) => eligible > 0);
  return [
    ...wrap({ text: `${round}：${agencyWords(agency)}，${String(visits.length)} 户 ${String(places)} 个名额，能派 ${String(able.length)} 人`, columns }),
    ...idleLines(people, columns),
    ...listed(`一户派到一人的机会：${spreadWords(odds)}。没有选择余地的 ${String(withoutChoice.length)} 处。`, columns),
    ...listed(`上限相同、可去的户也相同的人，机会最多相差 ${differenceWords(largestDifference)}。`, columns),
    ...listed(meetingWords(meetings), columns),
    ...(await tableLines({ head: ['人员标识', '上限', '已承担', '可去', '平均应派', '派到', '机会最小', '机会最大'], rows: able.map(personRow), columns })),
  ];
};

const spreadWords = (odds: OddsSpread | undefined): string => (odds === undefined ? '没有人可派' : `最小 ${chanceWords(odds.least)}，居中 ${chanceWords(odds.middle)}，最大 ${chanceWords(odds.most)}`);

/** The pair that met most often, where one met twice. */
const meetingWords = ({ pairs, metAgain, expectedMetAgainUnits }: Meetings): string => {
  const [most] = pairs;
  if (most === undefined) return '没有两个人同去一户。';
  const counts = `可能同行的两人 ${String(pairs.length)} 对，同去两户以上的 ${String(metAgain)} 对，各户互不相干时平均 ${unitsWords(expectedMetAgainUnits)} 对。`;
  return metAgain === 0 ? counts : `${counts}最多的 ${most.first} 和 ${most.second} 同去 ${String(most.times)} 户，平均应为 ${unitsWords(most.expectedUnits)} 户。`;
};

const personRow = ({ inspector, capacity, load, eligible, expectedHundredths, assigned, odds }: PersonFairness): readonly (string | number)[] => [
  inspector, capacity, load, eligible, hundredths(expectedHundredths), assigned, odds === undefined ? '' : chanceWords(odds.least), odds === undefined ? '' : chanceWords(odds.most),
];
