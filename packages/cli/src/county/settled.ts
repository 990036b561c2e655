/**
 * Reading takes no lock (ADR 0009), so a command may change the folder under the eyes of another, which then has
 * seen some files before the change and some after. What looks wrong is therefore looked at again.
 */
import type { CommandAction } from '../command-action.js';
import { EXIT, type ExitCode } from '../exit-codes.js';

export interface SettledInput<T> {
  readonly read: () => T | Promise<T>;
  readonly isFine: (value: T) => boolean;
}

/** A change is put in its place within moments: nobody meets one so often. */
const MOST_READINGS = 5;

/** What is fine, or wrong twice in the same way. */
export const settled = async <T>({ read, isFine }: SettledInput<T>): Promise<T> => {
  let value = await read();
  for (let reading = 2; reading <= MOST_READINGS && !isFine(value); reading += 1) {
    const before = JSON.stringify(value);
    value = await read();
    if (JSON.stringify(value) === before) break;
  }
  return value;
};

/** What a half seen change can look like. */
const SUSPICIOUS: ReadonlySet<ExitCode> = new Set([EXIT.different, EXIT.badData]);

/** A command that only reads, and accuses nobody of what another command was just doing. */
export const settledAction = (action: CommandAction): CommandAction => (context, invocation) =>
  settled({ read: () => action(context, invocation), isFine: ({ exit }) => !SUSPICIOUS.has(exit) });
