/** Data as counties have it, for what must fit into a terminal. */
import * as fc from 'fast-check';

/** Names with brackets, letters, full-width forms, middle dots, rare characters. */
export const name = fc.oneof(
  fc.constantFrom(
    '精河县红星百货商店', '新疆精河（中国）生态农业发展有限责任公司', 'ABC-Food Trading Co., Ltd.', '买买提·吐尔逊家禽养殖专业合作社', '精河县𠮷祥𡈼饭店', '精河县Ｂ２Ｃ電商服务部（个体工商户）', '阿卜杜热合曼·买买提明',
    '博尔塔拉蒙古自治州精河县大河沿子镇第一农贸市场有限公司城南综合批发交易服务分公司第三十七号摊位管理处',
  ),
  fc.string({ unit: fc.constantFrom('精', '河', '县', '（', '）', '·', 'A', '1', ' ', '“', '”', '，', '。', '鱻', '㐂', '𠮷'), minLength: 1, maxLength: 60 }),
);

export const targetId = fc.constantFrom('uscc:91330000668306747T', 'reg:652722000012345', 'local:LS-0001', `local:${'A'.repeat(64)}`);
export const personId = fc.constantFrom('SCJG/0101', 'GA/9', `SCJG/${'9'.repeat(40)}`);
export const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
