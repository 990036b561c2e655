/** The seeds of all rounds, each against its own notice (draw-spec D2, D8). */
import type { HashText } from '../base/digest.js';
import type { Notice } from '../record/notice.js';
import { PATHS, roundPaths } from '../record/paths.js';
import type { SeedDocument } from '../record/round-schemas.js';
import type { ParsedLedger } from '../record/parse-ledger.js';
import type { Sealed } from '../record/sealed.js';
import { seedTermsOf } from '../record/seed-terms.js';
import { roundWithLines, type SeedLines } from '../record/used-lines.js';
import { checkSeed, type SeedRule } from './check-seed.js';
import { checkSeedOrder } from './check-seed-order.js';
import type { Finding } from './findings.js';
import type { OpenedRecord } from './opened-record.js';
import { notThere, when } from './parts.js';

/** The seed of every round, each fresh (protocol §8), and the way to it as the ledger has it. */
export const checkSeeds = (record: OpenedRecord): readonly Finding[] =>
  record.rounds.flatMap(({ round, seed, notice }) => [
    ...when({ sealed: record.sealed, seed, notice }, (parts) => {
      if (parts.seed === undefined) return notThere(record, round);
      const rule = ruleOf(parts.sealed, round, parts.notice);
      if (rule === undefined) return [{ code: 'depends-on', severity: 'error', fields: { files: [roundPaths(round).notice] } }];
      return [...checkSeed(rule, parts.seed), ...usedBefore(record.rounds.map((one) => (one.seed.ok ? one.seed.value : undefined)), round)];
    }),
    ...when({ sealed: record.sealed, ledger: record.ledger, seed, notice }, (parts) => checkWay(parts, round, record.hash)),
  ]);

interface WayParts {
  readonly sealed: Sealed;
  readonly ledger: ParsedLedger;
  readonly seed: SeedDocument | undefined;
  readonly notice: Notice | undefined;
}

/** Whether every step could be taken when it was; without a later round's notice there are no terms, which the point above says. */
const checkWay = ({ sealed, ledger: { entries }, seed, notice }: WayParts, round: number, hash: HashText): readonly Finding[] => {
  const later = notice !== undefined && 'changes' in notice ? notice : undefined;
  if (round > 0 && later === undefined) return [];
  const file = round === 0 ? PATHS.sealed : roundPaths(round).notice;
  const terms = seedTermsOf(sealed, later);
  return terms.ok ? checkSeedOrder({ terms: terms.value, termsFile: file, entries, seed, file: roundPaths(round).seed, hash }) : terms.error.map((problem) => ({ ...problem, where: { file } }));
};

const ruleOf = ({ drawId, seed, sealedAt }: Sealed, round: number, notice: Notice | undefined): SeedRule | undefined => {
  if (round === 0) return { drawId, round, terms: seed, fixedAt: sealedAt, file: PATHS.sealed };
  return notice === undefined || !('changes' in notice) ? undefined : { drawId, round, terms: notice.seed, fixedAt: notice.noticedAt, file: roundPaths(round).notice };
};

/** The values of an earlier round are known to everybody. */
export const usedBefore = (seeds: readonly (SeedLines | undefined)[], round: number): readonly Finding[] => {
  const own = seeds[round];
  const first = own === undefined ? undefined : roundWithLines(seeds.slice(0, round), own.lines.map(({ line }) => line));
  return first === undefined ? [] : [{ code: 'seed-used-before', severity: 'error', where: { file: roundPaths(round).seed }, fields: { round: first } }];
};
