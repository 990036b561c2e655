/** A change in words, as lists and screens show it. */
import type { Change } from '@shuangsuiji/core';
import { changeName, codeIn } from './names.js';
import { clipped } from './one-line.js';

/** `检查对象退出 9133…`. */
export const changeSentence = (change: Change): string => {
  const name = changeName(change.kind);
  switch (change.kind) {
    case 'target-withdrawn':
    case 'target-postponed':
      return `${name} ${codeIn(change.target)}`;
    case 'inspector-withdrawn':
      return `${name} ${change.inspector}`;
    case 'pair-withdrawn':
      return `${name} ${change.inspector} 与 ${codeIn(change.target)}（${clipped(change.ground, 40)}）`;
    case 'recusal-released':
      return `${name} ${change.inspector} 与 ${codeIn(change.target)}`;
    case 'capacity-set':
      return `${name} ${change.inspector} 为 ${String(change.capacity)} 次`;
    case 'borrowed':
      return `${name} ${change.inspector} 到 ${change.agency}，上限 ${String(change.capacity)} 次`;
    default:
      return change satisfies never;
  }
};
