/** Exit codes (docs/problem-codes.md). */
export const EXIT = {
  done: 0,
  fault: 1,
  usage: 2,
  badData: 3,
  infeasible: 4,
  different: 5,
  unverifiable: 6,
  refused: 7,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
