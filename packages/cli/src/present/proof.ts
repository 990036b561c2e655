/** What a proof says, round by round. */
import type { Proof, ProofRound } from '@shuangsuiji/core';

/** As stated: whether it is so is the check's matter. */
export const proofLines = ({ id, stratum, frameRoot, rounds }: Proof): readonly string[] => [
  `检查对象 ${id} 在抽查库中，层 ${stratum}，抽查库的根 ${frameRoot}`,
  ...rounds.flatMap((round) => [`${round.round === 0 ? '抽取' : `第 ${String(round.round)} 次补抽`}：${roundWords(round)}`]),
];

const roundWords = (round: ProofRound): string => {
  if ('out' in round) return round.out === 'drawn' ? '以前已经抽中，不再参加' : '抽取机关申明已退出，不参加（退出的理由在存档里）';
  const cut = round.cutOff === undefined ? '，这一层没有抽取' : `，分界 ${round.cutOff}`;
  return `${round.isDrawn ? '抽中' : '没有抽中'}；抽取序号 ${round.ticket}${cut}`;
};
