/** How the teams of a batch come about (match-spec M11.1). @zh 派发方式 */
import type { Batch } from '../plan/batch.js';
import { DEFAULT_FORMATIONS } from '../plan/grouping.js';
import type { Rules } from '../plan/settings.js';
import type { FixedTeam } from '../registry/schemas.js';

export type TeamMode =
  | { readonly kind: 'random'; readonly size: number; /** Tried at most. */ readonly formations: number }
  | { readonly kind: 'fixed'; readonly teams: readonly FixedTeam[] };

export interface TeamModeInput {
  readonly batch: Pick<Batch, 'grouping'>;
  readonly rules: Pick<Rules, 'formations'>;
  /** Of the registry. */
  readonly teams: readonly FixedTeam[];
}

/** `undefined` where people go one by one. */
export const teamMode = ({ batch: { grouping }, rules, teams }: TeamModeInput): TeamMode | undefined => {
  if (grouping === undefined) return undefined;
  return grouping.kind === 'fixed' ? { kind: 'fixed', teams } : { ...grouping, formations: rules.formations?.value ?? DEFAULT_FORMATIONS };
};
