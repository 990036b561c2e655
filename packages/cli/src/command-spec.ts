/** A command as data: its words, its help, and where its work is done. */
import type { CommandAction } from './command-action.js';

export interface OptionSpec {
  readonly flags: string;
  readonly help: string;
  /** May be given several times. */
  readonly isRepeated?: boolean;
  readonly isRequired?: boolean;
  /** A whole number from 1. */
  readonly isCount?: boolean;
}

export interface ArgumentSpec {
  /** `<名录>` must be given, `[批次]` may, `[文件...]` takes several. */
  readonly syntax: string;
  readonly help: string;
  /** Where only these words will do. */
  readonly choices?: readonly string[];
}

export interface CommandSpec {
  readonly name: string;
  readonly group: string;
  readonly help: string;
  readonly args: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly load: () => Promise<CommandAction>;
  readonly children?: readonly CommandSpec[];
}
