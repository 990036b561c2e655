/** What a long command says while it works. It goes to stderr; the silent one is the default. */

/** @zh 进度 */
export interface Progress {
  /** A new step begins: `读取检查对象名录库`. */
  readonly step: (text: string) => void;
  /** How far the step has come. */
  readonly tick: (done: number, total: number) => void;
  /** The last step is over. */
  readonly done: () => void;
}

export const silentProgress: Progress = { step: () => undefined, tick: () => undefined, done: () => undefined };

export interface ProgressInput {
  /** Writes to stderr. */
  readonly write: (text: string) => void;
  /** Only in a terminal can a counter be overwritten; elsewhere there are only the steps. */
  readonly isTerminal: boolean;
}

/** Clears the line and goes back to its start. */
const REWIND = '\r\u001b[2K';

/** Lines such as `· 读取检查对象名录库…`; in a terminal the line counts up in whole per cent. */
export const lineProgress = ({ write, isTerminal }: ProgressInput): Progress => {
  let current = '';
  let percent = -1;
  const end = (): void => {
    if (current !== '' && isTerminal) write(percent < 0 ? '\n' : `${REWIND}· ${current}\n`);
    current = '';
    percent = -1;
  };
  return {
    step: (text) => {
      end();
      current = `${text}…`;
      write(isTerminal ? `· ${current}` : `· ${current}\n`);
    },
    tick: (done, total) => {
      const now = total > 0 ? Math.min(100, Math.floor((done * 100) / total)) : 100;
      if (!isTerminal || current === '' || now === percent) return;
      percent = now;
      write(`${REWIND}· ${current} ${String(done)}/${String(total)}`);
    },
    done: end,
  };
};
