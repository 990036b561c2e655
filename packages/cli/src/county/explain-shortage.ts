/** The explanation of a match that cannot be done, with the names of the county. */
import type { ParsedSnapshot, ShortAgency } from '@shuangsuiji/core';
import { infeasibleLines } from '../present/infeasible.js';
import { shortageNames } from './shortage-names.js';

export interface ExplainShortageInput {
  readonly agencies: readonly ShortAgency[];
  readonly registries: ParsedSnapshot;
  readonly columns: number;
  /** False while everything is only simulated. */
  readonly isDrawn: boolean;
}

export const explainShortage = ({ agencies, registries, columns, isDrawn }: ExplainShortageInput): readonly string[] =>
  infeasibleLines({ agencies, names: shortageNames(registries), columns, isDrawn });
