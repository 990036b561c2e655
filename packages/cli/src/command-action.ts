/** A command as the program calls it. */
import type { Context, Outcome } from './context.js';

/** Values as the command line gave them: texts, lists of texts, or `true` for a flag. */
export type OptionValues = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

export interface Invocation {
  readonly args: readonly (string | readonly string[] | undefined)[];
  readonly options: OptionValues;
}

export type CommandAction = (context: Context, invocation: Invocation) => Promise<Outcome>;
