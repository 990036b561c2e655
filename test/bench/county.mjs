// The sample county in a temporary folder: drawn and verified by the demo, and sealed once more for draws to come.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ssj } from './process.mjs';

export const BATCH = '2026-JH-05';
/** The draw of the demo. */
export const DRAW_ID = '652722-2026-0001';
export const DICE = '08772473296991897540';

/** @returns the demo's folder, a function that copies a freshly sealed county, and one that removes everything */
export const makeCounty = () => {
  const root = mkdtempSync(join(tmpdir(), 'ssj-bench-'));
  const demo = join(root, 'demo');
  const sealed = join(root, 'sealed');
  ssj('demo', '--dir', demo);
  cpSync(demo, sealed, { recursive: true });
  ssj('seal', BATCH, '--seed', 'dice:d10x20', '--rehearsal', '--dir', sealed);
  let copies = 0;
  const sealedCopy = () => {
    copies += 1;
    const copy = join(root, `draw-${copies}`);
    cpSync(sealed, copy, { recursive: true });
    return copy;
  };
  const record = join(demo, '批次', DRAW_ID);
  const recordAlone = join(root, DRAW_ID);
  cpSync(record, recordAlone, { recursive: true });
  return { demo, record, recordAlone, sealedCopy, remove: () => rmSync(root, { recursive: true, force: true }) };
};

/** All files of a folder by path with `/`, as texts. */
export const textsBelow = (folder) =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );

/** The targets of the registry, 12,362 of them. */
export const targetsOf = ({ record }) =>
  readFileSync(join(record, 'registry', 'targets.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
