/** A recorded value and the recomputed one, one above the other. */
import type { Finding } from '@shuangsuiji/core';
import { documentFieldName } from '../messages/names.js';
import { oneLine } from '../messages/one-line.js';
import { placeOf } from '../messages/place-of.js';
import { wrap } from './wrap.js';

export interface DifferenceInput {
  readonly finding: Extract<Finding, { readonly code: 'value-differs' }>;
  readonly columns: number;
  /** Two characters: what holds the recorded value. */
  readonly holder: '档案' | '证明';
}

/** Characters shown before the first that differs, and in all. */
const BEFORE = 24;
const SHOWN = 100;

export const differenceLines = ({ finding: { where = {}, fields, code }, columns, holder }: DifferenceInput): readonly string[] => {
  const recorded = Array.from(oneLine(fields.recorded));
  const replayed = Array.from(oneLine(fields.replayed));
  const at = recorded.findIndex((character, index) => character !== replayed[index]);
  const first = at < 0 ? recorded.length : at;
  const isHidden = at < 0 && recorded.length === replayed.length;
  const place = placeOf(where);
  const subject = fields.field === '' ? '内容' : documentFieldName(fields.field);
  const note = isHidden ? '，不同处在显示的部分以后' : '';
  return [
    ...wrap({ text: `${place === '' ? '' : `${place}：`}${subject}不一致${note}（${code}）`, columns, indent: ['  · ', '    '] }),
    ...wrap({ text: around(recorded, first), columns, indent: [`    ${holder}  `, '          '] }),
    ...wrap({ text: around(replayed, first), columns, indent: ['    复算  ', '          '] }),
  ];
};

const around = (characters: readonly string[], first: number): string => {
  if (characters.length === 0) return '（没有）';
  const from = characters.length <= SHOWN ? 0 : Math.max(0, Math.min(first - BEFORE, characters.length - SHOWN));
  const shown = characters.slice(from, from + SHOWN).join('');
  return `${from > 0 ? '…' : ''}${shown}${from + SHOWN < characters.length ? '…' : ''}`;
};
