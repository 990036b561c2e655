/** The whole seed of a round: public lines, then the secret (draw-spec D2). @zh 种子 */
import type { Digest } from '../base/brand.js';
import { err, ok, type Result } from '../base/result.js';
import { compareUtf8 } from '../base/text.js';
import { LEAST_TENTH_BITS } from './entropy.js';
import type { SeedProblem, SeedWarning } from './problems.js';
import { isWitnessed, lineTenthBits, publicLine, type PublicLine, publicLineText, type Witness } from './public-line.js';
import type { SeedSource } from './source.js';

export interface PublicSeedInput {
  /** As sealed, in the seal's order. */
  readonly sources: readonly SeedSource[];
  /** One value a source, in the same order. */
  readonly values: readonly string[];
  /** They speak for the dice lines. */
  readonly witnesses: readonly Witness[];
  readonly sheet?: Digest | undefined;
  /** Of the drand line. */
  readonly signature?: string | undefined;
}

/** The public lines of one seed with what they are worth. */
export interface PublicSeed {
  readonly lines: readonly PublicLine[];
  /** Tenths of a bit in all. */
  readonly tenthBits: number;
  readonly warnings: readonly SeedWarning[];
}

/** Puts the values that have become known beside their sealed sources and checks each. */
export const publicSeed = ({ sources, values, witnesses, sheet, signature }: PublicSeedInput): Result<PublicSeed, readonly SeedProblem[]> => {
  if (values.length !== sources.length) {
    return err([{ code: 'seed-count-differs', severity: 'error', fields: { wanted: sources.length, found: values.length } }]);
  }
  const speaking = { dice: { witnesses, sheet }, drand: { witnesses: [], signature }, other: { witnesses: [] } } as const;
  const lines = sources.map((source, index) =>
    publicLine({ source, value: values[index] ?? '', ...speaking[source.kind === 'dice' || source.kind === 'drand' ? source.kind : 'other'] }),
  );
  const problems = lines.flatMap((line) => (line.ok ? [] : line.error));
  return problems.length > 0 ? err(problems) : ok(weighed(lines.flatMap((line) => (line.ok ? [line.value] : []))));
};

/** Adds up what the lines are worth and what must be said about them. */
export const weighed = (lines: readonly PublicLine[]): PublicSeed => {
  const tenthBits = lines.reduce((sum, line) => sum + lineTenthBits(line), 0);
  const warnings = new Set<SeedWarning>();
  if (tenthBits < LEAST_TENTH_BITS) warnings.add('entropy-low');
  for (const line of lines) {
    if (line.source.kind === 'typed') warnings.add('seed-typed');
    if (line.source.kind === 'dice' && !isWitnessed(line)) warnings.add('dice-unwitnessed');
  }
  return { lines, tenthBits, warnings: [...warnings].sort(compareUtf8) };
};

/**
 * The text that is hashed: lines joined by LF, the secret last.
 *
 * @param secret - absent only where the seal says that the list is published at once
 */
export const seedText = ({ lines, secret }: { readonly lines: readonly PublicLine[]; readonly secret?: Digest | undefined }): string =>
  [...lines.map(publicLineText), ...(secret === undefined ? [] : [`secret:sha256=${secret}`])].join('\n');
