/** The terms of a round's public seed: from the seal, or from the notice of a later round. */
import { ok, type Result } from '../base/result.js';
import type { SeedProblem } from '../seed/problems.js';
import { parseSeedSources } from '../seed/source.js';
import type { SeedTerms } from '../seed/terms.js';
import type { RoundNotice } from './notice.js';
import type { Sealed } from './sealed.js';

/** Lines that are no sources were written by hand. */
export const seedTermsOf = ({ scheme, drawId, sealedAt, seed }: Pick<Sealed, 'scheme' | 'drawId' | 'sealedAt' | 'seed'>, notice?: RoundNotice): Result<SeedTerms, readonly SeedProblem[]> => {
  const { lines, notBefore, joint } = notice?.seed ?? seed;
  const sources = parseSeedSources(lines);
  return sources.ok ? ok({ scheme, drawId, round: notice?.round ?? 0, sealedAt: notice?.noticedAt ?? sealedAt, notBefore, sources: sources.value, joint }) : sources;
};
