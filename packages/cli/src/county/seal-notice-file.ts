/** 封存公告 as a file of the county's folder. */
import { isRehearsal, sealNotice, type SealNoticeInput } from '@shuangsuiji/core';
import { sealNoticeWorkbook } from '../sheets/seal-notice-workbook.js';
import { FOLDERS } from '../workspace/paths.js';

/** A workbook and where it belongs. */
export interface MadeFile {
  readonly path: string;
  readonly content: Uint8Array;
}

export const sealNoticePath = ({ drawId, scheme }: SealNoticeInput['sealed']): string => `${FOLDERS.publicity}/${isRehearsal(scheme) ? '演练-' : ''}封存公告-${drawId}.xlsx`;

export const sealNoticeFile = async (input: SealNoticeInput): Promise<MadeFile> => ({ path: sealNoticePath(input.sealed), content: await sealNoticeWorkbook(sealNotice(input)) });
