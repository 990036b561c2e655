/** Names of people, put together by chance: nobody is meant. The dot of minority names stands in its three spellings, as in life. */
const SURNAMES = [['王', 8], ['李', 8], ['张', 8], ['刘', 6], ['陈', 5], ['杨', 5], ['马', 6], ['赵', 4], ['黄', 3], ['周', 3], ['吴', 3], ['徐', 3], ['孙', 3], ['胡', 2], ['朱', 2], ['高', 2], ['林', 2], ['何', 2], ['郭', 2], ['罗', 2], ['冶', 1], ['欧阳', 1]];
const GIVEN = [...'志建国文晓海春玉红丽秀明华军伟强敏静燕慧超磊鹏飞宏刚勇涛平新亚丹雪梅兰英杰斌浩宇轩佳欣怡婷莹洁思远立成庆东江河川'];
const UYGHUR_MEN = ['阿不都热合曼', '买买提江', '艾尔肯', '吐尔逊', '库尔班', '帕尔哈提', '亚力坤', '努尔买买提', '玉素甫', '赛买提', '热合木江'];
const UYGHUR_WOMEN = ['阿依古丽', '热依罕', '帕提古丽', '古丽娜尔', '米日古丽', '祖丽菲亚', '迪丽努尔', '茹仙古丽', '阿米娜', '海日古丽'];
const FATHERS = ['买买提', '吐尔逊', '阿不都拉', '肉孜', '依明', '艾山', '卡德尔', '库尔班', '托合提', '司马义', '尼亚孜', '热西提'];
const KAZAKH = ['叶尔兰', '巴合提', '努尔兰', '加娜尔', '阿依波力', '库拉西', '沙吾列', '波拉提'];
const KAZAKH_FATHERS = ['哈布力', '马合苏提', '胡安', '托列吾', '别克', '朱马', '斯拉木'];
const MONGOL = ['巴图', '巴音克西克', '其其格', '道尔吉', '孟克', '乌兰', '才仁', '那仁', '青格勒', '布音'];
/** Given names outside the basic plane, which programs like to break. */
const RARE = ['王𬭎', '李𠮷祥', '张𫖯', '陈𬱖', '刘𬍡', '马𬀩'];
const DOTS = [['·', 6], ['•', 3], ['・', 2]];

const han = (random) => random.weighted(SURNAMES) + random.pick(GIVEN) + (random.chance(78) ? random.pick(GIVEN) : '');
const dotted = (given, fathers, random) => random.pick(given) + random.weighted(DOTS) + random.pick(fathers);

const makeName = (random) => {
  const kind = random.weighted([['han', 60], ['man', 12], ['woman', 12], ['kazakh', 9], ['mongol', 7]]);
  if (kind === 'han') return han(random);
  if (kind === 'man') return dotted(UYGHUR_MEN, FATHERS, random);
  if (kind === 'woman') return dotted(UYGHUR_WOMEN, FATHERS, random);
  return kind === 'kazakh' ? dotted(KAZAKH, KAZAKH_FATHERS, random) : random.pick(MONGOL);
};

/**
 * @param {number} count
 * @param {import('./random.mjs').Random} random
 * @returns {string[]} names with the rare ones among them; two people may share one, as in life
 */
export const makePersonNames = (count, random) =>
  random.shuffled([...RARE, ...Array.from({ length: count - RARE.length }, () => makeName(random))]);
