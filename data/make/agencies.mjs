/**
 * The agencies of the county and who works there. Small ones make up for few people with a higher number of visits a person,
 * and join only batches they can serve.
 */

/**
 * @typedef {object} Agency
 * @property {string} code
 * @property {string} name
 * @property {readonly string[]} aliases other spellings in the workbooks, stations included
 * @property {number} size inspectors
 * @property {readonly [number, number]} capacity visits a person and batch, from … to
 * @property {readonly string[]} away 执法人员状态 of those off duty
 * @property {number} notDrawn on duty with capacity 0 (heads of agencies, mostly)
 * @property {readonly (readonly [string, number])[]} qualifications with the number of people who hold them
 * @property {boolean} namesLeads whether 可任组长 is filled in
 * @property {string} prefix of the 单位工号
 */

const agency = (code, name, aliases, size, capacity, more = {}) => ({
  code, name, aliases: [`精河县${name}`, ...aliases], size, capacity, away: [], notDrawn: 0, qualifications: [], namesLeads: false, prefix: '', ...more,
});

/** The stations of the market supervision bureau stand in the 所在业务部门 column of its people, as in life. */
export const STATIONS = ['精河镇市场监督管理所', '大河沿子市场监督管理所', '托里市场监督管理所', '托托市场监督管理所', '茫丁市场监督管理所', '工业园区市场监督管理所'];

/** @type {readonly Agency[]} */
export const AGENCIES = [
  agency('SCJG', '市场监督管理局', ['县市场监管局', '市监局', ...STATIONS], 57, [3, 12], {
    away: ['病假', '借调', '借调'], notDrawn: 3, namesLeads: true,
    qualifications: [['食品安全', 36], ['特种设备', 19], ['药品检查', 16], ['计量', 9], ['执法办案', 14]],
  }),
  agency('WJW', '卫生健康委员会', ['卫健委', '县卫健委'], 15, [11, 12], { away: ['借调'], namesLeads: true, qualifications: [['公共卫生', 11], ['医疗监督', 8]] }),
  agency('XFJY', '消防救援大队', ['消防大队'], 15, [11, 12], { away: ['病假'], namesLeads: true, qualifications: [['消防', 15]], prefix: 'XF-' }),
  agency('GA', '公安局', ['县公安局'], 12, [9, 12], { notDrawn: 1, namesLeads: true, qualifications: [['治安管理', 7], ['危爆管理', 4]], prefix: 'P' }),
  agency('YJGL', '应急管理局', ['应急局'], 11, [11, 12], { away: ['借调'], qualifications: [['危险化学品', 10], ['非煤矿山', 4]], namesLeads: true }),
  agency('ZJJ', '住房和城乡建设局', ['住建局'], 10, [10, 12], { qualifications: [['建设工程', 6], ['燃气', 4]], prefix: 'ZJ' }),
  agency('NYNC', '农业农村局', ['农业局', '农业综合行政执法大队'], 10, [10, 12], { qualifications: [['农产品质量', 5]], prefix: 'NY' }),
  agency('STHJ', '生态环境局', ['生态环境局精河县分局', '环保局'], 9, [11, 12], { qualifications: [['环境监察', 7]] }),
  agency('RSSB', '人力资源和社会保障局', ['人社局', '劳动保障监察大队'], 9, [11, 12], { prefix: 'RS' }),
  agency('JTYS', '交通运输局', ['交通局'], 9, [11, 12], { prefix: 'JT' }),
  agency('WTLY', '文化体育广播电视和旅游局', ['文旅局', '文体广电旅游局'], 9, [11, 12], { prefix: 'WL' }),
  agency('SWJ', '税务局', ['县税务局'], 9, [11, 12], { prefix: 'SW' }),
  agency('YCZM', '烟草专卖局', ['烟草局'], 5, [20, 22]),
  agency('YBJ', '医疗保障局', ['医保局'], 5, [20, 22]),
  agency('JYJ', '教育局', ['县教育局'], 5, [20, 22]),
  agency('ZRZY', '自然资源局', ['国土资源局'], 3, [6, 10]),
  agency('SLJ', '水利局', [], 3, [4, 8]),
  agency('SGXJ', '商务和工业信息化局', ['商信局', '商务局'], 3, [4, 8]),
  agency('LCJ', '林业和草原局', ['林草局'], 3, [4, 6]),
  agency('MZJ', '民政局', [], 3, [4, 6]),
  agency('TJJ', '统计局', [], 3, [4, 6]),
];
