/** Nothing more can happen to a draw that is void or revealed. */
import type { AnyProblem } from '../messages/any-problem.js';
import type { DrawOfLedger } from './draws.js';

export const overProblems = ({ drawId, stage, voidReason = '' }: DrawOfLedger): readonly AnyProblem[] => {
  if (stage.isVoid) return [{ code: 'draw-is-void', severity: 'error', fields: { drawId, reason: voidReason } }];
  return stage.isRevealed ? [{ code: 'already-revealed', severity: 'error', fields: { drawId } }] : [];
};
