/** What others sign or stamp, on a notice: to be read by eye and by machine (record-format R13.4). */
import { type Digest, type DrawId, statementMark } from '@shuangsuiji/core';
import type { FormBand } from '../excel/form-content.js';
import { qrPicture } from '../excel/qr-picture.js';
import { groupsOf } from './marks.js';

export interface StatementBandInput {
  readonly drawId: DrawId;
  readonly round: number;
  readonly statement: Digest;
}

export const statementBand = (input: StatementBandInput): FormBand => ({
  kind: 'picture',
  label: '声明摘要',
  value: `${groupsOf(input.statement).join(' ')}\n由其他单位签名或盖时间戳，证明本公告在种子之前已有；二维码内容相同。`,
  picture: qrPicture(statementMark(input)),
});
