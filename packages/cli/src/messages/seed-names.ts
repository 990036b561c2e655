/** Seed sources and seed warnings in words. */
import { LOTTERY_GAMES, parseSeedSource, type SeedWarning, WARNING_WORDS } from '@shuangsuiji/core';
import { oneLine, quoted } from './one-line.js';

/** `20 枚十面骰（dice:d10x20）`; a line that is no source stands as it is. */
export const sourceName = (line: string): string => {
  const source = parseSeedSource(line);
  if (!source.ok) return `种子行${quoted(line)}`;
  const { value } = source;
  switch (value.kind) {
    case 'dice':
      return `${String(value.count)} 枚${value.faces === 10 ? '十' : '六'}面骰（${line}）`;
    case 'lottery':
      return `${LOTTERY_GAMES[value.game].name} 第 ${value.issue} 期（${line}）`;
    case 'drand':
      return `随机信标 drand 第 ${String(value.round)} 轮（${line}）`;
    case 'joint':
      return `联合种子（${line}）`;
    case 'typed':
      return '人工录入的种子（typed:）';
    default:
      return value satisfies never;
  }
};

/** A character with its number, since blanks and look-alikes show nothing. */
export const shownCharacter = (character: string): string => {
  const number = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return oneLine(character).trim() === '' ? `（${number}）` : `“${oneLine(character)}”（${number}）`;
};

/** Loud, one line; the same words stand on every list of the draw. */
export const seedWarningLine = (warning: SeedWarning): string => `【警告】${WARNING_WORDS[warning]}。`;
