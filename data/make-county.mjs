/**
 * Writes the sample county: `node data/make-county.mjs [folder]`, into data/county where no folder is named.
 * The same bytes on every run. Needs the built command (`npm run build`), whose workbook writer it uses.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWorkbook } from '../packages/cli/dist/excel/write-workbook.js';
import { makeCountyFiles } from './make/make-workbooks.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('county', import.meta.url));
const { files, report } = await makeCountyFiles(writeWorkbook);

for (const [path, bytes] of files) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), bytes);
  process.stdout.write(`${path}  ${bytes.length}\n`);
}
for (const { batch, pools, quota, agencies } of report) {
  const served = agencies.map(({ agency, people, capacity, ratio }) => `${agency} ${people}人${capacity}户次 ×${ratio.toFixed(2)}`);
  process.stdout.write(`${batch.number}  ${pools.join('+')} → ${quota}  ${served.join('  ')}\n`);
}
