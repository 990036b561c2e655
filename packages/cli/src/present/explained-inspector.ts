/** Why a person was sent where, and why not elsewhere, for the terminal. */
import type { InspectorExplanation, InspectorRound, ToldAppointment, ToldChange, VisitOfPerson } from '@shuangsuiji/core';
import { codeIn, notDrawnReasons } from '../messages/names.js';
import { oneLine } from '../messages/one-line.js';
import { hundredths, percentWords } from '../messages/share-words.js';
import { pairBarsWords, roundName, toldChangeWords } from '../messages/told-change.js';
import { inspectorTeamLines } from './explained-teams.js';
import { tableLines } from './table.js';
import { wrap } from './wrap.js';

export interface ExplainedInspectorInput {
  readonly explanation: InspectorExplanation;
  readonly columns: number;
}

type Participant = Extract<InspectorExplanation, { readonly kind: 'participant' }>;
type OpenRound = Extract<InspectorRound, { readonly kind: 'open' }>;

export const explainedInspectorLines = async ({ explanation, columns }: ExplainedInspectorInput): Promise<readonly string[]> => {
  const said = (text: string): readonly string[] => wrap({ text, columns });
  if (explanation.kind === 'not-in-registry') return said(`封存时的名录库里没有 ${explanation.id}，也没有借调，所以没有参加抽取。`);
  const { id, agency, agencyName } = explanation;
  const head = said(`执法检查人员 ${id}，${agencyName === undefined ? agency : `${oneLine(agencyName)}（${agency}）`}`);
  if (explanation.kind === 'agency-without-visit') return [...head, ...said('结论：没有参加抽取，因为这个部门在本批次没有检查任务。')];
  if (explanation.kind === 'appointed') {
    const { isWithdrawn, appointments, changes } = explanation;
    return [...head, ...said(`结论：不参加抽取，${isWithdrawn ? '受过委派，已退出本次抽取。' : '受委派上户。'}`), ...appointments.flatMap((one) => appointmentLines(one, columns)), ...changes.flatMap((change) => changeLines(change, columns))];
  }
  const rounds = await Promise.all(explanation.rounds.map(async (round) => ['', ...(await roundLines(round, columns))]));
  return [
    ...head,
    ...said(`结论：${conclusion(explanation)}`),
    ...explanation.appointments.flatMap((one) => appointmentLines(one, columns)),
    ...explanation.changes.flatMap((change) => changeLines(change, columns)),
    ...rounds.flat(),
  ];
};

const changeLines = (change: ToldChange, columns: number): readonly string[] => wrap({ text: toldChangeWords(change), columns, indent: ['  · ', '    '] });

/** Where somebody goes without having been drawn, by whom and why. */
const appointmentLines = ({ agency, agencyName, qualification, by, reason, visits, barred }: ToldAppointment, columns: number): readonly string[] => {
  const where = visits.length === 0 ? '现在没有要去的户' : `现在去 ${String(visits.length)} 户：${visits.map(codeIn).join('、')}`;
  const not = barred.length === 0 ? '' : `；已回避或退出而不去：${barred.map(codeIn).join('、')}`;
  const text = `委派参加${agencyName === undefined ? agency : `${oneLine(agencyName)}（${agency}）`}的检查，资质 ${oneLine(qualification)}，委派单位 ${oneLine(by)}，理由或文号 ${oneLine(reason)}；${where}${not}。`;
  return wrap({ text, columns, indent: ['  · ', '    '] });
};

const conclusion = ({ origin, agency, isWithdrawn, capacity, visits, appointments }: Participant): string => {
  if (isWithdrawn) return '已退出本次抽取，不再承担检查。';
  if (appointments.some((one) => one.agency === agency)) return '受委派上户，不参加本部门的抽取。';
  if (origin.kind === 'roster' && origin.reason !== undefined && capacity === 0) return `在名单里，但不参加抽取：${notDrawnReasons[origin.reason]}。`;
  const from = origin.kind === 'borrowed' ? `借调人员（台账第 ${String(origin.seq)} 条）。` : '';
  return `${from}每批次上限 ${String(capacity)} 户，现在承担 ${String(visits.length)} 户。`;
};

const roundLines = async (told: InspectorRound, columns: number): Promise<readonly string[]> => {
  const name = roundName(told.round);
  switch (told.kind) {
    case 'waiting':
      return wrap({ text: `${name}：公开种子还没有产生，谁也不知道会派到哪里。`, columns });
    case 'no-place':
      return wrap({ text: `${name}：这个部门没有空缺的名额。`, columns });
    case 'not-there':
      return wrap({ text: `${name}：那时还没有借调。`, columns });
    case 'teams':
      return inspectorTeamLines(told, columns);
    case 'open':
      return openLines(told, columns);
    default:
      return told satisfies never;
  }
};

const openLines = async (told: OpenRound, columns: number): Promise<readonly string[]> => {
  const { round, visits, capacity, load, shortage, expectedHundredths, withoutChoice } = told;
  const count = (kind: VisitOfPerson['outcome']['kind']): number => visits.filter(({ outcome }) => outcome.kind === kind).length;
  const sent = shortage === undefined ? `派到 ${String(count('assigned'))} 户，按机会平均应派 ${hundredths(expectedHundredths)} 户` : '人手不够，谁也没有派';
  const facts = [
    `${roundName(round)}：本部门要去 ${String(visits.length)} 户，可去 ${String(visits.length - count('barred'))} 户（上限 ${String(capacity)} 户，此前已承担 ${String(load)} 户），${sent}。`,
    ...(withoutChoice.length === 0 ? [] : [`其中 ${String(withoutChoice.length)} 户没有选择余地：不派此人就派不出足够的人。`]),
  ];
  const rows = ORDER.flatMap((kind) => visits.filter(({ outcome }) => outcome.kind === kind)).map((visit) => [codeIn(visit.target), oneLine(visit.name ?? ''), ...outcomeWords(visit)]);
  return [...facts.flatMap((text) => wrap({ text, columns })), ...(await tableLines({ head: ['代码', '检查对象', '结果', '机会或原因'], rows, columns }))];
};

const ORDER: readonly VisitOfPerson['outcome']['kind'][] = ['assigned', 'not-assigned', 'unmatched', 'barred'];

const outcomeWords = ({ outcome }: VisitOfPerson): readonly [string, string] => {
  switch (outcome.kind) {
    case 'assigned':
      return ['派出', percentWords(outcome.chance)];
    case 'not-assigned':
      return ['没有派出', percentWords(outcome.chance)];
    case 'unmatched':
      return ['没有派人', '可去'];
    case 'barred':
      return ['不可派', pairBarsWords(outcome.bars)];
    default:
      return outcome satisfies never;
  }
};
