/** One agency at a drawn target: who goes, with which chance, and why nobody else. */
import type { PairOutcome, PersonAtVisit, TargetVisit, VisitRound } from '@shuangsuiji/core';
import { compositionWords } from '../messages/composition-words.js';
import { oneLine } from '../messages/one-line.js';
import { percentWords } from '../messages/share-words.js';
import { pairBarsWords, roundName } from '../messages/told-change.js';
import { wrap } from './wrap.js';

export interface ExplainedVisitInput {
  readonly visit: TargetVisit;
  readonly columns: number;
}

export const explainedVisitLines = ({ visit: { agency, name, need, present, appointed, rounds }, columns }: ExplainedVisitInput): readonly string[] => {
  const asks = `${need.qualifications.length === 0 ? '' : `，须有资质 ${need.qualifications.map(oneLine).join('、')}`}${need.composition === undefined ? '' : `，人员组成 ${compositionWords(need.composition)}`}`;
  return [
    ...wrap({ text: `${name === undefined ? agency : `${oneLine(name)}（${agency}）`}：去 ${String(need.people)} 人${asks}，检查事项 ${need.items.map(oneLine).join('、')}`, columns }),
    ...wrap({ text: present.length === 0 ? '现在没有派人。' : `现在派出：${present.join('、')}`, columns, indent: ['  ', '  '] }),
    ...appointed.flatMap((one) => wrap({ text: appointedWords(one), columns, indent: ['  ', '  '] })),
    ...rounds.flatMap((round) => visitRoundLines(round, columns)),
  ];
};

/** Not drawn: by whom and why. */
const appointedWords = ({ inspector, appointments, goes }: TargetVisit['appointed'][number]): string => {
  const why = appointments.map(({ qualification, by, reason }) => `资质 ${oneLine(qualification)}，委派单位 ${oneLine(by)}，理由或文号 ${oneLine(reason)}`);
  return `委派人员 ${inspector}（不经抽取）：${why.join('；')}${goes ? '' : '；已回避或退出，这一户不去'}。`;
};

const visitRoundLines = ({ round, places, people, eligible, shortage }: VisitRound, columns: number): readonly string[] => {
  const listed = (text: string): readonly string[] => wrap({ text, columns, indent: ['    · ', '      '] });
  return [
    ...wrap({ text: `${roundName(round)}：${String(places)} 个名额，可派 ${String(eligible)} 人，不可派 ${String(people.length - eligible)} 人。${shortageWords(shortage)}`, columns, indent: ['  ', '  '] }),
    ...ORDER.flatMap((kind) => groupsOf(people.filter(({ outcome }) => outcome.kind === kind)).flatMap(([words, ids]) => listed(`${words}：${ids.join('、')}`))),
  ];
};

const shortageWords = (shortage: number | undefined): string => {
  if (shortage === undefined) return '';
  return shortage === 0 ? '别的部门人手不够，这一轮没有派人。' : `本部门缺 ${String(shortage)} 人次，这一轮没有派人。`;
};

const ORDER: readonly PairOutcome['kind'][] = ['assigned', 'not-assigned', 'unmatched', 'barred'];

/** People of whom the same is to be said, together. */
const groupsOf = (people: readonly PersonAtVisit[]): readonly (readonly [string, readonly string[]])[] => {
  const groups = new Map<string, readonly string[]>();
  for (const { inspector, outcome } of people) {
    const words = outcomeWords(outcome);
    groups.set(words, [...(groups.get(words) ?? []), inspector]);
  }
  return [...groups];
};

const outcomeWords = (outcome: PairOutcome): string => {
  switch (outcome.kind) {
    case 'assigned':
      return `抽到的人（机会${percentWords(outcome.chance)}）`;
    case 'not-assigned':
      return `没有抽到的人（机会${percentWords(outcome.chance)}）`;
    case 'unmatched':
      return '本来可派的人';
    case 'barred':
      return `不可派，${pairBarsWords(outcome.bars)}`;
    default:
      return outcome satisfies never;
  }
};
