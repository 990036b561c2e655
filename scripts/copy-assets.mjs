// What the command needs beside its code: the sample county, the code tables, the worked cases.
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const copyAssets = (root) => {
  const assets = join(root, 'packages/cli/dist/assets');
  rmSync(assets, { recursive: true, force: true });
  for (const [from, to] of [['data/county', 'county'], ['data/codes', 'codes'], ['test/vectors/ssj-1.json', 'vectors/ssj-1.json'], ['test/vectors/ssj-2.json', 'vectors/ssj-2.json']]) {
    cpSync(join(root, from), join(assets, to), { recursive: true });
  }
};
