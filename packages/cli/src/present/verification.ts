/** A verification for the terminal: point by point, what differs, what cannot be shown, the verdict. */
import { type Finding, isRehearsal, type Point, type Verification } from '@shuangsuiji/core';
import { claimSentences } from '../messages/claims.js';
import { describe } from '../messages/describe.js';
import { pointNames, verdictNames } from '../messages/names.js';
import { type DifferenceInput, differenceLines } from './difference.js';
import { padded, widest } from './pad.js';
import { REHEARSAL_MARK } from './rehearsal.js';
import { wrap } from './wrap.js';

export interface VerificationInput {
  readonly verification: Verification;
  readonly columns: number;
  /** What stands after the points. */
  readonly below?: readonly string[] | undefined;
}

const NAME_WIDTH = widest(Object.values(pointNames)) + 2;
const INDENT = ['  · ', '    '] as const;

export const verificationLines = ({ verification, columns, below = [] }: VerificationInput): readonly string[] => {
  const { drawId, scheme, verdict, points, claims } = verification;
  const mark = scheme !== undefined && isRehearsal(scheme) ? REHEARSAL_MARK : '';
  const mends = new Set(points.flatMap(({ findings }) => findings.map((finding) => describe(finding).mend)));
  const listed = (title: string, texts: readonly string[]): readonly string[] =>
    texts.length === 0 ? [] : ['', title, ...texts.flatMap((text) => wrap({ text, columns, indent: INDENT }))];
  return [
    ...(drawId === undefined ? [] : [`${mark}抽取编号 ${drawId}${scheme === undefined ? '' : `，抽取方案 ${scheme}`}`, '']),
    `${padded('核验点', NAME_WIDTH)}结论`,
    `${'─'.repeat(NAME_WIDTH - 2)}  ────────`,
    ...points.flatMap((point) => pointLines(point, columns)),
    ...below,
    ...listed('怎样处理', [...mends]),
    ...listed('不能由复算证明的事项', claims.flatMap(claimSentences)),
    '',
    `核验结论：${mark}${verdictNames[verdict]}`,
  ];
};

const pointLines = ({ id, verdict, findings }: Point, columns: number): readonly string[] => [
  `${padded(pointNames[id], NAME_WIDTH)}${verdictNames[verdict]}`,
  ...findings.flatMap((finding) => findingLines({ finding, columns, holder: '档案' })),
];

interface FindingInput extends Pick<DifferenceInput, 'columns' | 'holder'> {
  readonly finding: Finding;
}

/** How to mend it is said once, below. */
export const findingLines = ({ finding, columns, holder }: FindingInput): readonly string[] => {
  if (finding.code === 'value-differs') return differenceLines({ finding, columns, holder });
  const { where, what, why = '', code } = describe(finding);
  return wrap({ text: `${where === '' ? '' : `${where}：`}${what}${why}（${code}）`, columns, indent: INDENT });
};
