/** What the evidence of a draw shows about when its notices were there, and what it does not (封存在先). */
import { type EvidenceShown, FINGERPRINT_LENGTH, type SealedBeforeSeed } from '@shuangsuiji/core';
import { clipped } from './one-line.js';

/** Long enough for the distinguished name of an authority. */
const LONGEST = 160;

/** First whether it is shown, then every piece of evidence with exactly what it says. */
export const sealedBeforeSeedSentences = (claim: SealedBeforeSeed): readonly string[] => {
  const { round, sealedAt, drawnAt, notBefore, isShown, evidence } = claim;
  const subject = round === 0 ? '封存是否在种子产生以前就已公开' : `第 ${String(round)} 轮的公告是否在种子产生以前就已公开`;
  const record = `档案写明 ${sealedAt} ${round === 0 ? '封存' : '公告'}${notBefore === undefined ? '' : `、种子不早于 ${notBefore}`}${drawnAt === undefined ? '，尚未抽取' : `、${drawnAt} 抽取`}`;
  return [`${subject}：${isShown ? '已证明' : '未证明'}。${record}${conclusion(isShown, evidence)}`, ...evidence.map(evidenceSentence)];
};

const conclusion = (isShown: boolean, evidence: readonly EvidenceShown[]): string => {
  if (isShown) return '，下列存证中有种子产生以前的签名或时间戳，由您指定信任的公钥或机构作出。';
  if (evidence.length === 0) return '；没有存证，请核对封存公告公布或由其他单位签收的时间。';
  return '；下列存证都不足以证明。';
};

const timeWords = (isBefore: boolean): string => (isBefore ? '早于种子可能产生的时间' : '不早于种子可能产生的时间，不能证明封存在先');

const evidenceSentence = (one: EvidenceShown): string => {
  switch (one.kind) {
    case 'signature': {
      const { path, keyDigest, card, signedAt, clock, isTrusted, isBefore } = one;
      const clockWords = clock === 'fixed' ? '（这个时间由设置给定，什么也不能证明）' : '';
      const trust = isTrusted ? '这把公钥由您指定信任' : '这把公钥是不是他的，这里没有证明（用 --trust-key 指定您已核对的公钥）';
      return `${path}：公钥 ${keyDigest.slice(0, FINGERPRINT_LENGTH)}（公钥卡上写的是 ${clipped(card.body)} ${clipped(card.holder)}）签名，写明在 ${signedAt}${clockWords} 已见到这份公告，${timeWords(isBefore)}；${trust}。`;
    }
    case 'timestamp': {
      const { path, token, isBefore } = one;
      const trust = {
        trusted: '证书出自您指定信任的根证书',
        untrusted: '证书不出自您指定的根证书，机构本身没有核实',
        'not-checked': '没有给出根证书，机构本身没有核实（用 --trust 给出）',
      }[token.trust];
      return `${path}：时间戳证明这份公告最迟在 ${token.latest} 已经存在，${timeWords(isBefore)}；签发 ${clipped(token.subject, LONGEST)}，上级 ${clipped(token.issuer, LONGEST)}，证书 sha256 ${token.fingerprint}，策略 ${clipped(token.policy)}；${trust}；证书此后是否吊销没有查。`;
    }
    case 'written':
      return `${one.path}：书面证据“${clipped(one.words, LONGEST)}”${one.scan === undefined ? '' : `，扫描件 sha256 ${one.scan}`}；程序不能核验，请看原件。`;
    default:
      return one satisfies never;
  }
};
