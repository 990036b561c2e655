import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { AnyProblem } from '../messages/any-problem.js';
import { sampleProblems } from '../messages/sample-problems.properties.js';
import { name } from './realistic.properties.js';
import { problemLines } from './problems.js';

const error = (row: number): AnyProblem => ({ code: 'code-missing', severity: 'error', where: { row }, fields: {} });
const warning: AnyProblem = { code: 'code-check-character', severity: 'warning', where: { row: 1 }, fields: { id: 'uscc:91330000668306747T' } };

describe('problemLines', () => {
  it('counts all, errors first, shows twenty and says the rest by number', () => {
    const lines = problemLines({ problems: [warning, ...Array.from({ length: 30 }, (_, row) => error(row + 1))], columns: 200, allIn: '问题/检查对象名录库-问题.xlsx' });
    expect(lines[0]).toBe('共 30 个错误、1 个警告，先列出 20 个：');
    expect(lines.filter((line) => line.startsWith('错误')).length).toBe(20);
    expect(lines.slice(-2)).toEqual(['其余 11 个：code-missing 10 个、code-check-character 1 个。', '全部问题见 问题/检查对象名录库-问题.xlsx。']);
  });

  it('shows one problem without a count, and none as nothing', () => {
    expect(problemLines({ problems: [error(3)], columns: 200 })).toHaveLength(1);
    expect(problemLines({ problems: [], columns: 80, allIn: 'x' })).toEqual([]);
  });

  it('has colour only where asked', () => {
    expect(problemLines({ problems: [error(3)], columns: 80 }).join('')).not.toContain('\u001b');
    expect(problemLines({ problems: [error(3)], columns: 80, color: true })[0]).toContain('\u001b[31m错误\u001b[0m  第 3 行');
  });

  it('is never wider than 80 columns, whatever stands in cells', () => {
    fc.assert(
      fc.property(fc.subarray([...sampleProblems]), name, fc.boolean(), (problems, file, color) => {
        const placed = problems.map((problem) => ({ ...problem, where: { file: `${file}.xlsx`, sheet: file, row: 12362, column: file } }));
        for (const line of problemLines({ problems: placed, columns: 80, color, limit: 200, allIn: file })) expect(stringWidth(line)).toBeLessThanOrEqual(80);
      }),
      { numRuns: 25 },
    );
  });
});
