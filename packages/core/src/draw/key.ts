/** Keys bind a stage and a round of one draw to its seed (draw-spec D3). */
import { type Digest, type DrawId, unsafeBrand } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';
import type { Scheme } from './scheme.js';

/** The two random events of a ceremony. */
export type Stage = 'targets' | 'inspectors';

/** `authority-year-serial`: three parts, the last one issued by the ledger. */
export const isDrawId = (value: unknown): value is DrawId => typeof value === 'string' && /^[0-9A-Z]{1,16}-\d{4}-\d{4,}$/.test(value);

/** The identifier of the nth draw of an authority's ledger in a year. */
export const drawIdOf = (authority: string, year: number, serial: number): DrawId =>
  unsafeBrand<'DrawId'>(`${authority}-${year}-${String(serial).padStart(4, '0')}`);

export interface KeyInput {
  readonly scheme: Scheme;
  readonly drawId: DrawId;
  readonly stage: Stage;
  /** 0 is the main draw. */
  readonly round: number;
  /** All seed lines joined by LF. */
  readonly seed: string;
  readonly hash: HashText;
}

/**
 * Key of one stage and round.
 *
 * @returns 64 lower-case hex characters
 * @throws RangeError if `round` is not an integer from 0
 */
export const drawKey = ({ scheme, drawId, stage, round, seed, hash }: KeyInput): Digest => {
  if (!Number.isSafeInteger(round) || round < 0) throw new RangeError(`drawKey: round ${round} is not an integer from 0`);
  return digestOf(`${scheme} key\n${drawId}\n${stage}\n${round}\n${seed}\n`, hash);
};
