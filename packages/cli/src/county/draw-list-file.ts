/** 抽取结果公示 as a file of the county's folder, from nothing but the record. */
import { drawList, type HashText, type LedgerEntry, type LedgerHead, parseLedger, PATHS, type RecordTexts } from '@shuangsuiji/core';
import { drawListWorkbook } from '../sheets/draw-list-workbook.js';
import { FOLDERS } from '../workspace/paths.js';
import type { Outcomes } from './county.js';
import { type CurrentDraw, drawOfRecord } from './current-draw.js';
import { drawListInput } from './draw-list-input.js';
import type { MadeFile } from './seal-notice-file.js';

export interface DrawListFile extends MadeFile {
  readonly form: 'counts' | 'full';
}

/** The form is what the record allows: numbers until the secret is revealed. */
export const drawListFile = async (texts: RecordTexts, hash: HashText): Promise<Outcomes<DrawListFile>> => {
  const current = drawOfRecord(texts, hash);
  if (!current.ok) return current;
  const { draw } = current.value;
  const { head } = parseLedger({ file: PATHS.ledger, text: texts.get(PATHS.ledger) ?? '', hash });
  const input = drawListInput({ current: current.value, head, hash });
  if (!input.ok) return input;
  const list = drawList(input.value);
  const path = `${FOLDERS.publicity}/${draw.isRehearsal ? '演练-' : ''}抽取结果公示-${draw.drawId}-${list.form === 'counts' ? '数量' : '名单'}${stageOf(current.value, head)}.xlsx`;
  return { ok: true, value: { path, form: list.form, content: await drawListWorkbook(list) } };
};

const ORDINARY: ReadonlySet<LedgerEntry['type']> = new Set(['sealed', 'entered', 'committed', 'contributed', 'drawn', 'revealed', 'published']);

/** Whatever else happened makes it another paper: the number of the draw's last event tells the papers apart. */
const stageOf = ({ draw: { stage }, entries }: CurrentDraw, { seq }: LedgerHead): string =>
  stage.drawn <= 1 && entries.every(({ type }) => ORDINARY.has(type)) ? '' : `-台账${String(seq).padStart(4, '0')}${stage.isVoid ? '-作废' : ''}`;
