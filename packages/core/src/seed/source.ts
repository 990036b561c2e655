/** The left side of a seed line: where the value will come from, fixed in the seal (draw-spec D2.2). @zh 种子来源 */
import { err, ok, type Result } from '../base/result.js';
import type { SeedProblem } from './problems.js';

/** Games whose results everybody can look up. @zh 彩票游戏 */
export type LotteryGame = 'kl8' | 'ssq' | 'fc3d';

export type SeedSource =
  | { readonly kind: 'dice'; readonly faces: 6 | 10; readonly count: number }
  | { readonly kind: 'lottery'; readonly game: LotteryGame; readonly issue: string }
  | { readonly kind: 'typed' };

const LARGEST_ROLLING = 256;

/**
 * Reads a left side such as `dice:d10x20`, `lottery:kl8:2026315` or `typed:`.
 *
 * @returns the source, or why it is none
 */
export const parseSeedSource = (text: string): Result<SeedSource, SeedProblem> => {
  const dice = /^dice:d(6|10)x([1-9]\d{0,2})$/.exec(text);
  if (dice !== null && Number(dice[2]) <= LARGEST_ROLLING) return ok({ kind: 'dice', faces: dice[1] === '6' ? 6 : 10, count: Number(dice[2]) });
  const [, game, issue] = /^lottery:(kl8|ssq|fc3d):(\d{7})$/.exec(text) ?? [];
  if (issue !== undefined && (game === 'kl8' || game === 'ssq' || game === 'fc3d')) return ok({ kind: 'lottery', game, issue });
  if (text === 'typed:') return ok({ kind: 'typed' });
  const isKnownLater = /^(?:drand|joint):/.test(text);
  return err({ code: isKnownLater ? 'seed-source-not-yet' : 'seed-source-unknown', severity: 'error', fields: { source: text } });
};

/** The left side as text, the reverse of {@link parseSeedSource}. */
export const seedSourceText = (source: SeedSource): string => {
  switch (source.kind) {
    case 'dice':
      return `dice:d${source.faces}x${source.count}`;
    case 'lottery':
      return `lottery:${source.game}:${source.issue}`;
    case 'typed':
      return 'typed:';
    default:
      return source satisfies never;
  }
};

/** Reads all left sides of a seal: at least one, none twice. */
export const parseSeedSources = (texts: readonly string[]): Result<readonly SeedSource[], readonly SeedProblem[]> => {
  if (texts.length === 0) return err([{ code: 'seed-source-missing', severity: 'error', fields: {} }]);
  const sources = texts.map(parseSeedSource);
  const problems: SeedProblem[] = sources.flatMap((source) => (source.ok ? [] : [source.error]));
  const twice = texts.filter((text, index) => texts.indexOf(text) !== index);
  problems.push(...twice.map((source): SeedProblem => ({ code: 'seed-source-twice', severity: 'error', fields: { source } })));
  return problems.length > 0 ? err(problems) : ok(sources.flatMap((source) => (source.ok ? [source.value] : [])));
};
