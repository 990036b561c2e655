/** Why a match cannot be done, agency by agency, with what was tried (match-spec M7). */
import type { ShortAgency } from '@shuangsuiji/core';
import { codeIn } from '../messages/names.js';
import { oneLine } from '../messages/one-line.js';
import { repairSentence } from '../messages/repairs.js';
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
    ...short.flatMap((agency) => ['', ...agencyLines(agency, names, columns)]),
    ...(others > 0 ? ['', `其余 ${String(others)} 个部门人手足够。`] : []),
  ];
};

const agencyLines = ({ agency, shortage, targets = [], people = [], repairs = [] }: ShortAgency, names: NamesOf, columns: number): readonly string[] => {
  const person = (id: string): string => labelled(id, names.inspector(id));
  const target = (id: string): string => labelled(codeIn(id), names.target(id));
  const list = (title: string, texts: readonly string[]): readonly string[] => [
    ...wrap({ text: title, columns, indent: ['  ', '  '] }),
    ...texts.slice(0, SHOWN).flatMap((text) => wrap({ text, columns, indent: ['    · ', '      '] })),
    ...(texts.length > SHOWN ? [`      其余 ${String(texts.length - SHOWN)} 个没有列出。`] : []),
  ];
  return [
    ...wrap({ text: `${labelled(agency, names.agency(agency))}：缺口 ${String(shortage)} 人次`, columns }),
    ...(targets.length === 0 ? [] : list(`单是这 ${String(targets.length)} 户，人手就已不够：`, targets.map(target))),
    ...list(people.length === 0 ? '没有一个人能去这几户。' : `能去这几户的 ${String(people.length)} 人：`, people.map((row) => `${person(row.inspector)}：还能承担 ${String(row.capacity)} 户，其中 ${String(row.targets)} 户可去`)),
    ...list(repairs.length === 0 ? '没有找到单独一项就有用的办法。' : '可以这样补救：', repairs.map((repair) =>
      repairSentence({ repair, inspector: repair.inspector === undefined ? undefined : person(repair.inspector), target: repair.target === undefined ? undefined : target(repair.target) }),
    )),
  ];
};

/** `张三（SCJG/0101）`; the code alone where the name is not known. */
const labelled = (code: string, name: string | undefined): string => (name === undefined ? code : `${oneLine(name)}（${code}）`);
