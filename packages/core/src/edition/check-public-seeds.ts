/** The seeds of all rounds, each against the terms that were fixed before it (draw-spec D2, D8). */
import { checkSeed } from '../verify/check-seed.js';
import type { Finding } from '../verify/findings.js';
import { when } from '../verify/parts.js';
import { roundPaths } from '../record/paths.js';
import type { OpenedEdition } from './opened-edition.js';
import type { PublicDocument } from './public-document.js';
import { PUBLIC_FILE } from './public-paths.js';
import { namelessSeed, type PublicSeedDocument } from './public-seed.js';

export const checkPublicSeeds = ({ drawId, seed: sealed, sealedAt, rounds }: PublicDocument, edition: OpenedEdition): readonly Finding[] =>
  edition.rounds.flatMap(({ seed }, round) =>
    when({ seed }, (parts) => {
      const stated = rounds[round];
      const [terms, fixedAt] = stated !== undefined && 'noticedAt' in stated ? [stated.seed, stated.noticedAt] : [sealed, sealedAt];
      return [...checkSeed({ drawId, round, terms, fixedAt, file: PUBLIC_FILE }, namelessSeed(parts.seed)), ...usedBefore(edition, round, parts.seed)];
    }),
  );

/** The values of an earlier round are known to everybody. */
const usedBefore = ({ rounds }: OpenedEdition, round: number, seed: PublicSeedDocument): readonly Finding[] => {
  const textOf = ({ lines }: PublicSeedDocument): string => lines.map(({ line }) => line).join('\n');
  const first = rounds.slice(0, round).find((one) => one.seed.ok && textOf(one.seed.value) === textOf(seed));
  return first === undefined ? [] : [{ code: 'seed-used-before', severity: 'error', where: { file: roundPaths(round).seed }, fields: { round: first.round } }];
};
