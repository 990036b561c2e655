/** What the program says. Sentences by problem code, words by key. */
export type { AnyCode, AnyProblem, AnyProblemFields } from './any-problem.js';
export type { CommandProblem, CommandProblemFields } from './command-problems.js';
export { describe, type ProblemText, sentenceText } from './describe.js';
