/** One public line of a seed with what speaks for it (draw-spec D2). @zh 公开种子行 */
import { type Digest } from '../base/brand.js';
import { err, ok, type Result } from '../base/result.js';
import { isDigest } from '../base/digest.js';
import { drandRandomness } from './drand.js';
import { isDrandSigned } from './drand-signature.js';
import { sourceTenthBits } from './entropy.js';
import { lotteryProblems } from './lottery.js';
import type { SeedProblem } from './problems.js';
import { type SeedSource, seedSourceText } from './source.js';

/** Somebody who saw the dice fall, and for which agency. @zh 见证人 */
export interface Witness {
  readonly name: string;
  readonly agency: string;
}

export interface PublicLine {
  readonly source: SeedSource;
  /** What stands right of `=`. */
  readonly value: string;
  readonly witnesses: readonly Witness[];
  /** Digest of the signed sheet of a rolling. */
  readonly sheet?: Digest | undefined;
  /** Of a drand line, 96 hex characters: its value is sha256 of it. */
  readonly signature?: string | undefined;
}

const LONGEST_TYPED = 200;

/**
 * Checks a value against its sealed source. Nothing is trimmed or repaired: leading zeros count.
 *
 * @returns the line, or everything wrong with the value
 */
export const publicLine = (input: PublicLine): Result<PublicLine, readonly SeedProblem[]> => {
  const problems = valueProblems(input);
  return problems.length > 0 ? err(problems) : ok(input);
};

/** `kind:params=value`. */
export const publicLineText = ({ source, value }: PublicLine): string => `${seedSourceText(source)}=${value}`;

/** True for dice with two witnesses of different agencies and a signed sheet (D2.4). */
export const isWitnessed = ({ witnesses, sheet }: PublicLine): boolean =>
  sheet !== undefined && new Set(witnesses.map(({ agency }) => agency)).size >= 2;

/** What the line counts: dice without witnesses count as typed. */
export const lineTenthBits = (line: PublicLine): number =>
  line.source.kind === 'dice' && !isWitnessed(line) ? 0 : sourceTenthBits(line.source);

const valueProblems = ({ source, value, signature }: PublicLine): readonly SeedProblem[] => {
  const line = seedSourceText(source);
  if (value === '') return [{ code: 'seed-empty', severity: 'error', fields: { line } }];
  const strange = [...value].findIndex((character) => character < ' ' || character > '~');
  if (strange >= 0) return [{ code: 'seed-not-ascii', severity: 'error', fields: { line, position: strange + 1, character: [...value][strange] ?? '' } }];
  const whole = /^((?:dice|lottery|typed|drand|joint|secret):[^=]*)=/.exec(value);
  if (whole?.[1] !== undefined) return [wholeLineProblem(line, whole[1])];
  switch (source.kind) {
    case 'dice':
      return diceProblems(line, source, value);
    case 'lottery':
      return lotteryProblems({ game: source.game, line, value });
    case 'drand':
      return drandProblems({ line, round: source.round, value, signature });
    case 'joint':
      return isDigest(value) ? [] : [{ code: 'joint-form', severity: 'error', fields: { line } }];
    case 'typed':
      return value.length > LONGEST_TYPED ? [{ code: 'typed-too-long', severity: 'error', fields: { line, longest: LONGEST_TYPED, found: value.length } }] : [];
    default:
      return source satisfies never;
  }
};

const wholeLineProblem = (sealed: string, given: string): SeedProblem =>
  sealed === given
    ? { code: 'seed-value-only', severity: 'error', fields: { sealed } }
    : { code: 'seed-of-another-source', severity: 'error', fields: { sealed, given } };

const diceProblems = (line: string, { faces, count }: SeedSource & { readonly kind: 'dice' }, value: string): readonly SeedProblem[] => {
  const digits = [...value];
  const at = digits.findIndex((digit) => !(faces === 10 ? /^[0-9]$/ : /^[1-6]$/).test(digit));
  if (at >= 0) return [{ code: 'dice-face', severity: 'error', fields: { line, position: at + 1, character: digits[at] ?? '' } }];
  return digits.length === count ? [] : [{ code: 'dice-count', severity: 'error', fields: { line, wanted: count, found: digits.length } }];
};

interface DrandValue {
  readonly line: string;
  readonly round: number;
  readonly value: string;
  readonly signature: string | undefined;
}

/** The signature decides: without it anybody could have made the value up (D2.7). */
const drandProblems = ({ line, round, value, signature }: DrandValue): readonly SeedProblem[] => {
  if (!isDigest(value)) return [{ code: 'drand-form', severity: 'error', fields: { line } }];
  if (signature === undefined) return [{ code: 'drand-signature-missing', severity: 'error', fields: { line } }];
  if (!isDrandSigned({ round, signature })) return [{ code: 'drand-signature-wrong', severity: 'error', fields: { line } }];
  const wanted = drandRandomness(signature);
  return value === wanted ? [] : [{ code: 'drand-randomness-wrong', severity: 'error', fields: { line, wanted } }];
};
