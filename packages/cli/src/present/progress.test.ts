import { describe, expect, it } from 'vitest';
import { lineProgress, type Progress, silentProgress } from './progress.js';

const work = (progress: Progress): void => {
  progress.tick(1, 2);
  progress.step('读取检查对象名录库');
  for (let done = 0; done <= 1000; done += 1) progress.tick(done, 1000);
  progress.step('写出快照');
  progress.done();
  progress.done();
};

const written = (isTerminal: boolean): readonly string[] => {
  const texts: string[] = [];
  work(lineProgress({ write: (text) => texts.push(text), isTerminal }));
  return texts;
};

describe('progress', () => {
  it('is whole lines outside a terminal', () => {
    expect(written(false)).toEqual(['· 读取检查对象名录库…\n', '· 写出快照…\n']);
  });

  it('counts in a terminal, at most once for each per cent, and leaves the steps behind', () => {
    const texts = written(true);
    expect(texts.length).toBeLessThan(110);
    expect(texts).toContain('\r\u001b[2K· 读取检查对象名录库… 500/1000');
    expect(texts.slice(-3)).toEqual(['\r\u001b[2K· 读取检查对象名录库…\n', '· 写出快照…', '\n']);
  });

  it('says nothing where it is silent', () => {
    expect(() => work(silentProgress)).not.toThrow();
  });
});
