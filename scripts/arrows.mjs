// dependency-cruiser, which says "no violations" also where it could read no module at all: that counts as a failure here.
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const options = await extractOptions('./.dependency-cruiser.cjs');
const { output, exitCode } = await cruise(['packages/core/src', 'packages/cli/src'], { ...options, outputType: 'err' });
const { output: json } = await cruise(['packages/core/src', 'packages/cli/src'], { ...options, outputType: 'json' });
const { totalCruised, totalDependenciesCruised } = JSON.parse(json).summary;
process.stdout.write(output);
if (totalCruised < 100 || totalDependenciesCruised < 300) {
  process.stderr.write(`arrows: only ${totalCruised} modules and ${totalDependenciesCruised} arrows were read, so the check says nothing\n`);
  process.exit(1);
}
process.exit(exitCode === 0 ? 0 : 1);
