/** One person and one visit in one round: sent, not sent with which chance, or barred by what (match-spec M2, M5). */
import type { DrawId, InspectorId, TargetId } from '../base/brand.js';
import type { AgencyRound, RosterEntry, VisitNeed } from '../match/agency-round.js';
import { pairReasons, type PairReason } from '../match/eligibility.js';
import { ODDS_BITS } from '../match/odds.js';
import { type PersonBar, personFull, personOut } from './person-bars.js';
import type { DrawnStory, RecordStory } from './record-story.js';
import { type Share, shareOf } from './share.js';

/** What stands against a pair, with its ground. @zh 不可派原因 */
export type PairBar =
  | PersonBar
  | { readonly kind: 'pair-withdrawn'; readonly ground: string; readonly seq: number; readonly isAfterDraw: boolean }
  | { readonly kind: 'recused'; readonly grounds: readonly string[] }
  /** Works or lives in the target's area. */
  | { readonly kind: 'own-area'; readonly area: string }
  /** Is sent to these areas only; the target's is none of them, or it has none. */
  | { readonly kind: 'out-of-region'; readonly area: string | undefined; readonly regions: readonly string[] }
  /** Was there in this draw (轮换). */
  | { readonly kind: 'last-visit'; readonly drawId: DrawId | undefined }
  | { readonly kind: 'unqualified'; readonly missing: readonly string[] }
  | { readonly kind: 'already-on-visit' };

export type PairOutcome =
  | { readonly kind: 'assigned'; readonly chance: Share }
  | { readonly kind: 'not-assigned'; readonly chance: Share }
  | { readonly kind: 'barred'; readonly bars: readonly PairBar[] }
  /** Nothing against it, but nobody was assigned in this round (R8.4). */
  | { readonly kind: 'unmatched' };

export interface PairInput {
  readonly story: RecordStory;
  readonly drawn: DrawnStory;
  readonly agency: AgencyRound;
  readonly visit: VisitNeed;
  readonly person: RosterEntry;
}

export const pairOutcome = (input: PairInput): PairOutcome => {
  const { drawn, agency: { agency }, visit: { target }, person: { id } } = input;
  const isVisit = (row: { readonly agency: string; readonly target: string }): boolean => row.agency === agency && row.target === target;
  const units = drawn.odds.find(isVisit)?.odds.find(([inspector]) => inspector === id)?.[1];
  const isAssigned = drawn.assignments.find(isVisit)?.inspectors.includes(id) ?? false;
  if (isAssigned || units !== undefined) return { kind: isAssigned ? 'assigned' : 'not-assigned', chance: shareOf(units ?? 0, 1 << ODDS_BITS) };
  const bars = pairBars(input);
  return bars.length > 0 ? { kind: 'barred', bars } : { kind: 'unmatched' };
};

/** Everything that stands against a pair, in the order of M2.1. */
export const pairBars = (input: Omit<PairInput, 'drawn'>): readonly PairBar[] => {
  const { agency, visit, person } = input;
  return pairReasons(agency, { target: visit.target, inspector: person.id }).flatMap((reason) => BARS[reason](input));
};

const BARS: Readonly<Record<PairReason, (input: Omit<PairInput, 'drawn'>) => readonly PairBar[]>> = {
  withdrawn: (input) => [...personOut(input), ...pairOut(input)],
  recused: ({ story, visit, person }) => [{ kind: 'recused', grounds: story.registry.recusals.filter((one) => isPair(one, visit.target, person.id)).map(({ ground }) => ground) }],
  'own-area': ({ visit: { area = '' } }) => [{ kind: 'own-area', area }],
  'out-of-region': ({ visit: { area }, person: { regions = [] } }) => [{ kind: 'out-of-region', area, regions }],
  'last-visit': ({ story, visit, person }) => [{ kind: 'last-visit', drawId: story.inputs.bars.find((one) => isPair(one, visit.target, person.id))?.drawId }],
  unqualified: ({ visit, person }) => [{ kind: 'unqualified', missing: visit.qualifications.filter((needed) => !person.qualifications.includes(needed)) }],
  'already-on-visit': () => [{ kind: 'already-on-visit' }],
  'no-capacity': (input) => personFull(input),
};

const pairOut = ({ story, agency, visit: { target }, person: { id } }: Omit<PairInput, 'drawn'>): readonly PairBar[] => {
  if (!agency.withdrawals.some((pair) => isPair(pair, target, id))) return [];
  return story.changes.flatMap(({ change, seq, isAfterDraw }): readonly PairBar[] =>
    change.kind === 'pair-withdrawn' && isPair(change, target, id) ? [{ kind: 'pair-withdrawn', ground: change.ground, seq, isAfterDraw }] : [],
  );
};

const isPair = (pair: { readonly target: TargetId; readonly inspector: InspectorId }, target: TargetId, inspector: InspectorId): boolean => pair.target === target && pair.inspector === inspector;
