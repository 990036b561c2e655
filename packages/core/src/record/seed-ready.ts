/** Is everything there that must be known before a draw? (draw-spec D2.8, D2.9) */
import type { Timestamp } from '../base/brand.js';
import { rankOf, topRank } from '../seed/rank.js';
import type { SeedTerms } from '../seed/terms.js';
import { orderProblems, overdueProblems, type StepProblem } from './check-seed-step.js';
import { partiesOf, type SeedSteps } from './seed-events.js';

/**
 * What is still missing in the ledger.
 *
 * @param at - now, or when it was drawn: after `revealBy` a missing reveal makes the draw void
 */
export const seedReadyProblems = (terms: SeedTerms, steps: SeedSteps, at: Timestamp): readonly StepProblem[] => {
  const silent = partiesOf(terms.sources).filter((party) => !steps.secrets.has(party));
  const top = topRank(terms.sources);
  return [...orderProblems(terms, steps, terms.sources.filter((source) => rankOf(source) === top)), ...silenceProblems(terms, silent, at)];
};

const silenceProblems = (terms: SeedTerms, silent: readonly string[], at: Timestamp): readonly StepProblem[] => {
  if (silent.length === 0 || terms.joint === undefined) return [];
  const overdue = overdueProblems(terms, silent, at);
  return overdue.length > 0 ? overdue : [{ code: 'joint-reveals-missing', severity: 'error', fields: { parties: silent, revealBy: terms.joint.revealBy } }];
};
