/** Columns of 执法检查人员名录库.xlsx (excel-format 执法检查人员). The number of the identity card is read for comparing only (excel-format 同一人核对); nothing else private is among them. */
import type { InspectorColumn } from '@shuangsuiji/core';
import type { TableDefinition } from '../definition.js';

export const inspectorTable: TableDefinition<InspectorColumn> = {
  file: '执法检查人员名录库',
  sheet: '执法检查人员',
  columns: [
    { key: 'number', header: '单位工号', aliases: ['工号', '人员编号'], isRequired: true, kind: 'text', width: 14, hint: '本部门内各不相同', sample: '0001' },
    { key: 'name', header: '姓名', aliases: [], isRequired: true, kind: 'text', width: 18, hint: '与执法证一致', sample: '张某某' },
    { key: 'agency', header: '所在业务部门(机构)', aliases: ['所属部门', '部门', '所在单位', '所在部门', '工作单位'], isRequired: true, kind: 'text', width: 26, hint: '部门代码、名称或别名', sample: '市场监督管理局' },
    { key: 'qualifications', header: '岗位资质资格', aliases: ['资质', '执法资质', '资质资格'], isRequired: false, kind: 'text', width: 26, hint: '多个用“、”分隔', sample: '食品安全、特种设备' },
    { key: 'licenceNumber', header: '执法证编号', aliases: ['省执法证编号', '行政执法证编号', '执法证号'], isRequired: false, kind: 'text', width: 20, hint: '按文本填写', sample: '31000000001' },
    { key: 'licenceFrom', header: '执法证发证日期', aliases: ['执法证有效期起', '省执法证发证日期'], isRequired: false, kind: 'date', width: 15, hint: '可空；填了的，从这一天起有效', sample: '' },
    { key: 'licenceUntil', header: '执法证有效期', aliases: ['省执法证有效期', '执法证有效期至'], isRequired: false, kind: 'date', width: 15, hint: '最后有效的一天', sample: '2028-12-31' },
    { key: 'otherLicenceNumber', header: '工商执法证编号', aliases: [], isRequired: false, kind: 'text', width: 20, hint: '可空', sample: '' },
    { key: 'otherLicenceFrom', header: '工商执法证发证日期', aliases: ['工商执法证有效期起'], isRequired: false, kind: 'date', width: 18, hint: '可空', sample: '' },
    { key: 'otherLicenceUntil', header: '工商执法证有效期', aliases: [], isRequired: false, kind: 'date', width: 18, hint: '最后有效的一天', sample: '' },
    { key: 'status', header: '执法人员状态', aliases: ['人员状态', '状态'], isRequired: false, kind: 'text', width: 14, hint: '空缺为在岗', sample: '在岗', allowed: ['在岗', '在职', '正常', '离岗', '离职', '退休', '借调', '病假', '停用'] },
    { key: 'away', header: '请假/不可用时段', aliases: ['请假时段', '不可用时段', '请假'], isRequired: false, kind: 'text', width: 28, hint: '如 2026-03-02至2026-03-20，写明年份，多个用“、”分隔', sample: '' },
    { key: 'capacity', header: '每批次上限', aliases: ['每批次任务上限', '每批上限', '任务上限'], isRequired: false, kind: 'integer', width: 13, hint: '每批最多检查几户，0 为不参加抽取', sample: 6 },
    { key: 'capacityPerYear', header: '每年上限', aliases: ['年度上限', '每年任务上限'], isRequired: false, kind: 'integer', width: 11, hint: '每年最多检查几户', sample: '' },
    { key: 'mayLead', header: '可任组长', aliases: ['是否可任组长'], isRequired: false, kind: 'text', width: 11, hint: '是或否', sample: '是', allowed: ['是', '否'] },
    { key: 'grade', header: '人员级别', aliases: ['级别', '人员等级'], isRequired: false, kind: 'text', width: 11, hint: '资深、见习，其他人留空', sample: '', allowed: ['资深', '见习'] },
    { key: 'ownAreas', header: '工作或居住区域', aliases: ['工作区域', '居住区域'], isRequired: false, kind: 'text', width: 18, hint: '与检查对象的“管辖单位”写法一致，多个用“、”分隔', sample: '' },
    { key: 'regions', header: '可派区域', aliases: ['可检查区域'], isRequired: false, kind: 'text', width: 18, hint: '只派往这些区域；空缺为全部', sample: '' },
    { key: 'identity', header: '身份证号', aliases: ['身份证号码', '公民身份号码'], isRequired: false, kind: 'text', width: 22, hint: '可空；只用来核对是否同一人，不保存；可以只留前 6 位和后 4 位，中间写 *', sample: '', isPrivate: true },
  ],
};
