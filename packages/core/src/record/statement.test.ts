import { expect, test } from 'vitest';
import { portableHash } from '../base/digest.js';
import { parseStatement, type Statement, statementDigest, statementMark, statementText } from './statement.js';

const statement = { scheme: 'ssj/1', drawId: '652722-2026-0001', round: 0, notice: 'a'.repeat(64), head: { seq: 12, digest: 'b'.repeat(64) } } as unknown as Statement;
const TEXT = `ssj/1 statement\n652722-2026-0001\n0\n${'a'.repeat(64)}\n12\n${'b'.repeat(64)}\n`;

test('R13.1 a statement is six lines that anybody can write again, and its digest is theirs', () => {
  expect(statementText(statement)).toBe(TEXT);
  expect(statementDigest({ ...statement, hash: portableHash })).toBe(portableHash(TEXT));
  expect(statementText({ ...statement, scheme: 'ssj/1-rehearsal' })).toBe(TEXT.replace('ssj/1', 'ssj/1-rehearsal'));
});
test('R13.1 it is read back, and nothing else is a statement', () => {
  expect(parseStatement(TEXT)).toEqual(statement);
  for (const text of ['', TEXT.slice(0, -1), `${TEXT}\n`, TEXT.replace('ssj/1', 'ssj/9'), TEXT.replace('\n0\n', '\n00\n'), TEXT.replace('\n12\n', '\n0\n'), TEXT.replace('a', 'A'), TEXT.replaceAll('\n', '\r\n')]) {
    expect(parseStatement(text)).toBe(undefined);
  }
});
test('R13.4 the mark on a printed notice names draw, round and statement', () => {
  expect(statementMark({ ...statement, statement: statement.notice })).toBe(`SSJ1 652722-2026-0001 0 ${'a'.repeat(64)}`);
});
