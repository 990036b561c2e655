/** What must be said loudly of a seed (draw-spec D2.4). */
import type { SeedWarning } from '@shuangsuiji/core';
import { seedWarningLine } from '../messages/seed-names.js';
import { wrap } from './wrap.js';

export const seedWarningLines = (warnings: readonly SeedWarning[], columns: number): readonly string[] =>
  warnings.flatMap((warning) => wrap({ text: `${seedWarningLine(warning)}这条警告写入存档，并出现在每一份清单和核验结果里。`, columns }));
