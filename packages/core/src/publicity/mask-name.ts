/** Names as they may be published: those of persons are masked. @zh 脱敏名称 */
import { foldName } from '../base/text.js';
import type { Target } from '../registry/schemas.js';
import { codeOfTarget } from './lookups.js';
import { hasTradeWord } from './trade-words.js';

const MASK = '＊';
/** 欧阳 and the like have two characters, names four at most. */
const LONGEST_HAN_NAME = 4;
const HAN = /\p{Script=Han}/gu;
/** As {@link foldName} writes the dots of minority names. */
const MIDDLE_DOT = '\u00b7';
/** Says what kind of operator it is and is no part of a name. */
const KIND_WORDS = /个体工商户|个体经营者|个体户|个体|经营者|业主/g;
/** Characters that write Uyghur, Kazakh and Mongol names by their sound. */
const SOUNDS: ReadonlySet<string> = new Set(
  '阿艾爱安奥巴白拜班布别波不卜达代德迪地丁丹杜都多顿尔丰夫弗富噶盖格古哈海合赫热依伊衣以亚也叶耶依提汗罕吉加贾江杰居卡坎开凯克肯库夸拉莱兰勒里丽力利林龙鲁路罗洛麻马玛买曼麦毛美门米木穆那娜乃纳尼努奴帕派潘皮普其奇恰切青丘曲仁肉如茹撒萨塞赛桑沙莎山尚苏孙索塔台太坦汤特铁图土吐托瓦万外维温翁乌吾武希西夏先肖谢新辛胥许牙雅亚燕扬玉约孜子扎再则扎珠祖佐木拜江巴图那生孟'.split(''),
);

/**
 * True where a target can be one person's business. Where the registry does not say what a target is, its code does: 92 of
 * a 统一社会信用代码 (GB 32100-2015) and a 注册号 of fifteen digits whose seventh is 6 to 9 (GS 15-2006) are 个体工商户;
 * older numbers and the office's own codes say nothing, so such a target can be one.
 */
const isSoleTrader = ({ id, entityType }: Pick<Target, 'id' | 'entityType'>): boolean => {
  const code = codeOfTarget(id);
  if (id.startsWith('uscc:') && code.startsWith('92')) return true;
  if (entityType !== undefined) return entityType.includes('个体');
  if (id.startsWith('uscc:')) return false;
  return !(id.startsWith('reg:') && code.length === 15) || /^\d{6}[6-9]/.test(code);
};

/** True for a text that can be nothing but a person's name. */
const isPersonName = (text: string): boolean => {
  const name = foldName(text);
  const han = name.match(HAN) ?? [];
  if (han.length === 0 || hasTradeWord(name)) return false;
  return han.length <= LONGEST_HAN_NAME || name.includes(MIDDLE_DOT) || han.every((character) => SOUNDS.has(character));
};
