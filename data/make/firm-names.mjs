/** Names of firms out of neutral syllables: 精河 + brand + trade + form. None is taken from a register. */
const FIRST = [...'瑞恒祥泰和兴盛丰达顺鑫源宏嘉润晟启晨昊博卓汇金玉锦安康宁福德仁信诚正同益广永长远景新华天云海']
const SECOND = [...'和兴盛源丰达顺安康宁泰祥瑞恒润利通宝元成发隆茂昌荣华杰辰阳星洋川峰林森禾穗谷原野泉溪'];
const WORDS = ['天山', '胡杨', '红柳', '艾比湖', '赛里木', '金枸', '绿洲', '戈壁', '雪莲', '丝路', '西域', '巴音', '阿拉套', '博河', '塔拉', '白杨', '沙枣', '金穗', '春城', '边城'];

const brand = (random) => {
  const pair = random.pick(FIRST) + random.pick(SECOND);
  return random.weighted([[pair, 62], [pair + random.pick(SECOND), 14], [random.pick(WORDS) + random.pick(SECOND), 14], [random.pick(FIRST) + random.pick(WORDS), 10]]);
};

const enterprise = (kind, random) => {
  const trade = random.pick(kind.trades);
  return random.weighted([
    [`精河县${brand(random)}${trade}有限公司`, 46],
    [`精河县${brand(random)}${trade}有限责任公司`, 24],
    [`新疆${brand(random)}${trade}有限公司`, 14],
    [`新疆${brand(random)}${trade}有限公司精河分公司`, 6],
    [`博州${brand(random)}${trade}有限公司`, 5],
    [`精河县${brand(random)}${trade}中心（普通合伙）`, 3],
    [`精河县${brand(random)}${trade}厂(个人独资)`, 2],
  ]);
};

const individual = (kind, area, random) => {
  const shop = random.pick(kind.shops);
  return random.weighted([
    [`精河县${brand(random)}${shop}`, 58],
    [`精河县${area}${brand(random)}${shop}`, 30],
    [`${brand(random)}${shop}（精河县${area}）`, 4],
    [`精河县${brand(random)}${shop}(个体工商户)`, 8],
  ]);
};

/**
 * @param {{ entityType: string, kind: import('./kinds.mjs').Kind, area: string }} target
 * @param {import('./random.mjs').Random} random
 * @returns {string}
 */
export const makeFirmName = ({ entityType, kind, area }, random) => {
  if (entityType === '企业') return enterprise(kind, random);
  if (entityType === '个体工商户') return individual(kind, area, random);
  return `精河县${brand(random)}${random.pick(kind.trades)}农民专业合作社`;
};
