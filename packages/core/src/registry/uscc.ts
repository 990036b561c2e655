/** 统一社会信用代码, GB 32100-2015: eighteen characters, the last one a check character with weights 3^i mod 31. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3^i mod 31 for i = 0..16 (GB 32100-2015 table 3). */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/**
 * Check character of the first seventeen characters.
 *
 * @param body - seventeen characters of the code's alphabet
 * @throws RangeError where `body` is anything else
 */
export const usccCheckCharacter = (body: string): string => {
  if (!/^[0-9A-HJ-NPQRTUWXY]{17}$/.test(body)) throw new RangeError(`usccCheckCharacter: body ${JSON.stringify(body)} is not 17 characters of GB 32100`);
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(body.charAt(index)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
};

/** True where the eighteenth character is the right one; early pilot codes really fail this. */
export const hasRightCheckCharacter = (uscc: string): boolean => usccCheckCharacter(uscc.slice(0, 17)) === uscc.charAt(17);
