/** Why a time-stamp token shows nothing, in words. */
import type { TokenFault } from '@shuangsuiji/core';

const faults: Readonly<Record<TokenFault, string>> = {
  malformed: '不是符合 RFC 3161 的时间戳，或已损坏',
  'imprint-differs': '盖的不是本次抽取的声明',
  'algorithm-unknown': '用了本程序不能核验的算法（如国密 SM2、SM3，或已不安全的 SHA-1）',
  'certificate-missing': '里面没有签名者的证书',
  'certificate-differs': '写明的证书与签名的证书不是同一张',
  'certificate-not-for-time': '签名的证书不是专用于时间戳的',
  'certificate-not-valid': '盖戳的时候证书不在有效期内',
  'signature-wrong': '签名不对',
};

/** A problem carries its reason as plain text. */
export const tokenFaultWords = (reason: string): string => (isFault(reason) ? faults[reason] : '没有读过');
const isFault = (reason: string): reason is TokenFault => Object.hasOwn(faults, reason);
