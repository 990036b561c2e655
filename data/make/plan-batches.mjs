/**
 * The 24 batches of the year. Which items a batch checks is given by their categories; ratios and periods are spelled as
 * different offices spell them, and all spellings are ones docs/excel-format.md promises to read.
 */

/**
 * @typedef {object} Batch
 * @property {string} number
 * @property {string} name
 * @property {string} kind 定向 or 不定向
 * @property {readonly string[]} categories of the items
 * @property {string} targets
 * @property {string} ratio
 * @property {string} riskRatios empty: one ratio for all
 * @property {string} lead agency code
 * @property {readonly string[]} cooperating agency codes
 * @property {string} method
 * @property {string} period
 * @property {readonly string[]} areas
 * @property {readonly string[]} industries
 * @property {readonly string[]} entityTypes
 * @property {readonly string[]} tags
 * @property {readonly string[]} riskClasses
 * @property {boolean} byName whether the item cell gives names instead of numbers
 */

const NO_LIMIT = { areas: [], industries: [], entityTypes: [], tags: [], riskClasses: [] };

/** A batch aimed at one label, by several agencies on the spot, unless `more` says otherwise. */
const batch = (serial, name, targets, [lead, ...cooperating], tag, ratio, period, categories, more = {}) => ({
  number: `2026-JH-${String(serial).padStart(2, '0')}`,
  name, targets, lead, cooperating, ratio, period, categories,
  kind: tag === '' ? '不定向' : '定向',
  riskRatios: '',
  method: '现场检查',
  byName: false,
  ...NO_LIMIT,
  tags: tag === '' ? [] : tag.split(' '),
  ...more,
});

