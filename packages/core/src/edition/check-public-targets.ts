/** Every drawn target has the ticket that the seed gives it, and each stratum ends at its cut-off (draw-spec D4, D7). */
import type { Digest, TargetId } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { toJsonLines } from '../base/json-lines.js';
import type { DrawnTarget } from '../draw/draw-targets.js';
import { drawKey } from '../draw/key.js';
import { ticket } from '../draw/ticket.js';
import { roundPaths } from '../record/paths.js';
import type { RevealDocument } from '../record/round-schemas.js';
import { knownSecret, wholeSeed } from '../verify/check-seed.js';
import { compareTexts, compareValues } from '../verify/compare-texts.js';
import type { Finding } from '../verify/findings.js';
import { when } from '../verify/parts.js';
import type { EditionRound, OpenedEdition } from './opened-edition.js';
import type { PublicDocument } from './public-document.js';
import { PUBLIC_FILE } from './public-paths.js';
import { cutOffOf } from './public-rounds.js';
import { namelessSeed } from './public-seed.js';

export interface TargetParts {
  readonly document: PublicDocument;
  readonly reveal: RevealDocument | undefined;
}

export const checkPublicTargets = (parts: TargetParts, edition: OpenedEdition): readonly Finding[] => [
  ...(edition.rounds.length === 0 ? [{ code: 'not-drawn', severity: 'error', fields: {} } as const] : []),
  ...edition.rounds.flatMap((opened) =>
    when({ seed: opened.seed, targets: opened.targets }, ({ targets }) => [...checkTickets(parts, opened, targets, edition), ...checkStrata(parts.document, opened.round, targets)]),
  ),
  ...checkTwice(edition.rounds),
];

/** The key of a round's tickets, or `undefined` while the secret is not known or the seed cannot be read. */
export const ticketKey = ({ document, reveal }: TargetParts, { round, seed }: EditionRound, hash: HashText): Digest | undefined => {
  if (!seed.ok) return undefined;
  const whole = wholeSeed(namelessSeed(seed.value), knownSecret(document, reveal, hash));
  return whole === undefined ? undefined : drawKey({ scheme: document.scheme, drawId: document.drawId, stage: 'targets', round, seed: whole, hash });
};

const checkTickets = (parts: TargetParts, opened: EditionRound, rows: readonly DrawnTarget[], { texts, hash }: OpenedEdition): readonly Finding[] => {
  const key = ticketKey(parts, opened, hash);
  const file = roundPaths(opened.round).targets;
  if (key === undefined) return [{ code: 'not-revealed', severity: 'error', where: { file }, fields: { revealBy: parts.document.seed.secret?.revealBy ?? '' } }];
  const { scheme } = parts.document;
  const replayed = rows.map(({ stratum, id }) => ({ stratum, ticket: ticket({ scheme, key, id, balls: 1, hash }), id }));
  return compareTexts({ file, recorded: texts.get(file), replayed: toJsonLines(replayed) });
};

/** As many as the quota, up to the cut-off, in the strata of the round. */
const checkStrata = ({ rounds }: PublicDocument, round: number, rows: readonly DrawnTarget[]): readonly Finding[] => {
  const strata = rounds[round]?.strata ?? [];
  const known = new Set<string>(strata.map(({ name }) => name));
  return [
    ...compareValues({ file: PUBLIC_FILE, field: `rounds.${round}.quota`, recorded: strata.map(({ quota }) => quota), replayed: strata.map(({ name }) => rows.filter(({ stratum }) => stratum === name).length) }),
    ...compareValues({ file: PUBLIC_FILE, field: `rounds.${round}.cutOff`, recorded: strata.map(({ cutOff }) => cutOff ?? ''), replayed: strata.map(({ name }) => cutOffOf(rows, name) ?? '') }),
    ...compareValues({ file: roundPaths(round).targets, field: 'stratum', recorded: rows.filter(({ stratum }) => !known.has(stratum)).map(({ id }) => id), replayed: [] }),
  ];
};

/** Nobody is drawn twice, in one round or in two (D8.1). */
const checkTwice = (rounds: readonly EditionRound[]): readonly Finding[] => {
  const seen = new Set<TargetId>();
  return rounds.flatMap(({ round, targets }) => {
    if (!targets.ok) return [];
    const twice = targets.value.filter(({ id }) => seen.has(id) || seen.add(id) === undefined).map(({ id }) => id);
    return compareValues({ file: roundPaths(round).targets, field: 'id', recorded: twice, replayed: [] });
  });
};
