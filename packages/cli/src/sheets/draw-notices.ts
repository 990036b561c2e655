/** Lines under the title of a list of a draw: what it was drawn from, and every warning. */
import { type DrawList, type LaterRound, WARNING_WORDS } from '@shuangsuiji/core';
import { changeLine } from './change-words.js';
import { groupsOf, ledgerWords, taskLine, timeWords } from './marks.js';

const TENTHS = 10;
const bits = (tenthBits: number): string => `${String(tenthBits / TENTHS)}比特`;

const secretLine = (list: DrawList): string => {
  if (list.form === 'counts') return `密钥：尚未揭示，承诺 ${list.secret.commitment}，最迟 ${list.secret.revealBy} 揭示`;
  if (list.secret === undefined) return '密钥：无（封存时已声明抽取后立即公示名单）';
  return `密钥：secret:sha256=${list.secret.value}　　揭示时间：${timeWords(list.secret.revealedAt)}　　检查结束：${list.secret.visitsFinishedOn}`;
};

const laterLines = ({ round, commitment, count, seed }: LaterRound): readonly string[] => [
  `第${String(round)}轮补抽：${String(count)}户　　抽取时间：${timeWords(seed.drawnAt, seed.clock)}　　补抽摘要：${commitment}`,
  ...seed.lines.map((line) => `第${String(round)}轮公开种子：${line.line}（${bits(line.tenthBits)}）`),
  ...seed.warnings.map((warning) => `★第${String(round)}轮警告：${WARNING_WORDS[warning]}`),
];

/** For both forms. */
export const drawNotices = (list: DrawList): readonly string[] => {
  const { head, pool, quota, seedLines, tenthBits, warnings, ledgerHead, drawnAt, drawnClock, redoes, voidReason, laterRounds, changes } = list;
  return [
    taskLine(head),
    `抽查库：${String(pool)}户　　抽取：${String(quota)}户　　抽取时间：${timeWords(drawnAt, drawnClock)}`,
    `封存摘要C：${groupsOf(head.commitment).join(' ')}　　封存时间：${timeWords(head.sealedAt, head.clock)}`,
    ...seedLines.map((seed) => `公开种子：${seed.line}（${bits(seed.tenthBits)}）`),
    ...(seedLines.length > 1 ? [`公开种子合计：${bits(tenthBits)}`] : []),
    ...redoes.map(({ drawId, reason }) => `★重新抽取：${drawId} 已作废，理由：${reason}`),
    ...(voidReason === undefined ? [] : [`★本次抽取已作废，理由：${voidReason}`]),
    ...laterRounds.flatMap(laterLines),
    ...changeLine(changes),
    ...warnings.map((warning) => `★警告：${WARNING_WORDS[warning]}`),
    secretLine(list),
    `台账：${ledgerWords(ledgerHead)}`,
  ];
};

/** Lines at the foot: digests of the record's files. */
export const documentRemarks = ({ documents, program }: DrawList): readonly string[] => [
  ...documents.map(({ path, digest }) => `存档文件 ${path}　sha256 ${digest}`),
  `程序：${program.name} ${program.version}`,
];
