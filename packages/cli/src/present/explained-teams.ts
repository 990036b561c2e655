/** A round that went in teams, for the terminal: as one person or one target saw it. */
import type { InspectorTeamRound, TargetTeamRound } from '@shuangsuiji/core';
import { codeIn } from '../messages/names.js';
import { oneLine } from '../messages/one-line.js';
import { teamName, teamOutcomeWords } from '../messages/team-words.js';
import { roundName } from '../messages/told-change.js';
import { tableLines } from './table.js';
import { wrap } from './wrap.js';

type Outcome = InspectorTeamRound['visits'][number]['outcome'];
const ORDER: readonly Outcome['kind'][] = ['assigned', 'not-assigned', 'barred'];

export const inspectorTeamLines = async (told: InspectorTeamRound, columns: number): Promise<readonly string[]> => {
  const { round, groups, isMatched, team, visits, capacity, load } = told;
  const said = (text: string): readonly string[] => wrap({ text, columns });
  const tried = `${roundName(round)}：分组派出，共编组 ${String(groups.length)} 次。`;
  const failed = groups.slice(0, isMatched ? -1 : undefined).map((group, f) => `第 ${String(f + 1)} 次${group === 0 ? '待命' : `在检查组 ${String(group)}`}`);
  const before = failed.length === 0 ? '' : `派不满而作罢的：${failed.join('、')}。`;
  if (!isMatched) return said(`${tried}${before}各次都派不满，谁也没有派；这并不说明无法派满。`);
  if (team === undefined) return said(`${tried}${before}派出的一次里待命，没有编入检查组，这一轮不派。`);
  const count = (kind: Outcome['kind']): number => visits.filter(({ outcome }) => outcome.kind === kind).length;
  const others = team.inspectors.join('、');
  const rows = ORDER.flatMap((kind) => visits.filter(({ outcome }) => outcome.kind === kind)).map((visit) => [codeIn(visit.target), oneLine(visit.name ?? ''), ...teamOutcomeWords(visit.outcome)]);
  return [
    ...said(`${tried}${before}`),
    ...said(`派出的一次里在${teamName(team)}：${others}。`),
    ...said(`本部门要去 ${String(visits.length)} 户，本组可去 ${String(visits.length - count('barred'))} 户（本人上限 ${String(capacity)} 户，此前已承担 ${String(load)} 户），派到 ${String(count('assigned'))} 户。`),
    ...(await tableLines({ head: ['代码', '检查对象', '结果', '机会或原因'], rows, columns })),
  ];
};

export const targetTeamLines = ({ round, shortages, teams }: TargetTeamRound, columns: number): readonly string[] => {
  const said = (text: string): readonly string[] => wrap({ text, columns });
  const listed = (text: string): readonly string[] => wrap({ text, columns, indent: ['  · ', '    '] });
  const failed = shortages.flatMap((short, f) => (short === 0 ? [] : [`第 ${String(f + 1)} 次缺 ${String(short)} 户`]));
  const tried = `${roundName(round)}：分组派出，共编组 ${String(shortages.length)} 次${failed.length === 0 ? '' : `（${failed.join('、')}）`}。`;
  if (teams.length === 0) return said(`${tried}各次都派不满，谁也没有派；这并不说明无法派满。`);
  return [
    ...said(`${tried}每户去一个检查组：`),
    ...ORDER.flatMap((kind) => teams.filter(({ outcome }) => outcome.kind === kind)).flatMap(({ team, outcome }) => {
      const [result, why] = teamOutcomeWords(outcome);
      return listed(`${teamName(team)} ${result}（${outcome.kind === 'barred' ? '' : '机会'}${why}）：${team.inspectors.join('、')}`);
    }),
  ];
};
