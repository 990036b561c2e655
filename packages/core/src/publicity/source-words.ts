/** In words: where the value of a seed line will come from, and what speaks against a seed. */
import type { SeedWarning } from '../seed/problems.js';
import { timestampAt } from '../base/plain-date.js';
import { drandRoundTime } from '../seed/drand.js';
import { LOTTERY_GAMES } from '../seed/lottery.js';
import { parseSeedSource, type SeedSource } from '../seed/source.js';

/** @throws TypeError for a line that no seal can hold */
export const sourceWords = (line: string): string => {
  const source = parseSeedSource(line);
  if (!source.ok) throw new TypeError(`sourceWords: line ${line} is no source of a seed`);
  return wordsOf(source.value);
};

const wordsOf = (source: SeedSource): string => {
  switch (source.kind) {
    case 'dice':
      return `现场掷${source.count}枚${source.faces === 10 ? '十面骰（点数0至9）' : '六面骰（点数1至6）'}，按排列顺序读数，由不同部门两名见证人在掷骰记录上签字`;
    case 'lottery':
      return `${LOTTERY_GAMES[source.game].name}第${source.issue}期开奖号码`;
    case 'drand':
      return `公共随机信标drand（quicknet）第${String(source.round)}轮，北京时间${timestampAt(drandRoundTime(source.round), '+08:00').slice(0, 19).replace('T', ' ')}由国际联盟签名发布，签名可离线验证`;
    case 'joint':
      return `${source.parties.join('、')}共同产生：各方先公布承诺，全部承诺后依次揭示（${source.parties[0] ?? ''}最先），只要一方诚实，谁也不能预知或操纵`;
    case 'typed':
      return '由人当场报数录入（警告：报数的人可以选择，不能证明随机）';
    default:
      return source satisfies never;
  }
};

/** What every list says of a seed that is not as good as it should be (D2.4). */
export const WARNING_WORDS: Readonly<Record<SeedWarning, string>> = {
  'dice-unwitnessed': '掷骰没有不同部门的两名见证人或签字的掷骰记录，按人工录入对待',
  'entropy-low': '公开种子的随机性不足60比特',
  'seed-typed': '公开种子由人工录入，不能证明随机',
};
