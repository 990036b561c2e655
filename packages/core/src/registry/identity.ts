/**
 * Numbers of identity cards, for comparing two people and for nothing else: they are read, compared and forgotten within one
 * import, and no problem, snapshot or record ever holds one. @zh 证件号
 */
import { asciiUpper, foldName, toHalfWidth } from '../base/text.js';
import type { Cell } from './cell.js';
import { LIST_SEPARATORS } from './field-readers.js';

/** A number, or what an office left of it. */
export interface Identity {
  /** Absent where the middle is masked. */
  readonly whole?: string | undefined;
  /** The first six and the last four characters. */
  readonly masked: string;
}

/** Somebody with a number and, where it is known, a name. */
export interface IdentifiedPerson {
  readonly identity: Identity;
  readonly name: string | undefined;
}

/** GB 11643: area, day of birth, serial, check character. */
const WHOLE = /^(\d{6})(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(\d{3}[\dX])$/;
const MASKED = /^(\d{6})(?=\d*[*•●×X#])[\d*•●×X#]{4,10}(\d{3}[\dX])$/;

const parseIdentity = (raw: string): Identity | undefined => {
  const text = asciiUpper(toHalfWidth(raw)).replace(/\s+/gu, '');
  const whole = WHOLE.exec(text);
  const [, first, last] = whole ?? MASKED.exec(text) ?? [];
  if (first === undefined || last === undefined) return undefined;
  return { whole: whole === null ? undefined : text, masked: first + last };
};

export interface ReadIdentities {
  readonly identities: readonly Identity[];
  /** Something is there that is no number of an identity card. */
  readonly hasOthers: boolean;
  /** A spreadsheet kept a number of 18 digits as an amount: its last digits are gone. */
  readonly isRounded: boolean;
}

/** All numbers of a cell. Other papers (passports, companies) are no numbers of identity cards. */
export const readIdentities = (cell: Cell | undefined): ReadIdentities => {
  if (cell?.kind !== 'text') return { identities: [], hasOthers: cell !== undefined, isRounded: cell !== undefined };
  const parts = cell.text.split(LIST_SEPARATORS).filter((part) => part.trim() !== '');
  const identities = parts.map(parseIdentity).filter((identity) => identity !== undefined);
  return { identities, hasOthers: identities.length < parts.length, isRounded: parts.some((part) => /^\d(?:\.\d+)?E\+\d+$/i.test(part.trim())) };
};

/** Both numbers whole: they decide. Otherwise what is left of them and the name; without a name nobody can be sure. */
export const samePerson = (a: IdentifiedPerson, b: IdentifiedPerson): 'same' | 'unsure' | undefined => {
  if (a.identity.masked !== b.identity.masked) return undefined;
  if (a.identity.whole !== undefined && b.identity.whole !== undefined) return a.identity.whole === b.identity.whole ? 'same' : undefined;
  if (a.name === undefined || b.name === undefined) return 'unsure';
  return foldName(a.name) === foldName(b.name) ? 'same' : undefined;
};
