/** HiGHS, a solver of integer programs by other people: an opinion of its own on what can be matched. */
import { createRequire } from 'node:module';
import type { Highs } from 'highs';
import type { IntegerProgram } from './integer-program.properties.js';

/** By `require`, since its types describe a default export that its module for `import` has at another place. */
const load: () => Promise<Highs> = createRequire(import.meta.url)('highs');
const highs = await load();

export interface Optimum {
  readonly cost: number;
  /** By variable. */
  readonly values: readonly number[];
}

/**
 * The least cost and variables that have it; `undefined` where no whole numbers keep the bounds.
 *
 * @throws TypeError where the solver comes to no answer
 */
export const solved = ({ most, cost, sums }: IntegerProgram): Optimum | undefined => {
  const size = { numCols: most.length, numRows: sums.length };
  const starts = [0];
  for (const { variables } of sums) starts.push((starts.at(-1) ?? 0) + variables.length);
  const indices = sums.flatMap(({ variables }) => variables);
  const { integer } = highs.constants.variableType;
  const answer = highs.raw.mipCall({
    ...size,
    colCost: cost,
    colLower: most.map(() => 0),
    colUpper: most,
    rowLower: sums.map(({ lo }) => lo),
    rowUpper: sums.map(({ hi }) => hi),
    matrix: { ...size, format: 'csr', starts, indices, values: indices.map(() => 1) },
    integrality: most.map(() => integer),
  });
  if (answer.status === highs.constants.status.error) throw new TypeError('solved: the program is refused');
  const { modelStatus, solution } = answer.value;
  if (modelStatus === highs.constants.modelStatus.infeasible) return undefined;
  // Said of a program without variables, whatever its bounds.
  if (modelStatus === highs.constants.modelStatus.empty) return sums.every(({ lo, hi }) => lo <= 0 && hi >= 0) ? { cost: 0, values: [] } : undefined;
  if (modelStatus !== highs.constants.modelStatus.optimal) throw new TypeError(`solved: status ${modelStatus}`);
  const values = [...solution.colValue].map(Math.round);
  return { cost: values.reduce((sum, value, variable) => sum + value * (cost[variable] ?? 0), 0), values };
};
