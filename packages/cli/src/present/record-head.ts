/** What stands above everything that is told of a record: whether to believe it, which draw it is, whether it stands, who may know. */
import { isRehearsal, type RecordStory } from '@shuangsuiji/core';
import { oneLine } from '../messages/one-line.js';
import { voidingWords } from '../messages/told-change.js';
import type { RecordTrust } from './record-trust.js';
import { REHEARSAL_MARK } from './rehearsal.js';
import { wrap } from './wrap.js';

export interface RecordHeadInput {
  readonly record: RecordStory;
  readonly trust: RecordTrust;
  readonly columns: number;
}

export const recordHeadLines = ({ record: { inputs: { sealed }, secret, voiding }, trust: { warning }, columns }: RecordHeadInput): readonly string[] => [
  ...(warning === undefined ? [] : [...wrap({ text: warning, columns }), '']),
  ...wrap({ text: `${isRehearsal(sealed.scheme) ? REHEARSAL_MARK : ''}抽取编号 ${sealed.drawId}，批次 ${oneLine(sealed.batch.number)} ${oneLine(sealed.batch.name)}`, columns }),
  ...(voiding === undefined ? [] : wrap({ text: voidingWords(voiding), columns })),
  ...(secret.kind === 'unknown' ? wrap({ text: SECRECY, columns }) : []),
];

export const SECRECY = '密钥尚未揭示：检查结束以前，是否抽中、谁去检查都不要外传。';