/** @type {readonly Batch[]} */
export const BATCHES = [
  batch(1, '食品销售与食用农产品部门联合抽查', '食品销售者', ['SCJG', 'NYNC'], '食品经营', '2.3%', '2026年3月1日-2026年6月30日', ['食品销售监督检查', '食用农产品检查']),
  batch(2, '特种设备使用安全部门联合抽查', '特种设备使用单位', ['SCJG', 'YJGL'], '特种设备使用', '不少于14.5%', '2026年4月1日-2026年9月30日', ['特种设备安全检查', '特种作业与设备安全检查']),
  batch(3, '旅馆业部门联合抽查', '旅馆', ['GA', 'XFJY', 'WJW'], '旅馆', '≥31%;2次/年', '4月—10月', ['旅馆业治安检查', '旅馆消防检查', '住宿场所卫生检查']),
  batch(4, '建筑施工领域部门联合抽查', '建筑施工企业', ['RSSB', 'ZJJ'], '建筑施工', '41户', '2026年5月1日-2026年10月31日', ['建筑业工资支付检查', '建筑市场与施工安全检查'], { method: '现场检查、书面检查' }),
  batch(5, '餐饮服务食品安全部门联合抽查', '餐饮服务提供者', ['SCJG', 'WJW', 'XFJY'], '餐饮服务', '≥5%', '2026年3月1日-2026年11月30日', ['餐饮服务监督检查', '餐饮场所卫生检查', '餐饮场所消防检查'], { riskRatios: 'A:3%;B:5%;C:20%;D:50%' }),
  batch(6, '危险化学品经营部门联合抽查', '危险化学品经营者', ['YJGL', 'SCJG', 'STHJ', 'JTYS'], '危险化学品经营', '不低于23%', '2026年3月15日-2026年10月31日', ['危险化学品安全检查', '危险化学品产品质量检查', '危险化学品环境风险检查', '危险货物运输检查']),
  batch(7, '加油站部门联合抽查', '加油站', ['SCJG', 'YJGL', 'SWJ'], '加油站', '100%', '2026年5月—9月', ['加油站计量与油品质量检查', '加油站安全检查', '加油站税控检查']),
  batch(8, '零售药店部门联合抽查', '药品零售企业', ['SCJG', 'YBJ'], '药品零售', '30%', '2026年4月—8月', ['药品经营监督检查', '定点零售药店医保检查'], { byName: true }),
  batch(9, '劳务派遣部门联合抽查', '劳务派遣单位', ['RSSB', 'SWJ'], '劳务派遣', '=40', '2026-06-01至2026-10-31', ['劳务派遣用工检查', '劳务派遣税收检查'], { method: '书面检查、现场检查' }),
  batch(10, '娱乐场所部门联合抽查', '歌舞游艺娱乐场所', ['WTLY', 'GA', 'XFJY', 'WJW'], '娱乐场所', '≥45%', '2026年6月1日-2026年12月10日', ['娱乐场所经营检查', '娱乐场所治安检查', '娱乐场所消防检查', '歌舞游艺场所卫生检查']),
  batch(11, '农资经营部门联合抽查', '农资经营者', ['NYNC', 'SCJG'], '农资经营', '10%', '2026年3月—6月', ['农药种子肥料检查', '农资产品质量检查'], { riskRatios: 'A:7%；B:16%；C:45%；D:100%' }),
  batch(12, '医疗机构部门联合抽查', '医疗机构', ['WJW', 'YBJ', 'STHJ'], '医疗机构', '>=24%', '2026年5月1日-2026年11月15日', ['医疗机构执业检查', '定点医疗机构医保检查', '医疗废物处置检查']),
  batch(13, '城镇燃气经营部门联合抽查', '燃气经营者', ['ZJJ', 'SCJG', 'XFJY'], '燃气经营', '>=40', '2026年8月1日-2026年11月30日', ['燃气经营检查', '燃气器具与气瓶检查', '燃气场所消防检查']),
  batch(14, '校外培训机构部门联合抽查', '校外培训机构', ['JYJ', 'SCJG', 'XFJY'], '校外培训', '≤57%', '2026年7月—9月', ['校外培训检查', '校外培训机构收费检查', '培训场所消防检查']),
  batch(15, '学校周边经营部门联合抽查', '学校周边经营者', ['SCJG', 'YCZM'], '学校周边', '11.5%', '3月—11月', ['学校周边经营检查', '烟草零售检查'], { areas: ['精河镇', '大河沿子镇', '托里镇', '红星街道', '茫丁乡', '托托镇'] }),
  batch(16, '机动车维修部门联合抽查', '机动车维修经营者', ['JTYS', 'STHJ', 'SCJG'], '机动车维修', '16%', '2026年4月15日-2026年9月15日', ['机动车维修检查', '维修业危险废物检查', '机动车维修经营者检查']),
  batch(17, '道路运输企业部门联合抽查', '道路运输企业', ['JTYS', 'GA'], '道路运输', '不少于20.5%', '2026年9月—11月', ['道路货物运输检查', '道路运输企业交通安全检查'], { entityTypes: ['企业'] }),
  batch(18, '矿产开采部门联合抽查', '矿山企业', ['YJGL', 'STHJ'], '矿产开采', '44户', '2026年5月10日-2026年10月20日', ['矿山安全检查', '矿山扬尘与生态检查'], { industries: ['采矿业'] }),
  batch(19, '纳税与登记事项部门联合抽查', '全县市场主体', ['SWJ', 'SCJG'], '', '42户', '2026年2月24日-2026年11月30日', ['纳税情况检查', '登记事项检查'], { method: '书面检查、网络监测' }),
  batch(20, '用人单位劳动用工部门联合抽查', '用人单位', ['RSSB', 'YBJ'], '', '不超过1.6%', '2026-03-01至2026-11-30', ['劳动用工检查', '参保缴费检查'], { kind: '定向', entityTypes: ['企业'], areas: ['精河镇', '红星街道', '精河工业园区', '大河沿子镇', '托里镇'] }),
  batch(21, '企业公示信息抽查', '企业和农民专业合作社', ['SCJG'], '', '不低于3%', '2026年7月1日-2026年10月31日', ['公示信息检查'], { kind: '定向', entityTypes: ['企业', '农民专业合作社'], method: '书面检查、网络监测' }),
  batch(22, '登记事项和价格行为抽查', '全县市场主体', ['SCJG'], '', '1%;1次/年', '1月—12月', ['登记事项检查', '价格行为检查']),
  batch(23, '公共场所卫生抽查', '公共场所经营者', ['WJW'], '公共场所卫生', '9%(69户)', '2026年4月—11月', ['公共场所卫生检查']),
  batch(24, '批发零售场所消防安全抽查', '信用风险较高的批发零售单位', ['XFJY'], '', '15%', '2026年9月1日-2026年12月20日', ['单位消防安全检查'], { kind: '定向', industries: ['批发和零售业'], riskClasses: ['C', 'D'] }),
];
