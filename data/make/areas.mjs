/** The nine units that look after targets, with their share of the county in per mille and the places in them. */
const ROADS = ['和谐路', '团结路', '友谊路', '文化路', '建设路', '迎宾路', '幸福路', '胡杨街', '枸杞街', '光明街', '红柳街', '胜利街'];

/** @typedef {{ name: string, share: number, places: readonly string[], houses: string }} Area */

/** @type {readonly Area[]} */
export const AREAS = [
  { name: '精河镇', share: 372, places: ROADS, houses: '号' },
  { name: '大河沿子镇', share: 163, places: ['中心街', '市场路', '老街', '河西路', '育才路', '东风路'], houses: '号' },
  { name: '托里镇', share: 112, places: ['振兴街', '牧民新村', '北环路', '二村', '三村', '五村'], houses: '号' },
  { name: '红星街道', share: 98, places: ['红星路', '朝阳路', '新华路', '站前路', '园丁路'], houses: '号' },
  { name: '茫丁乡', share: 86, places: ['上村', '下村', '北地村', '东滩村', '富民路'], houses: '号' },
  { name: '托托镇', share: 61, places: ['国道北侧', '集镇街', '一村', '四村'], houses: '号' },
  { name: '精河工业园区', share: 52, places: ['纬一路', '纬二路', '经一路', '经三路', '创业路'], houses: '号' },
  { name: '阿合其农场', share: 31, places: ['一队', '二队', '三队', '场部街'], houses: '栋' },
  { name: '八家户农场', share: 25, places: ['一连', '二连', '四连', '场部路'], houses: '栋' },
];
