// The figures of a run: for the terminal, and for docs/mutation.md.
import { writeFileSync } from 'node:fs';

const mutantsOf = ({ files }) => Object.entries(files).flatMap(([path, { source, mutants }]) => mutants.map((mutant) => ({ ...mutant, path, source })));

/** Survivors and mutants that no test reaches: the place, what stands there, and what no test told from it. */
export const survivorsOf = (report) =>
  mutantsOf(report).filter(({ status }) => status === 'Survived' || status === 'NoCoverage').map(({ path, source, location: { start, end }, replacement, status, static: isStatic, testsCompleted }) => {
    const line = source.split('\n')[start.line - 1] ?? '';
    const original = line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined);
    return `${path}:${start.line}:${start.column} ${status}${isStatic ? ' (static)' : ''}, ${testsCompleted ?? 0} tests: ${original} → ${String(replacement).replaceAll(/\s+/g, ' ')}`;
  });

export const countsOf = ({ room, report, seconds }) => {
  const mutants = mutantsOf(report);
  const count = (status) => mutants.filter((mutant) => mutant.status === status).length;
  const [killed, timedOut, survived, uncovered] = ['Killed', 'Timeout', 'Survived', 'NoCoverage'].map(count);
  return { room, mutants: killed + timedOut + survived + uncovered, killed, timedOut, survived, uncovered, seconds };
};

/** As Stryker counts: found by a failing test or by never ending, of all that could be judged. */
const scoreOf = ({ mutants, killed, timedOut }) => `${((100 * (killed + timedOut)) / mutants).toFixed(1)} %`;
const timeOf = ({ seconds }) => (seconds === undefined ? '' : `${Math.floor(seconds / 60)} min ${seconds % 60} s`);

export const lineOf = (row) => `${row.room}: ${row.mutants} mutants, ${row.killed} killed, ${row.timedOut} timed out, ${row.survived} survived, ${row.uncovered} not reached, ${scoreOf(row)} ${timeOf(row)}`;

const rowOf = (row) => `| ${row.room} | ${row.mutants} | ${row.killed} | ${row.timedOut} | ${row.survived} | ${row.uncovered} | ${scoreOf(row)} | ${timeOf(row)} |`;

const totalOf = (rows) => {
  const sum = (name) => rows.reduce((total, row) => total + row[name], 0);
  const seconds = rows.some((row) => row.seconds === undefined) ? undefined : sum('seconds');
  return { room: 'all', mutants: sum('mutants'), killed: sum('killed'), timedOut: sum('timedOut'), survived: sum('survived'), uncovered: sum('uncovered'), seconds };
};

/** @param rows - {@link countsOf} each room */
export const writeSummary = (path, rows) => writeFileSync(path, `${HEAD}\n${[...rows, totalOf(rows)].map(rowOf).join('\n')}\n`);

const HEAD = `# Mutation testing

\`\`\`
npm run mutation                         every room; what did not change since the last run is taken over
npm run mutation -- --full               from nothing
npm run mutation -- match                one room, without writing this page
npm run mutation -- match/odds.ts        one file
\`\`\`

Stryker changes the code in every small way it knows (a comparison, a sign, a text, a block) and runs the tests that pass the place; the score counts the changes that some test notices. Survivors are listed on the terminal with what stood there. The property tests run a fifth as often as in \`npm test\`, those of whole records a fiftieth, all with the same seed.

A survivor is either a promise that nobody wrote down (then a test is missing, named after its clause), or code that makes no difference (then it goes), or the same thing said in another way (\`<\` and \`<=\` where equality cannot occur), which stays.

The last run, written by the command; times only where a room was run from nothing:

| room | mutants | killed | timed out | survived | not reached | score | time |
|---|---|---|---|---|---|---|---|`;
