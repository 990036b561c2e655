/** Why a match cannot be done, agency by agency, with what was tried (match-spec M7). */
import type { ShortAgency } from '@shuangsuiji/core';
import { codeIn } from '../messages/names.js';
import { oneLine } from '../messages/one-line.js';
import { combinedWords, repairSentence, ruleSentence } from '../messages/repairs.js';
import { wrap } from './wrap.js';

/** The names people know, where they are at hand. */
export interface NamesOf {
  readonly agency: (code: string) => string | undefined;
  readonly target: (id: string) => string | undefined;
  readonly inspector: (id: string) => string | undefined;
}

export interface InfeasibleInput {
  /** Of a match document whose outcome is `infeasible`. */
  readonly agencies: readonly ShortAgency[];
  readonly names: NamesOf;
  readonly columns: number;
  /** False while everything is only simulated. */
  readonly isDrawn: boolean;
}

/** Entries of one list that are shown; the document has all. */
const SHOWN = 12;

const DRAWN = '人手不够，没有派发人员。抽出的检查对象不变；下列办法各自单独试算，由负责人决定。';
const SIMULATED = '模拟抽取中有人手不够的情形，以下是其中一次（检查对象只是模拟抽出的）。下列办法各自单独试算，由负责人决定。';

export const infeasibleLines = ({ agencies, names, columns, isDrawn }: InfeasibleInput): readonly string[] => {
  const short = agencies.filter(({ shortage }) => shortage > 0);
  const others = agencies.length - short.length;
  return [
    ...wrap({ text: isDrawn ? DRAWN : SIMULATED, columns }),
    ...short.flatMap((agency) => ['', ...agencyLines(agency, { names, columns, isDrawn })]),
    ...(others > 0 ? ['', `其余 ${String(others)} 个部门人手足够。`] : []),
  ];
};

type Setting = Pick<InfeasibleInput, 'names' | 'columns' | 'isDrawn'>;

const agencyLines = (short: ShortAgency, setting: Setting): readonly string[] => {
  const { agency, shortage, targets = [], people = [], repairs = [], combination } = short;
  const { names, isDrawn } = setting;
  const none = noChangesWords(short);
  const person = (id: string): string => labelled(id, names.inspector(id));
  const target = (id: string): string => labelled(codeIn(id), names.target(id));
  const named = (change: { readonly inspector?: string | undefined; readonly target?: string | undefined }) => ({
    inspector: change.inspector === undefined ? undefined : person(change.inspector),
    target: change.target === undefined ? undefined : target(change.target),
    isDrawn,
  });
  return [
    ...wrap({ text: `${labelled(agency, names.agency(agency))}：缺口 ${String(shortage)} 人次`, columns: setting.columns }),
    ...(targets.length === 0 ? [] : listLines(setting, `单是这 ${String(targets.length)} 户，人手就已不够：`, targets.map(target))),
    ...balanceLines(short, setting, target),
    ...listLines(setting, people.length === 0 ? '没有一个人能去这几户。' : `能去这几户的 ${String(people.length)} 人：`, people.map((row) => `${person(row.inspector)}：还能承担 ${String(row.capacity)} 户，其中 ${String(row.targets)} 户可去`)),
    ...listLines(setting, repairs.length === 0 ? '没有找到单独一项就有用的办法。' : '可以这样补救：', repairs.map((repair) => repairSentence({ repair, ...named(repair) }))),
    ...(combination === undefined || combination.changes.length === 0 ? [] : listLines(setting, combinationTitle(combination.isCheapest), combination.changes.map((change) => combinedWords({ change, ...named(change) })))),
    ...(none === undefined ? [] : wrap({ text: none, columns: setting.columns, indent: ['  ', '  '] })),
  ];
};

/** Whether nothing cheaper is known, or only that nothing of it can be left out. */
export const combinationTitle = (isCheapest: boolean): string =>
  isCheapest ? '最省的组合（只请人多承担，总次数最少、分得最匀），全部做到就能匹配：' : '可行的组合（缺一项就不够，不保证最省），全部做到就能匹配：';

/** Why an agency has no changes of its own in the combination; nothing for records of before, which have none at all. */
export const noChangesWords = ({ needed, combination }: ShortAgency): string | undefined => {
  if (combination?.changes.length === 0) return '其他部门推迟的检查对象推迟后，本部门就能匹配。';
  return needed !== undefined && combination === undefined ? '规模太大，没有算出全部做到就能匹配的组合。' : undefined;
};

/** Need against supply, and the rules that are a cause. */
const balanceLines = ({ needed, supplied, rules = [], contradictory = [] }: ShortAgency, setting: Setting, target: (id: string) => string): readonly string[] => [
  ...(needed === undefined || supplied === undefined ? [] : wrap({ text: needWords(needed, supplied, rules.length > 0), columns: setting.columns, indent: ['  ', '  '] })),
  ...(rules.length === 0 ? [] : listLines(setting, '缺人的人员组成规定：', rules.map(ruleSentence))),
  ...(contradictory.length === 0 ? [] : listLines(setting, '人员组成规定互相矛盾，派谁都不行：', contradictory.map(target))),
];

/** Where a rule is the cause only the places that hang on it count. */
export const needWords = (needed: number, supplied: number, hasRules: boolean): string =>
  `${hasRules ? '按规定只有部分人能去的' : '这几户'}共需 ${String(needed)} 人次，现有人手最多能去 ${String(supplied)} 人次。`;

const listLines = ({ columns }: Setting, title: string, texts: readonly string[]): readonly string[] => [
  ...wrap({ text: title, columns, indent: ['  ', '  '] }),
  ...texts.slice(0, SHOWN).flatMap((text) => wrap({ text, columns, indent: ['    · ', '      '] })),
  ...(texts.length > SHOWN ? [`      其余 ${String(texts.length - SHOWN)} 个没有列出。`] : []),
];

/** `张三（SCJG/0101）`; the code alone where the name is not known. */
const labelled = (code: string, name: string | undefined): string => (name === undefined ? code : `${oneLine(name)}（${code}）`);
