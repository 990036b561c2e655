/** Other majors of Node on this machine: `npm run nodes` fetches some. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run-ssj.js';

export interface OtherNode {
  /** `v22.1.0` */
  readonly version: string;
  readonly path: string;
}

/** Every `<folder>/<name>/bin/node` that starts; SSJ_NODES names another folder, such as the one of a version manager. */
export const otherNodes = (folder = process.env.SSJ_NODES ?? join(ROOT, '.cache/nodes')): readonly OtherNode[] => {
  if (!existsSync(folder)) return [];
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  return readdirSync(folder).sort().flatMap((name): readonly OtherNode[] => {
    const path = join(folder, name, file);
    const version = existsSync(path) ? spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim() : undefined;
    return version === undefined || version === '' || version === process.version ? [] : [{ version, path }];
  });
};
