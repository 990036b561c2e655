/** Chances in words, from integers alone. */
import type { Share } from '@shuangsuiji/core';

const PER_CENT = 100;
const DIGITS = 2;

/** `301` → `3.01`; `250` → `2.5`. */
export const hundredths = (value: number): string => {
  const rest = value % PER_CENT;
  const tail = String(rest).padStart(DIGITS, '0').replace(/0+$/, '');
  return `${String((value - rest) / PER_CENT)}${tail === '' ? '' : `.${tail}`}`;
};

/** `约 3.01%`, rounded down; only what is certain reads as 100%. */
export const percentWords = ({ part, whole, basisPoints }: Share): string => {
  if (part > 0 && basisPoints === 0) return '不到 0.01%';
  const isExact = whole === 0 || (part * PER_CENT * PER_CENT) % whole === 0;
  return `${isExact ? '' : '约 '}${hundredths(basisPoints)}%`;
};

/** `23/763，约 3.01%`. */
export const shareWords = (share: Share): string => `${String(share.numerator)}/${String(share.denominator)}，${percentWords(share)}`;
