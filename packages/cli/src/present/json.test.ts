import { describe, expect, it } from 'vitest';
import { sampleProblems } from '../messages/sample-problems.properties.js';
import { jsonDocument } from './json.js';

describe('jsonDocument', () => {
  it('is one document with the same keys always, problems as data and as a sentence', () => {
    const text = jsonDocument({ command: 'ledger check', exit: 3, data: { entries: 4 }, problems: sampleProblems });
    const document = JSON.parse(text);
    expect(text.endsWith('}\n')).toBe(true);
    expect(Object.keys(document)).toEqual(['format', 'command', 'exit', 'data', 'problems']);
    expect(document.problems).toHaveLength(sampleProblems.length);
    for (const problem of document.problems) {
      expect(Object.keys(problem)).toEqual(['code', 'severity', 'where', 'fields', 'text']);
      expect(problem.text.endsWith(`（${problem.code}）`)).toBe(true);
    }
  });

  it('has an empty place for a problem without one', () => {
    expect(JSON.parse(jsonDocument({ command: 'x', exit: 2, data: {}, problems: [{ code: 'nothing-imported', severity: 'error', fields: {} }] })).problems[0].where).toEqual({});
  });
});
