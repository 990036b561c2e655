/** Draws that share a public seed and overlap in their frames (protocol §9). @zh 重叠的抽取 */
import type { DrawId, TargetId } from '../base/brand.js';

/** Another draw of the same ledger. */
export type Overlap = {
  readonly drawId: DrawId;
  readonly batch: string;
  /** Targets that are in both frames. */
  readonly shared: number;
  readonly isVoid: boolean;
};

/** What a draw takes its seed from. */
export interface SeedUse {
  /** Left sides, fixed by the seal. */
  readonly sources: readonly string[];
  /** Whole public lines, once it was drawn. */
  readonly lines?: readonly string[] | undefined;
}

/**
 * True where both seeds have a line in common. Of draws that wait for their seed the source decides:
 * one lottery issue or beacon round is one value, while two rollings of dice may still turn out to be one.
 */
export const sharesSeed = (a: SeedUse, b: SeedUse): boolean => {
  if (a.lines !== undefined && b.lines !== undefined) return a.lines.some((line) => b.lines?.includes(line) === true);
  return a.sources.some((source) => b.sources.includes(source));
};

/** How many targets are in both frames. */
export const sharedTargets = (a: readonly { readonly id: TargetId }[], b: readonly { readonly id: TargetId }[]): number => {
  const ids = new Set(a.map(({ id }) => id));
  return b.filter(({ id }) => ids.has(id)).length;
};
