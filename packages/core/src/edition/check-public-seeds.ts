/** The seeds of all rounds, each against the terms that were fixed before it (draw-spec D2, D8). */
import { checkSeed } from '../verify/check-seed.js';
import { usedBefore } from '../verify/check-seeds.js';
import type { Finding } from '../verify/findings.js';
import { when } from '../verify/parts.js';
import type { OpenedEdition } from './opened-edition.js';
import type { PublicDocument } from './public-document.js';
import { PUBLIC_FILE } from './public-paths.js';
import { namelessSeed } from './public-seed.js';

export const checkPublicSeeds = ({ drawId, seed: sealed, sealedAt, rounds }: PublicDocument, edition: OpenedEdition): readonly Finding[] =>
  edition.rounds.flatMap(({ seed }, round) =>
    when({ seed }, (parts) => {
      const stated = rounds[round];
      const [terms, fixedAt] = stated !== undefined && 'noticedAt' in stated ? [stated.seed, stated.noticedAt] : [sealed, sealedAt];
      return [...checkSeed({ drawId, round, terms, fixedAt, file: PUBLIC_FILE }, namelessSeed(parts.seed)), ...usedBefore(edition.rounds.map((one) => (one.seed.ok ? one.seed.value : undefined)), round)];
    }),
  );
