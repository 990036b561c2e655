/** Columns of 检查对象名录库.xlsx (excel-format 检查对象). */
import type { TargetColumn } from '@shuangsuiji/core';
import type { TableDefinition } from '../definition.js';

export const targetTable: TableDefinition<TargetColumn> = {
  file: '检查对象名录库',
  sheet: '检查对象',
  columns: [
    { key: 'name', header: '企业名称', aliases: ['检查对象名称', '市场主体名称', '主体名称', '单位名称', '名称'], isRequired: true, kind: 'text', width: 34, hint: '与营业执照一致', sample: '精河县某某商贸有限公司' },
    { key: 'code', header: '注册号/统一社会信用代码', aliases: ['统一社会信用代码/注册号', '统一社会信用代码(注册号)', '统一社会信用代码', '社会信用代码', '注册号'], isRequired: true, kind: 'text', width: 24, hint: '18 位统一社会信用代码，或 13 至 15 位注册号；按文本填写', sample: '91330000668306747T' },
    { key: 'localCode', header: '自编代码', aliases: ['内部编号'], isRequired: false, kind: 'text', width: 14, hint: '两种代码都没有时由本单位编', sample: '' },
    { key: 'formerCode', header: '原注册号', aliases: ['曾用注册号'], isRequired: false, kind: 'text', width: 18, hint: '换照前的注册号', sample: '' },
    { key: 'registrar', header: '登记机关', aliases: [], isRequired: false, kind: 'text', width: 24, hint: '可空', sample: '精河县市场监督管理局' },
    { key: 'area', header: '管辖单位', aliases: ['所属区域', '属地', '管辖所'], isRequired: false, kind: 'text', width: 18, hint: '按区域抽查时需要', sample: '精河镇' },
    { key: 'entityType', header: '主体类型', aliases: ['市场主体类型', '企业类型'], isRequired: false, kind: 'text', width: 16, hint: '按主体类型抽查时需要', sample: '有限责任公司' },
    { key: 'foundedOn', header: '成立日期', aliases: ['注册日期'], isRequired: false, kind: 'date', width: 13, hint: '如 2019-05-20', sample: '2019-05-20' },
    { key: 'status', header: '登记状态', aliases: ['企业状态', '经营状态', '主体状态'], isRequired: false, kind: 'text', width: 12, hint: '空缺按设置的默认值', sample: '存续' },
    { key: 'industry', header: '所属行业', aliases: ['行业', '行业门类', '国民经济行业'], isRequired: false, kind: 'text', width: 18, hint: '按行业抽查时需要', sample: '零售业' },
    { key: 'riskClass', header: '信用风险等级', aliases: ['信用风险分类', '信用风险分类等级', '风险等级'], isRequired: false, kind: 'text', width: 14, hint: 'A、B、C、D', sample: 'A', allowed: ['A', 'B', 'C', 'D'] },
    { key: 'address', header: '经营地址', aliases: ['住所', '经营场所', '地址'], isRequired: false, kind: 'text', width: 36, hint: '可空', sample: '精河县精河镇某某路 1 号' },
    { key: 'tags', header: '专项库/标签', aliases: ['标签', '专项库'], isRequired: false, kind: 'text', width: 22, hint: '多个用“、”分隔', sample: '食品经营、特种设备' },
    { key: 'lastInspectedOn', header: '上次检查日期', aliases: ['最近检查日期'], isRequired: false, kind: 'date', width: 14, hint: '如 2025-09-01', sample: '2025-09-01' },
    { key: 'representative', header: '法定代表人', aliases: ['法定代表人(负责人)', '法人代表'], isRequired: false, kind: 'text', width: 16, hint: '可空；只用来核对是否同一人，不保存', sample: '' },
    { key: 'representativeIdentity', header: '法定代表人证件号', aliases: ['法定代表人身份证号', '法定代表人证件号码'], isRequired: false, kind: 'text', width: 22, hint: '可空；只用来核对，不保存；可以只留前 6 位和后 4 位，中间写 *', sample: '', isPrivate: true },
    { key: 'shareholderIdentities', header: '股东证件号', aliases: ['股东身份证号', '股东证件号码'], isRequired: false, kind: 'text', width: 22, hint: '可空；只用来核对，不保存；多个用“、”分隔', sample: '', isPrivate: true },
  ],
};
