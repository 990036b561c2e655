/**
 * Invented codes that pass their check characters. Organisation codes all begin with MU and registration numbers come
 * from the top of the sequence, so that nobody mistakes one for a real firm's.
 */
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** GB 32100-2015 table 2: category of the body, by entity type. */
const CATEGORY = { 企业: '1', 个体工商户: '2', 农民专业合作社: '3' };
/** First digits of the sequence in a registration number: below 60 domestic enterprises, from 60 individual businesses. */
const SEQUENCE_START = { 企业: '399', 个体工商户: '999', 农民专业合作社: '398' };

/** GB 11714: digits count 0..9, letters 10..35; 10 is written X, 11 is written 0. */
const organisationCheck = (body) => {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, index) => total + weight * Number.parseInt(body.charAt(index), 36), 0);
  return '0123456789X0'.charAt(11 - (sum % 11));
};

/** GB 32100-2015: 31 minus the weighted sum mod 31, and 0 for 31. */
const usccCheck = (body) => {
  const sum = USCC_WEIGHTS.reduce((total, weight, index) => total + weight * USCC_ALPHABET.indexOf(body.charAt(index)), 0);
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
};

/**
 * @param {string} entityType 企业, 个体工商户 or 农民专业合作社
 * @param {import('./random.mjs').Random} random
 * @returns {string} eighteen characters
 */
export const makeUscc = (entityType, random) => {
  const organisation = `MU${Array.from({ length: 6 }, () => USCC_ALPHABET.charAt(random.below(31))).join('')}`;
  const body = `9${CATEGORY[entityType]}652722${organisation}${organisationCheck(organisation)}`;
  return body + usccCheck(body);
};

/**
 * Fifteen digits, the last one by ISO 7064 MOD 11,10.
 *
 * @param {string} entityType
 * @param {import('./random.mjs').Random} random
 * @returns {string}
 */
export const makeRegistrationNumber = (entityType, random) => {
  const body = `652722${SEQUENCE_START[entityType]}${String(random.below(100000)).padStart(5, '0')}`;
  let product = 10;
  for (const digit of body) product = (((product + Number(digit)) % 10 || 10) * 2) % 11;
  return `${body}${(11 - product) % 10}`;
};
