/** The rounds of a draw as the public knows them: neutral strata, quotas, cut-offs, drawn targets (record-format R15.2, R15.3). */
import type { HashText } from '../base/digest.js';
import { toJsonDocument, toJsonLines } from '../base/json-lines.js';
import { sortedBy } from '../base/text.js';
import type { DrawnTarget } from '../draw/draw-targets.js';
import type { Change } from '../record/changes.js';
import { noticeDigest } from '../record/notice.js';
import { roundPaths } from '../record/paths.js';
import type { ArchiveParts, ArchiveRound } from './archive-parts.js';
import type { LaterRound, PublicRound } from './public-document.js';
import { publicSeedOf } from './public-seed.js';

type Strata = ArchiveParts['strata'];

/** What `public.json` says of a round. */
export const publicRound = ({ sealed, strata }: Pick<ArchiveParts, 'sealed' | 'strata'>, { round, notice, targets }: ArchiveRound, hash: HashText): PublicRound => {
  const rows = neutralRows(targets, strata);
  if (notice === undefined) {
    return { round: 0, strata: neutral(sealed.strata, strata).map(({ name, pool, quota }) => ({ name, pool, quota, cutOff: cutOffOf(rows, name) })) };
  }
  const { ledgerHead, noticedAt, clock, changes, seed } = notice;
  return {
    round, ledgerHead, noticedAt, clock, seed,
    commitment: noticeDigest(notice, hash),
    changes: countsOf(changes.map(({ change }) => change)),
    strata: neutral(notice.strata, strata).map(({ name, pool, quota, withdrawn }) => ({ name, pool, quota, withdrawn, cutOff: cutOffOf(rows, name) })),
  };
};

/** The files of a round. */
export const publicRoundTexts = ({ strata }: Pick<ArchiveParts, 'strata'>, { round, seed, targets }: ArchiveRound): readonly (readonly [string, string])[] => {
  const paths = roundPaths(round);
  return [
    [paths.seed, toJsonDocument(publicSeedOf(seed))],
    [paths.targets, toJsonLines(neutralRows(targets, strata).map((row) => ({ ...row })))],
  ];
};

/** The last ticket drawn in a stratum; rows ascend. */
export const cutOffOf = (rows: readonly DrawnTarget[], stratum: string): DrawnTarget['ticket'] | undefined => rows.findLast((row) => row.stratum === stratum)?.ticket;

const neutral = <Stratum extends { readonly name: string }>(strata: readonly Stratum[], names: Strata): readonly Stratum[] =>
  sortedBy(strata.map((stratum) => ({ ...stratum, name: names.get(stratum.name) ?? '' })), ({ name }) => name);

/** Within a stratum the order stays: by ticket, then id. */
const neutralRows = (rows: readonly DrawnTarget[], names: Strata): readonly DrawnTarget[] =>
  sortedBy(rows.map((row) => ({ ...row, stratum: names.get(row.stratum) ?? '' })), ({ stratum, ticket, id }) => `${stratum}\n${ticket}\n${id}`);

const countsOf = (changes: readonly Change[]): LaterRound['changes'] => {
  const counts = new Map<Change['kind'], number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return sortedBy(counts, ([kind]) => kind).map(([kind, count]) => ({ kind, count }));
};
