/** Stryker looks at tests only, so a test file that a mutant keeps from being loaded would count as passed. It gets a test that failed. */
export const loadFailures = {
  onTestModuleEnd({ task: file }) {
    if (file.result?.state !== 'fail' || file.tasks.length > 0) return;
    file.tasks.push({ type: 'test', id: `${file.id}_load`, name: 'the file is loaded', mode: 'run', file, suite: file, meta: {}, result: { state: 'fail', errors: file.result.errors } });
  },
};
