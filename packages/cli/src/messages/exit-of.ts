/** The exit code that follows from problems; docs/problem-codes.md lists it for every code. */
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { AnyCode, AnyProblem } from './any-problem.js';
import { changeSentences } from './change.js';
import { commandSentences } from './command.js';
import { evidenceSentences } from './evidence.js';
import { seedSentences } from './seed.js';
import { seedCommandSentences } from './seed-commands.js';
import { seedStepSentences } from './seed-steps.js';
import { verifySentences } from './verify.js';
import { workspaceSentences } from './workspace.js';

/** What does not follow from the room a code belongs to. */
const own: Readonly<Partial<Record<AnyCode, ExitCode>>> = {
  'not-drawn': EXIT.unverifiable,
  'not-revealed': EXIT.unverifiable,
  'depends-on': EXIT.unverifiable,
  'scheme-unknown': EXIT.unverifiable,
  'workspace-missing': EXIT.usage,
  'clock-invalid': EXIT.usage,
  'ledger-missing': EXIT.badData,
  'snapshot-missing': EXIT.badData,
  'record-missing': EXIT.unverifiable,
  'record-too-large': EXIT.unverifiable,
  'zip-damaged': EXIT.unverifiable,
  'commit-damaged': EXIT.badData,
  interrupted: EXIT.interrupted,
  'draw-infeasible': EXIT.infeasible,
  'draw-formations-exhausted': EXIT.infeasible,
  'ledger-seq': EXIT.refused,
  'ledger-chain': EXIT.refused,
  'ledger-torn': EXIT.refused,
  'forecast-above-limit': EXIT.infeasible,
  'import-has-problems': EXIT.badData,
  'not-a-record': EXIT.unverifiable,
  'vectors-file-bad': EXIT.badData,
  'batch-unknown': EXIT.usage,
  'batch-needed': EXIT.usage,
  'why-missing': EXIT.usage,
  'change-missing': EXIT.usage,
  'change-unreadable': EXIT.usage,
  'round-infeasible': EXIT.infeasible,
  'code-not-in-record': EXIT.usage,
  'name-of-several': EXIT.usage,
  'seed-value-missing': EXIT.usage,
  'witness-bad': EXIT.usage,
  'time-bad': EXIT.usage,
  'date-bad': EXIT.usage,
  'option-conflict': EXIT.usage,
  'scheme-bad': EXIT.usage,
  'scheme-without-output': EXIT.usage,
  'head-bad': EXIT.usage,
  'head-unknown': EXIT.different,
  'entry-unknown': EXIT.usage,
  'token-unread': EXIT.unverifiable,
  'key-file-bad': EXIT.badData,
  'statement-file-bad': EXIT.badData,
  'valid-until-passed': EXIT.usage,
  'round-unknown': EXIT.usage,
  'evidence-words-needed': EXIT.usage,
  'trust-file-bad': EXIT.usage,
  'trust-key-bad': EXIT.usage,
  'joint-secret-missing': EXIT.refused,
  'nothing-to-enter': EXIT.refused,
  'nothing-to-draw': EXIT.refused,
  'sealed-seeds-differ': EXIT.refused,
  'drand-too-soon': EXIT.refused,
  'joint-by-bad': EXIT.refused,
  'seed-no-time': EXIT.refused,
  'archive-unusable': EXIT.unverifiable,
  'edition-before-reveal': EXIT.refused,
  'proof-target-excluded': EXIT.usage,
  'proof-target-unknown': EXIT.usage,
  'proof-code-needed': EXIT.usage,
  'not-a-public-edition': EXIT.usage,
};

/** Everything else is about what a workbook or a document holds. */
const ofRoom = [
  [seedSentences, EXIT.usage],
  [changeSentences, EXIT.refused],
  [seedStepSentences, EXIT.refused],
  [seedCommandSentences, EXIT.usage],
  [verifySentences, EXIT.different],
  [workspaceSentences, EXIT.refused],
  [commandSentences, EXIT.refused],
  [evidenceSentences, EXIT.refused],
] as const;

/** The exit code of a command that one error of this code stops. */
export const exitOfCode = (code: AnyCode): ExitCode => own[code] ?? ofRoom.find(([room]) => Object.hasOwn(room, code))?.[1] ?? EXIT.badData;

/** The first that is there decides. */
const RANK: readonly ExitCode[] = [EXIT.interrupted, EXIT.refused, EXIT.different, EXIT.unverifiable, EXIT.badData, EXIT.usage, EXIT.infeasible];

/** Warnings stop nothing: without an error it is 0. */
export const exitOf = (problems: readonly AnyProblem[]): ExitCode => {
  const exits = new Set(problems.filter(({ severity }) => severity === 'error').map(({ code }) => exitOfCode(code)));
  return RANK.find((exit) => exits.has(exit)) ?? EXIT.done;
};
