/** What a seal, or the notice of a later round, fixes of its public seed, and whether it can be kept (draw-spec D2.6 to D2.9). */
import type { DrawId, Timestamp } from '../base/brand.js';
import { addSeconds, epochSecondsOf } from '../base/plain-date.js';
import { DRAND_LEAST_WAIT, drandRoundAt } from './drand.js';
import type { SeedProblem } from './problems.js';
import { linesBelow, OPEN_RANK, topRank } from './rank.js';
import { type SeedSource, seedSourceText } from './source.js';

/** @zh 种子约定 */
export interface SeedTerms {
  /** The strings hashed start with it. */
  readonly scheme: string;
  readonly drawId: DrawId;
  /** 0 is the main draw. */
  readonly round: number;
  readonly sealedAt: Timestamp;
  readonly notBefore: Timestamp;
  /** At most one is joint. */
  readonly sources: readonly SeedSource[];
  /** Exactly where a source is joint. */
  readonly joint?: JointTerms | undefined;
}

/** @zh 联合种子约定 */
export interface JointTerms {
  /** The last moment in which a party may reveal. */
  readonly revealBy: Timestamp;
  /** What happens when one does not: the draw is void. Going on without it would let the last party choose between two seeds. */
  readonly otherwise: 'void';
}

/** Everything in which the terms contradict themselves; empty where they can be kept. */
export const termsProblems = ({ sealedAt, notBefore, sources, joint }: Pick<SeedTerms, 'sealedAt' | 'notBefore' | 'sources' | 'joint'>): readonly SeedProblem[] => [
  ...sources.flatMap((source) => (source.kind === 'drand' ? drandProblems(source.round, seedSourceText(source), sealedAt, notBefore) : [])),
  ...enteringProblems(sources, sealedAt, notBefore),
  ...(joint === undefined ? [] : jointProblems(joint, sealedAt, notBefore, topRank(sources) === OPEN_RANK)),
];

/** Dice and typed lines are entered between the seal and the time at which lottery and beacon come. */
const enteringProblems = (sources: readonly SeedSource[], sealedAt: Timestamp, notBefore: Timestamp): readonly SeedProblem[] => {
  const lines = linesBelow(sources, OPEN_RANK).map(seedSourceText);
  const isLate = topRank(sources) === OPEN_RANK && lines.length > 0 && epochSecondsOf(notBefore) <= epochSecondsOf(sealedAt);
  return isLate ? [{ code: 'seed-no-time', severity: 'error', fields: { lines, notBefore } }] : [];
};

const drandProblems = (round: number, line: string, sealedAt: Timestamp, notBefore: Timestamp): readonly SeedProblem[] => {
  const time = epochSecondsOf(notBefore);
  const wanted = drandRoundAt(time);
  const earliest = addSeconds(sealedAt, DRAND_LEAST_WAIT);
  return [
    ...(round === wanted ? [] : [{ code: 'drand-round-differs', severity: 'error', fields: { line, wanted, notBefore } } as const]),
    ...(time >= epochSecondsOf(earliest) ? [] : [{ code: 'drand-too-soon', severity: 'error', fields: { notBefore, earliest } } as const]),
  ];
};

/** Where a lottery or the beacon comes at `notBefore`, everybody must have revealed before; otherwise they may reveal from then on. */
const jointProblems = ({ revealBy }: JointTerms, sealedAt: Timestamp, notBefore: Timestamp, isBeforeOpen: boolean): readonly SeedProblem[] => {
  const time = epochSecondsOf(revealBy);
  const [after, before] = isBeforeOpen ? [sealedAt, notBefore] : [notBefore, ''];
  const isRight = time > epochSecondsOf(after) && (!isBeforeOpen || time < epochSecondsOf(notBefore));
  return isRight ? [] : [{ code: 'joint-by-bad', severity: 'error', fields: { revealBy, after, before } }];
};
