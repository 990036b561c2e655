import { beforeAll, test, expect } from 'vitest';
import { join } from 'node:path';
import { scratch, treeOf } from '../support/scratch.js';
import { mustEnd, ssj } from '../support/run-ssj.js';
import { makeSmallCounty, BATCH, SPRING } from '../support/small-county.js';
const root = scratch('json');
test('x', async () => {
  const dir = await makeSmallCounty(join(root, 'c'));
  const t=()=>console.log(Date.now()%1e6);
  for (const a of [['check'],['import'],['plan'],['plan',BATCH],['plan','P-2'],['forecast','P-2'],['seal','P-2','--seed','dice:d10x20'],['seal',BATCH,'--seed','dice:d10x20'],['draw',BATCH,'--seed','08772473296991897540'],['verify',BATCH],['publish','draw',BATCH]]) {t(); const r= ssj(a,{dir,at:SPRING}); console.log(a.join(' '), r.exit, r.stdout, r.stderr); }
});
