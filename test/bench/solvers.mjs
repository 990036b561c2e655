// Solvers of integer programs: a variable for each eligible pair, a row for each target and each person, nothing to be made small.
import loadGlpk from 'glpk.js/node';
import loadHighs from 'highs';

const highs = await loadHighs();
const glpk = await loadGlpk();
const ones = (length) => new Float64Array(length).fill(1);

/** The variables of each row, targets first, numbered in the order of the pairs. */
const rowsOf = ({ capacity, eligible }) => {
  let variable = -1;
  const ofPeople = capacity.map(() => []);
  const ofTargets = eligible.map((row) => row.map((person) => {
    variable += 1;
    ofPeople[person].push(variable);
    return variable;
  }));
  return { variables: variable + 1, ofTargets, ofPeople };
};

const peopleOf = ({ eligible }, isChosen) => {
  let variable = -1;
  return eligible.map((row) => row.filter(() => isChosen((variable += 1))));
};

/** @returns for each target its people; @throws Error where it finds no assignment */
export const byHighs = (instance) => {
  const { wanted, capacity } = instance;
  const { variables, ofTargets, ofPeople } = rowsOf(instance);
  const rows = [...ofTargets, ...ofPeople];
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => { starts[at + 1] = starts[at] + row.length; });
  const indices = Int32Array.from(rows.flat());
  const size = { numCols: variables, numRows: rows.length };
  const { value } = highs.raw.mipCall({
    ...size,
    colCost: new Float64Array(variables),
    colLower: new Float64Array(variables),
    colUpper: ones(variables),
    rowLower: [...wanted, ...capacity.map(() => 0)],
    rowUpper: [...wanted, ...capacity],
    matrix: { ...size, format: 'csr', starts, indices, values: ones(indices.length) },
    integrality: new Int32Array(variables).fill(highs.constants.variableType.integer),
  });
  if (value.modelStatus !== highs.constants.modelStatus.optimal) throw new Error(`bench: HiGHS ends with ${value.modelStatus}`);
  return peopleOf(instance, (variable) => value.solution.colValue[variable] > 0.5);
};

/** @returns for each target its people; @throws Error where it finds no assignment */
export const byGlpk = (instance) => {
  const { wanted, capacity } = instance;
  const { variables, ofTargets, ofPeople } = rowsOf(instance);
  const names = Array.from({ length: variables }, (_, variable) => `x${variable}`);
  const sumOf = (name, row, bnds) => ({ name, vars: row.map((variable) => ({ name: names[variable], coef: 1 })), bnds });
  const { result } = glpk.solve(
    {
      name: 'match',
      objective: { direction: glpk.GLP_MIN, name: 'none', vars: [{ name: names[0], coef: 0 }] },
      subjectTo: [
        ...ofTargets.map((row, e) => sumOf(`t${e}`, row, { type: glpk.GLP_FX, lb: wanted[e], ub: wanted[e] })),
        ...ofPeople.map((row, i) => sumOf(`i${i}`, row, { type: glpk.GLP_UP, lb: 0, ub: capacity[i] })),
      ],
      binaries: names,
    },
    { msglev: glpk.GLP_MSG_OFF, presol: true },
  );
  if (result.status !== glpk.GLP_OPT) throw new Error(`bench: GLPK ends with ${result.status}`);
  return peopleOf(instance, (variable) => result.vars[names[variable]] > 0.5);
};
