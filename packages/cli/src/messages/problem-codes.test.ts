import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sentences } from './describe.js';
import type { AnyCode, AnyProblem } from './any-problem.js';
import { exitOf, exitOfCode } from './exit-of.js';

const doc = readFileSync(fileURLToPath(new URL('../../../../docs/problem-codes.md', import.meta.url)), 'utf8');
const rows = [...doc.matchAll(/^\| `([a-z-]+)` \| (\S+) \| (\d+) \| (.+) \|$/gm)].map(([, code = '', severity = '', exit = '', meaning = '']) => ({ code, severity, exit: Number(exit), meaning }));
const error = (code: string): AnyProblem => ({ code, severity: 'error', fields: {} }) as unknown as AnyProblem;

describe('docs/problem-codes.md', () => {
  it('lists every code once and no other', () => {
    expect(rows.map(({ code }) => code).sort()).toEqual(Object.keys(sentences).sort());
  });

  it('names the exit code of each, 0 for a warning', () => {
    for (const { code, severity, exit, meaning } of rows) {
      expect(['错误', '警告', '错误或警告']).toContain(severity);
      expect([code, exit]).toEqual([code, severity === '警告' ? 0 : exitOfCode(code as AnyCode)]);
      expect(meaning).toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('exitOf', () => {
  it('is 0 where there are only warnings', () => {
    expect(exitOf([{ ...error('ledger-time'), severity: 'warning' } as AnyProblem])).toBe(0);
    expect(exitOf([])).toBe(0);
  });

  it('takes the first of the documented order', () => {
    expect(exitOf([error('code-missing'), error('workspace-locked')])).toBe(7);
    expect(exitOf([error('code-missing'), error('batch-unknown')])).toBe(3);
    expect(exitOf([error('would-overwrite'), error('interrupted')])).toBe(130);
  });
});
