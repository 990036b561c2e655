/** Public lines that an earlier round had are known to everybody (protocol §8). */

export interface SeedLines {
  readonly lines: readonly { readonly line: string }[];
}

/**
 * The first round that had these lines.
 *
 * @param seeds - by round; absent where a round has none or it cannot be read
 */
export const roundWithLines = (seeds: readonly (SeedLines | undefined)[], lines: readonly string[]): number | undefined => {
  const text = lines.join('\n');
  const round = seeds.findIndex((seed) => seed?.lines.map(({ line }) => line).join('\n') === text);
  return round < 0 ? undefined : round;
};
