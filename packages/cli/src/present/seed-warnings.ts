/** What must be said loudly of a seed (draw-spec D2.4). */
import { type SeedWarning, WARNING_WORDS } from '@shuangsuiji/core';
import { wrap } from './wrap.js';

export const seedWarningLines = (warnings: readonly SeedWarning[], columns: number): readonly string[] =>
  warnings.flatMap((warning) => wrap({ text: `！！ 警告：${WARNING_WORDS[warning]}。此警告写入存档，并出现在每一份清单和核验结果里。`, columns }));
