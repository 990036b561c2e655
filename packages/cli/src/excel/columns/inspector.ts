/** Columns of 执法检查人员名录库.xlsx (excel-format 执法检查人员). Nothing private is among them, so nothing private is read. */
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
    { key: 'licenceUntil', header: '执法证有效期', aliases: ['省执法证有效期', '执法证有效期至'], isRequired: false, kind: 'date', width: 15, hint: '最后有效的一天', sample: '2028-12-31' },
    { key: 'otherLicenceNumber', header: '工商执法证编号', aliases: [], isRequired: false, kind: 'text', width: 20, hint: '可空', sample: '' },
    { key: 'otherLicenceUntil', header: '工商执法证有效期', aliases: [], isRequired: false, kind: 'date', width: 18, hint: '最后有效的一天', sample: '' },
    { key: 'status', header: '执法人员状态', aliases: ['人员状态', '状态'], isRequired: false, kind: 'text', width: 14, hint: '空缺为在岗', sample: '在岗', allowed: ['在岗', '在职', '正常', '离岗', '离职', '退休', '借调', '病假', '停用'] },
    { key: 'capacity', header: '每批次上限', aliases: ['每批次任务上限', '每批上限', '任务上限'], isRequired: false, kind: 'integer', width: 13, hint: '每批最多检查几户，0 为不参加抽取', sample: 6 },
    { key: 'mayLead', header: '可任组长', aliases: ['是否可任组长'], isRequired: false, kind: 'text', width: 11, hint: '是或否', sample: '是', allowed: ['是', '否'] },
  ],
};
