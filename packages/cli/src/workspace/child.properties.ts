/** The sources of this folder as plain JavaScript in a scratch folder, so that a real process can be started and killed. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * @param program - JavaScript of an ES module that imports from `./host.js` and `./workspace/…`
 * @returns the path of the program
 */
export const childProgram = (dir: string, program: string): string => {
  mkdirSync(join(dir, 'workspace'), { recursive: true });
  const sources = readdirSync(here).filter((name) => name.endsWith('.ts') && !/\.(test|properties)\.ts$/.test(name));
  for (const source of [...sources.map((name) => `workspace/${name}`), 'host.ts']) {
    const text = readFileSync(join(here, '..', source), 'utf8');
    const { code } = transformSync(text, { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } });
    writeFileSync(join(dir, source.replace(/ts$/, 'js')), code);
  }
  writeFileSync(join(dir, 'package.json'), '{"type":"module"}');
  symlinkSync(join(here, '../../node_modules'), join(dir, 'node_modules'));
  const path = join(dir, 'program.js');
  writeFileSync(path, program);
  return path;
};
