// The closing line of the tests: every check and every test counts once.
import { existsSync, readFileSync } from 'node:fs';

export const reportOf = ({ steps, file, status }) => {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
  const passed = steps.filter((step) => step.passed).length + report.numPassedTests;
  // A test file that cannot even be loaded has no tests to count.
  const failed = Math.max(steps.filter((step) => !step.passed).length + report.numFailedTests, status === 0 ? 0 : 1);
  for (const { name } of steps.filter((step) => !step.passed)) process.stdout.write(`failed: ${name}\n`);
  const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : '';
  return { line: `${passed} passed, ${failed} failed${skipped}`, ok: failed === 0 && passed > 0 };
};
