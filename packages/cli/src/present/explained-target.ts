/** Why a target was or was not drawn, for the terminal. */
import type { TargetExplanation, TargetFate, TargetRound, TicketFact } from '@shuangsuiji/core';
import { codeIn, exclusionReasons, stratumName } from '../messages/names.js';
import { oneLine } from '../messages/one-line.js';
import { shareWords } from '../messages/share-words.js';
import { roundName, toldChangeWords } from '../messages/told-change.js';
import { targetTeamLines } from './explained-teams.js';
import { explainedVisitLines } from './explained-visit.js';
import { wrap } from './wrap.js';

export interface ExplainedTargetInput {
  readonly explanation: TargetExplanation;
  readonly columns: number;
}

export const explainedTargetLines = ({ explanation, columns }: ExplainedTargetInput): readonly string[] => {
  const said = (text: string): readonly string[] => wrap({ text, columns });
  const listed = (text: string): readonly string[] => wrap({ text, columns, indent: ['  · ', '    '] });
  const code = codeIn(explanation.id);
  if (explanation.kind === 'not-in-registry') return said(`封存时的名录库里没有 ${code}，所以没有参加抽取。`);
  const head = said(`检查对象 ${oneLine(explanation.name)}（${code}）`);
  if (explanation.kind === 'excluded') return [...head, ...said('结论：没有入抽查库，所以不可能抽中。原因：'), ...explanation.reasons.flatMap((reason) => listed(`${exclusionReasons[reason]}。`))];
  const { fate, rounds, changes } = explanation;
  return [
    ...head,
    ...said(`结论：${fateWords(fate, rounds)}`),
    ...rounds.flatMap((round) => ['', ...roundLines(round, columns)]),
    ...(changes.length === 0 ? [] : ['', '变更：', ...changes.flatMap((change) => listed(toldChangeWords(change)))]),
    ...(fate.kind === 'drawn' ? fate.teams.flatMap((round) => ['', ...targetTeamLines(round, columns)]) : []),
    ...(fate.kind === 'drawn' ? fate.visits.flatMap((visit) => ['', ...explainedVisitLines({ visit, columns })]) : []),
  ];
};

const fateWords = (fate: TargetFate, rounds: readonly TargetRound[]): string => {
  switch (fate.kind) {
    case 'drawn':
      return fate.round === 0 ? '抽中。' : `抽中（${roundName(fate.round)}）。`;
    case 'postponed':
      return '抽中后缓查：这次不检查，也不补抽别的户。';
    case 'withdrawn':
      return withdrawnWords(fate);
    case 'not-drawn':
      return rounds.every(({ outcome }) => outcome.kind === 'waiting') ? '在抽查库中，还没有抽取。' : '没有抽中。';
    default:
      return fate satisfies never;
  }
};

const withdrawnWords = ({ drawnIn, replacement }: Extract<TargetFate, { readonly kind: 'withdrawn' }>): string => {
  if (drawnIn === undefined) return '没有抽中，并已退出，以后补抽也不再抽它。';
  if (replacement === undefined) return '抽中后退出，不再检查；补抽还没有公告。';
  const { round, quota, drawn } = replacement;
  if (quota === 0) return `抽中后退出，不再检查；${roundName(round)}时本层已没有别的户可抽。`;
  const others = drawn.length === 0 ? `将由${roundName(round)}另抽` : `${roundName(round)}在本层另抽 ${String(quota)} 户：${drawn.map(codeIn).join('、')}`;
  return `抽中后退出，不再检查；${others}。`;
};

const roundLines = ({ round, stratum, chance, outcome }: TargetRound, columns: number): readonly string[] => {
  const inside = (text: string): readonly string[] => wrap({ text, columns, indent: ['  ', '  '] });
  const of = `${roundName(round)}：${stratum === 'ALL' ? '' : `${stratumName(stratum).trim()}，`}抽查库 ${String(chance.whole)} 户，`;
  if (chance.part === 0) return wrap({ text: `${of}没有要抽的户。`, columns });
  const head = wrap({ text: `${of}抽取 ${String(chance.part)} 户，每户的机会相同：${shareWords(chance)}。`, columns });
  if (outcome.kind === 'waiting') return [...head, ...inside('公开种子还没有产生，谁也不知道会抽中哪一户。')];
  const result = outcome.kind === 'drawn' ? `抽中，在本层排第 ${String(outcome.place)} 位。` : '没有抽中。';
  return [
    ...head,
    ...inside(`${result}抽取序号由公开种子和本户代码算出，本层最小的 ${String(chance.part)} 个抽中，人不能挑选。`),
    ...ticketLines(outcome.ticket, columns),
    ...(outcome.cutOff === undefined ? [] : ['  本层最后一个抽中的序号：', `    ${outcome.cutOff}`]),
  ];
};

const ticketLines = (fact: TicketFact, columns: number): readonly string[] => {
  const inside = (text: string): readonly string[] => wrap({ text, columns, indent: ['  ', '  '] });
  switch (fact.kind) {
    case 'computed':
      return ['  本户的抽取序号：', `    ${fact.ticket}`];
    case 'recorded':
      return [...inside(`本户的抽取序号（存档所记，最迟 ${fact.revealBy} 揭示密钥以后才能复算）：`), `    ${fact.ticket}`];
    case 'secret':
      return inside(`本户的抽取序号现在谁也算不出来：计算要用密钥，最迟 ${fact.revealBy} 揭示。`);
    default:
      return fact satisfies never;
  }
};
