/** The explanation of a match that cannot be done, with the names of the county. */
import type { ParsedSnapshot, ShortAgency } from '@shuangsuiji/core';
import { infeasibleLines } from '../present/infeasible.js';

export interface ExplainShortageInput {
  readonly agencies: readonly ShortAgency[];
  readonly registries: ParsedSnapshot;
  readonly columns: number;
  /** False while everything is only simulated. */
  readonly isDrawn: boolean;
}

export const explainShortage = ({ agencies, registries, columns, isDrawn }: ExplainShortageInput): readonly string[] => {
  const agencyNames = new Map<string, string>(registries.agencies.map(({ code, name }) => [code, name]));
  const targetNames = new Map<string, string>(registries.targets.map(({ id, name }) => [id, name]));
  const inspectorNames = new Map<string, string>((registries.names ?? []).map(({ id, name }) => [id, name]));
  const names = { agency: (code: string) => agencyNames.get(code), target: (id: string) => targetNames.get(id), inspector: (id: string) => inspectorNames.get(id) };
  return infeasibleLines({ agencies, names, columns, isDrawn });
};
