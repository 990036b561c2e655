/** Sentences about a seed (公开种子). */
import type { SeedProblemFields } from '@shuangsuiji/core';
import { beaconSentences } from './seed-beacon.js';
import { listed, quoted } from './one-line.js';
import { shownCharacter, sourceName } from './seed-names.js';
import type { SentencesOf } from './sentence.js';

const SOURCE_FORMS = 'dice:d10x20（20 枚十面骰）、dice:d6x25（25 枚六面骰）、lottery:kl8:2026315（快乐8 第 2026315 期）、drand:quicknet（随机信标）、joint:A,B（共同产生）';
const KNOWN_NUMBERS = '请照开奖公告或骰子重新录入，只录号码本身。';

export const seedSentences: SentencesOf<SeedProblemFields> = {
  ...beaconSentences,
  'seed-empty': ({ line }) => ({ what: `${sourceName(line)}的值是空的。`, mend: KNOWN_NUMBERS }),
  'seed-not-ascii': ({ line, position, character }) => ({
    what: `${sourceName(line)}的第 ${String(position)} 个字符 ${shownCharacter(character)} 不是半角的数字、字母或符号。`,
    mend: '请关掉中文输入法，用半角字符重新录入。',
  }),
  'lottery-issue-passed': ({ line, day }) => ({
    what: `到 ${day}，${sourceName(line)}早已开奖。`,
    why: '封存以前就能知道的号码可以挑选，不能作种子。',
    mend: '请改用封存以后才开奖的一期；期号写错的，请改正。',
  }),
  'seed-source-unknown': ({ source }) => ({ what: `种子来源${quoted(source)}不认识。`, mend: `请写成 ${SOURCE_FORMS}。` }),
  'seed-no-time': ({ lines, notBefore }) => ({
    what: `${lines.map(sourceName).join('、')}要在 ${notBefore} 以前定下，而那就是封存的时间。`,
    why: '彩票或信标产生以后再掷骰、录入，就可以挑选结果。',
    mend: '请用 --not-before 写一个以后的时间，在那以前用 ssj seed enter 记入。',
  }),
  'seed-source-twice': ({ source }) => ({ what: `种子来源${quoted(source)}写了两次。`, mend: '每个来源只写一次，请删去一个。' }),
  'seed-source-missing': () => ({
    what: '没有说明种子从哪里来。',
    why: '来源要在封存时定下，值以后才产生，谁也不能事先知道。',
    mend: '请在 ssj seal 后用 --seed 写明，如 dice:d10x20（20 枚十面骰）、lottery:kl8:2026315（快乐8）、drand:quicknet（随机信标）。',
  }),
  'seed-of-another-source': ({ sealed, given }) => ({
    what: `给的是${quoted(given)}的值，封存的来源是${quoted(sealed)}。`,
    why: '封存以后来源不能更换。',
    mend: '请按封存公告上写的来源取值，只录等号右边的内容。',
  }),
  'seed-value-only': ({ sealed }) => ({ what: `把整行都录了进来；来源${quoted(sealed)}已经封存，不用再录。`, mend: '请只录等号右边的值。' }),
  'seed-count-differs': ({ wanted, found }) => ({ what: `封存了 ${String(wanted)} 个种子来源，给了 ${String(found)} 个值。`, mend: '请按封存公告上的顺序，每个来源给一个值，不多不少。' }),
  'dice-count': ({ line, wanted, found }) => ({ what: `${sourceName(line)}应有 ${String(wanted)} 个点数，录了 ${String(found)} 个。`, mend: '请对照骰子重新录入，不留空格；开头的 0 也要录。' }),
  'dice-face': ({ line, position, character }) => ({
    what: `${sourceName(line)}的第 ${String(position)} 个 ${shownCharacter(character)} 不是这种骰子的点数。`,
    mend: '十面骰录 0 至 9（10 录成 0），六面骰录 1 至 6，中间不留空格。',
  }),
  'lottery-form': ({ line, example }) => ({ what: `${sourceName(line)}的写法不对。`, mend: `号码之间用英文句点隔开，一位数前面补 0，如 ${example}。` }),
  'lottery-count': ({ line, wanted, found }) => ({ what: `${sourceName(line)}应有 ${String(wanted)} 个号码，录了 ${String(found)} 个。`, mend: KNOWN_NUMBERS }),
  'lottery-range': ({ line, number, highest }) => ({ what: `${sourceName(line)}没有号码${quoted(number)}，最大是 ${String(highest)}。`, mend: KNOWN_NUMBERS }),
  'lottery-repeated': ({ line, number }) => ({ what: `${sourceName(line)}里号码${quoted(number)}录了两次。`, mend: KNOWN_NUMBERS }),
  'lottery-order': ({ line, before, after }) => ({ what: `${sourceName(line)}的号码没有从小到大排：${listed([before, after])}。`, mend: '请从小到大录入，不按开出的先后。' }),
  'typed-too-long': ({ line, longest, found }) => ({ what: `${sourceName(line)}有 ${String(found)} 个字符，最多 ${String(longest)} 个。`, mend: '请缩短后再录入。' }),
};
