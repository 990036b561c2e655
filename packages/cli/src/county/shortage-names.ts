/** The names of the county, for explanations of matches that cannot be done. */
import type { ParsedSnapshot } from '@shuangsuiji/core';
import type { NamesOf } from '../present/infeasible.js';

export const shortageNames = ({ agencies, targets, names = [] }: Pick<ParsedSnapshot, 'agencies' | 'targets' | 'names'>): NamesOf => {
  const agencyNames = new Map<string, string>(agencies.map(({ code, name }) => [code, name]));
  const targetNames = new Map<string, string>(targets.map(({ id, name }) => [id, name]));
  const inspectorNames = new Map<string, string>(names.map(({ id, name }) => [id, name]));
  return { agency: (code) => agencyNames.get(code), target: (id) => targetNames.get(id), inspector: (id) => inspectorNames.get(id) };
};
