/** The left side of a seed line: where the value will come from, fixed in the seal (draw-spec D2.2). @zh 种子来源 */
import { err, ok, type Result } from '../base/result.js';
import type { SeedProblem } from './problems.js';

/** Games whose results everybody can look up. @zh 彩票游戏 */
export type LotteryGame = 'kl8' | 'ssq' | 'fc3d';

export type SeedSource =
  | { readonly kind: 'dice'; readonly faces: 6 | 10; readonly count: number }
  | { readonly kind: 'lottery'; readonly game: LotteryGame; readonly issue: string }
  | { readonly kind: 'drand'; readonly chain: 'quicknet'; readonly round: number }
  /** Names of the parties; the first is the office. */
  | { readonly kind: 'joint'; readonly parties: readonly string[] }
  | { readonly kind: 'typed' };

const LARGEST_ROLLING = 256;
const MOST_PARTIES = 16;

/** A party of a joint seed, as it stands in the line. */
export const isParty = (text: string): boolean => /^[0-9A-Z][0-9A-Z._-]{0,31}$/.test(text);

/**
 * Reads a left side such as `dice:d10x20`, `lottery:kl8:2026315`, `drand:quicknet:1000`, `joint:A,B` or `typed:`.
 *
 * @returns the source, or why it is none
 */
export const parseSeedSource = (text: string): Result<SeedSource, SeedProblem> => {
  const dice = /^dice:d(6|10)x([1-9]\d{0,2})$/.exec(text);
  if (dice !== null && Number(dice[2]) <= LARGEST_ROLLING) return ok({ kind: 'dice', faces: dice[1] === '6' ? 6 : 10, count: Number(dice[2]) });
  const [, game, issue] = /^lottery:(kl8|ssq|fc3d):(\d{7})$/.exec(text) ?? [];
  if (issue !== undefined && (game === 'kl8' || game === 'ssq' || game === 'fc3d')) return ok({ kind: 'lottery', game, issue });
  if (text === 'typed:') return ok({ kind: 'typed' });
  const [, round] = /^drand:quicknet:([1-9]\d{0,11})$/.exec(text) ?? [];
  if (round !== undefined) return ok({ kind: 'drand', chain: 'quicknet', round: Number(round) });
  if (text.startsWith('joint:')) return jointSource(text);
  return err({ code: 'seed-source-unknown', severity: 'error', fields: { source: text } });
};

const jointSource = (text: string): Result<SeedSource, SeedProblem> => {
  const parties = text.slice('joint:'.length).split(',');
  const isRight = parties.length >= 2 && parties.length <= MOST_PARTIES && parties.every(isParty) && new Set(parties).size === parties.length;
  return isRight ? ok({ kind: 'joint', parties }) : err({ code: 'joint-parties-bad', severity: 'error', fields: { source: text } });
};

/** The left side as text, the reverse of {@link parseSeedSource}. */
export const seedSourceText = (source: SeedSource): string => {
  switch (source.kind) {
    case 'dice':
      return `dice:d${source.faces}x${source.count}`;
    case 'lottery':
      return `lottery:${source.game}:${source.issue}`;
    case 'drand':
      return `drand:${source.chain}:${source.round}`;
    case 'joint':
      return `joint:${source.parties.join(',')}`;
    case 'typed':
      return 'typed:';
    default:
      return source satisfies never;
  }
};

/** Reads all left sides of a seal: at least one, none twice, one joint line at most. */
export const parseSeedSources = (texts: readonly string[]): Result<readonly SeedSource[], readonly SeedProblem[]> => {
  if (texts.length === 0) return err([{ code: 'seed-source-missing', severity: 'error', fields: {} }]);
  const sources = texts.map(parseSeedSource);
  const problems: SeedProblem[] = sources.flatMap((source) => (source.ok ? [] : [source.error]));
  const twice = texts.filter((text, index) => texts.indexOf(text) !== index);
  problems.push(...twice.map((source): SeedProblem => ({ code: 'seed-source-twice', severity: 'error', fields: { source } })));
  if (texts.filter((text) => text.startsWith('joint:')).length > 1) problems.push({ code: 'joint-twice', severity: 'error', fields: {} });
  return problems.length > 0 ? err(problems) : ok(sources.flatMap((source) => (source.ok ? [source.value] : [])));
};
