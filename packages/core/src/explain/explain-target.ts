/** Why a target was or was not drawn, and who comes (draw-spec D5, D7, D8). @zh 抽取说明 */
import type { TargetId } from '../base/brand.js';
import type { ExclusionReason } from '../plan/frame.js';
import { codeOf } from '../registry/canonical-id.js';
import type { RecordStory } from './record-story.js';
import { type TargetRound, targetRounds } from './target-rounds.js';
import { type TargetVisit, targetVisits } from './target-visits.js';
import { type TargetTeamRound, targetTeamRounds } from './team-rounds.js';
import type { ToldChange } from './told-changes.js';

/** The round that drew others for withdrawn targets of the stratum; `drawn` are all of them. @zh 补抽 */
export type Replacement = {
  readonly round: number;
  readonly quota: number;
  readonly drawn: readonly TargetId[];
};

/** What a target of the frame has come to. */
export type TargetFate =
  | { readonly kind: 'not-drawn' }
  | { readonly kind: 'drawn'; readonly round: number; readonly visits: readonly TargetVisit[]; readonly teams: readonly TargetTeamRound[] }
  /** `drawnIn` is absent where it was never drawn and will not be. */
  | { readonly kind: 'withdrawn'; readonly drawnIn?: number | undefined; readonly replacement?: Replacement | undefined }
  | { readonly kind: 'postponed'; readonly drawnIn?: number | undefined };

export type TargetExplanation =
  | { readonly kind: 'not-in-registry'; readonly id: TargetId }
  | { readonly kind: 'excluded'; readonly id: TargetId; readonly name: string; readonly reasons: readonly ExclusionReason[] }
  | {
      readonly kind: 'in-frame';
      readonly id: TargetId;
      readonly name: string;
      readonly fate: TargetFate;
      readonly rounds: readonly TargetRound[];
      /** Every change that names it. */
      readonly changes: readonly ToldChange[];
    };

export interface ExplainTargetInput {
  readonly record: RecordStory;
  readonly id: TargetId;
}

/** Of a record that verifies every target of the registry is in the frame, or excluded with its reasons. */
export const explainTarget = ({ record, id }: ExplainTargetInput): TargetExplanation => {
  const target = record.registry.targets.find((one) => one.id === id);
  const name = target?.name ?? codeOf(id);
  if (record.inputs.frame.some((row) => row.id === id)) {
    const rounds = targetRounds(record, id);
    const changes = record.changes.filter(({ change }) => 'target' in change && change.target === id);
    return { kind: 'in-frame', id, name, fate: fateOf(record, id, rounds, changes), rounds, changes };
  }
  const exclusion = record.exclusions.find((row) => row.id === id);
  if (exclusion === undefined && target === undefined) return { kind: 'not-in-registry', id };
  return { kind: 'excluded', id, name, reasons: exclusion?.reasons ?? [] };
};

const fateOf = (record: RecordStory, id: TargetId, rounds: readonly TargetRound[], changes: readonly ToldChange[]): TargetFate => {
  const drawnIn = rounds.find(({ outcome }) => outcome.kind === 'drawn');
  const gone = changes.find(({ change }) => change.kind === 'target-withdrawn');
  if (gone !== undefined) return { kind: 'withdrawn', drawnIn: drawnIn?.round, replacement: drawnIn === undefined ? undefined : replacementOf(record, drawnIn.stratum, gone) };
  if (record.now.postponed.has(id)) return { kind: 'postponed', drawnIn: drawnIn?.round };
  return drawnIn === undefined ? { kind: 'not-drawn' } : { kind: 'drawn', round: drawnIn.round, visits: targetVisits(record, id), teams: targetTeamRounds(record, id) };
};

/** Nothing while the round is not announced. */
const replacementOf = ({ rounds }: RecordStory, stratum: string, { round }: ToldChange): Replacement | undefined => {
  const story = rounds.find(({ start }) => start.round === round);
  if (round === undefined || story === undefined) return undefined;
  const drawn = (story.drawn?.targets ?? []).filter((row) => row.stratum === stratum).map(({ id }) => id);
  return { round, quota: story.start.quotas.get(stratum) ?? 0, drawn };
};
