/** Names as they may be published: those of persons are masked. @zh 脱敏名称 */
import { foldName } from '../base/text.js';
import type { Target } from '../registry/schemas.js';
import { isSoleTrader } from './sole-trader.js';
import { hasTradeWord } from './trade-words.js';

const MASK = '＊';
/** 欧阳 and the like have two characters, given names two at most. */
const LONGEST_HAN_NAME = 4;
const HAN = /\p{Script=Han}/gu;
const HAS_HAN = /\p{Script=Han}/u;
/** As {@link foldName} writes the dots of minority names. */
const MIDDLE_DOT = '\u00b7';
/** What stands between brackets and colons. */
const RUN = /[^()（）[\]【】〔〕:：]+/gu;
/** Says what kind of operator it is and is no part of a name. */
const KIND_WORDS = /(个体工商户|个体经营者|个体户|个体|经营者|业主)/;
/** Characters that write Uyghur, Kazakh and Mongol names by their sound. */
const SOUNDS: ReadonlySet<string> = new Set(
  '阿艾爱安奥巴白拜班布别波不卜达代德迪地丁丹杜都多顿尔丰夫弗富噶盖格古哈海合赫热依伊衣以亚也叶耶提汗罕吉加贾江杰居卡坎开凯克肯库夸拉莱兰勒里丽力利林龙鲁路罗洛麻马玛买曼麦毛美门米木穆那娜乃纳尼努奴帕派潘皮普其奇恰切青丘曲仁肉如茹撒萨塞赛桑沙莎山尚苏孙索塔台太坦汤特铁图土吐托瓦万外维温翁乌吾武希西夏先肖谢新辛胥许牙雅燕扬玉约孜子扎再则珠祖佐生孟',
);

/**
 * The name of a target for lists that everybody may read. Only the name of a 个体工商户 ({@link isSoleTrader}) can be a
 * person's, and it is one where, without brackets and words such as 个体工商户, it has no trade word ({@link hasTradeWord}) and
 *
 * - has four Han characters at most (张三, 欧阳某某), or
 * - has the middle dot of minority names, in whatever spelling, or
 * - is written with nothing but the characters that stand for sounds (阿卜杜热合曼).
 *
 * Of such a name the first character stays and every other becomes ＊. In doubt it is masked: the code beside it says which
 * target is meant, so nothing is lost with a short sign (沙＊＊＊), while a name that has been published cannot be taken back.
 * Signs with a trade word stay, also with a person's name in front (艾山·买买提餐厅): the sign is what the shop is called.
 *
 * @example publicName({ id, name: '张三（个体工商户）', entityType: '个体工商户' }) // '张＊（个体工商户）'
 */
export const publicName = ({ id, name, entityType }: Pick<Target, 'id' | 'name' | 'entityType'>): string => {
  if (!isSoleTrader({ id, entityType })) return name;
  const parts = (name.match(RUN) ?? []).flatMap((run) => run.split(KIND_WORDS)).filter((part) => HAS_HAN.test(part) && !KIND_WORDS.test(part));
  return parts.length > 0 && parts.every(isPersonName) ? name.replace(RUN, maskRun) : name;
};

/** True for a text with Han characters that can be nothing but a person's name. */
const isPersonName = (text: string): boolean => {
  const name = foldName(text);
  const han = name.match(HAN) ?? [];
  if (hasTradeWord(name)) return false;
  return han.length <= LONGEST_HAN_NAME || name.includes(MIDDLE_DOT) || han.every((character) => SOUNDS.has(character));
};

const maskRun = (run: string): string => run.split(KIND_WORDS).map((part) => (KIND_WORDS.test(part) ? part : maskPart(part))).join('');

/** Blanks stay; the first character is the first that is none. */
const maskPart = (part: string): string => {
  const [first, ...rest] = part.trimStart();
  return first === undefined ? part : first + rest.map((character) => (/\s/u.test(character) ? character : MASK)).join('');
};
