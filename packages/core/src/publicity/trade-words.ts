/** Words that make a name a shop sign. @zh 字号中的行业用语 */

/** Only at the end of a name, where given names rarely have them; so 行 and 园 stand in words of two (李知行, 张园园). */
const ENDINGS = [
  '店', '铺', '馆', '部', '厂', '坊', '吧', '摊', '档', '厅', '屋', '所', '站',
  '商行', '车行', '茶行', '花行', '粮行', '木行', '材行', '器行', '具行', '银行', '租行', '药行', '酒行',
  '商城', '书城', '茶园', '果园', '庄园', '学堂', '食堂', '食府', '酒楼', '茶楼', '茶社', '书社', '山庄', '大院', '会所', '牧场', '网点', '冷库',
] as const;

/** Anywhere in a name. */
const ANYWHERE = [
  '公司', '超市', '市场', '商场', '商贸', '商店', '贸易', '经营', '中心', '合作社', '农场', '工厂', '加工', '制造', '维修', '修理', '汽修', '汽车', '轮胎', '洗车', '运输', '物流', '快递', '驿站',
  '便利', '百货', '五金', '建材', '装饰', '装修', '门窗', '家具', '家电', '电器', '电脑', '通讯', '手机', '打印', '广告', '图文', '文具', '眼镜', '珠宝', '服装', '鞋', '布艺', '窗帘', '母婴',
  '餐', '饭', '食品', '小吃', '火锅', '烧烤', '烤肉', '烤鱼', '拉面', '牛肉', '羊肉', '鸡', '拌面', '馕', '米粉', '凉皮', '饺', '包子', '馒头', '面条', '粮油', '蛋糕', '面包', '奶茶', '咖啡', '冷饮', '烟酒', '茶叶', '水果', '蔬菜', '干果', '副食', '水产',
  '酒店', '宾馆', '客栈', '招待', '民宿', '农家', '美容', '美发', '理发', '美甲', '化妆', '养生', '足浴', '足疗', '浴', '按摩', '健身', '网咖', '网络', '网吧', 'KTV', '台球', '棋牌',
  '药', '诊', '口腔', '医疗', '保健', '农资', '种子', '化肥', '饲料', '养殖', '种植', '苗木', '花卉', '农机', '机械', '租赁', '家政', '保洁', '劳务', '服务', '咨询', '培训', '摄影', '照相', '婚庆', '幼儿', '托管', '托育', '废品', '回收', '加油', '加气', '燃气', '液化气', '工作室', '门市', '专卖', '批发', '零售', '代理', '营业',
] as const;

/** 王建材, 李保健 and 刘美容 are people: a sign is more than one character and a trade. */
const LEAST_REST = 2;

/** True for a name that says what is sold or done, whoever's name it begins with. */
export const hasTradeWord = (name: string): boolean => {
  const isLongerThan = (word: string): boolean => name.length >= word.length + LEAST_REST;
  return ANYWHERE.some((word) => name.includes(word) && isLongerThan(word)) || ENDINGS.some((word) => name.endsWith(word) && isLongerThan(word));
};
