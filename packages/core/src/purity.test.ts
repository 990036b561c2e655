import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
/** Comments may speak of what the code must not do. */
const code = (path: string): string => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(,])\/\/[^\n]*/g, '');
const FORBIDDEN = [
  ['a clock', /\bDate\.now\b|\bnew Date\(|\bperformance\b/],
  ['chance that nobody can replay', /\bMath\.random\b|\bgetRandomValues\b/],
  ['a locale', /\blocaleCompare\b|\bIntl\.|\btoLocale/],
  ['the machine', /\bprocess\.|\bglobalThis\b|(?<!\.)\brequire\(|\bfetch\(/],
  ['powers and functions whose last digit no standard fixes', /\*\*|\bMath\.(?:exp|expm1|log|log2|log10|log1p|pow|sqrt|cbrt|hypot|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh)\b/],
] as const;

test.each(FORBIDDEN)('the built core uses no %s', (_, pattern) => {
  if (!existsSync(join(dist, 'index.js'))) throw new Error('packages/core/dist is missing: run `npm run build` first');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  expect(files.length).toBeGreaterThan(60);
  const found = files.flatMap((name) => (pattern.test(code(join(dist, name))) ? [name] : []));
  expect(found).toEqual([]);
});
test.each(FORBIDDEN)('the search for %s would find it', (_, pattern) => {
  const examples = ['Date.now()', 'new Date(0)', 'Math.random()', 'a.localeCompare(b)', 'Intl.Collator', 'a.toLocaleString()', 'process.env', 'a ** 2', 'Math.log(2)', 'Math.pow(2, 3)'];
  expect(examples.some((example) => pattern.test(example))).toBe(true);
  expect(pattern.test('new UTCDate(0); Math.max(1, 2); x.processed')).toBe(false);
});
