/** Reads option values, which the command line gives as they come. */
import type { OptionValues } from '../command-action.js';

/** An option with one value. */
export const textOption = (options: OptionValues, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

/** An option that may be given several times. */
export const listOption = (options: OptionValues, name: string): readonly string[] => {
  const value = options[name];
  return Array.isArray(value) ? value.map(String) : [];
};

/** True where the flag was given. */
export const hasFlag = (options: OptionValues, name: string): boolean => options[name] === true;
