/** Columns of 部门.xlsx (excel-format 部门). */
import type { AgencyColumn } from '@shuangsuiji/core';
import type { TableDefinition } from '../definition.js';

export const agencyTable: TableDefinition<AgencyColumn> = {
  file: '部门',
  sheet: '部门',
  columns: [
    { key: 'code', header: '部门代码', aliases: ['部门编码', '代码'], isRequired: true, kind: 'text', width: 14, hint: '大写字母、数字、. _ -，最长 32 位，每个部门各不相同', sample: 'SCJG' },
    { key: 'name', header: '部门名称', aliases: ['名称', '单位名称'], isRequired: true, kind: 'text', width: 30, hint: '部门全称', sample: '市场监督管理局' },
    { key: 'aliases', header: '别名', aliases: ['简称', '曾用名'], isRequired: false, kind: 'text', width: 40, hint: '其他工作簿里可能出现的写法，多个用“、”分隔', sample: '市监局、市场监管局' },
    { key: 'capacity', header: '每批次上限', aliases: ['每批次任务上限', '每批上限', '任务上限'], isRequired: false, kind: 'integer', width: 13, hint: '本部门每人每批最多检查几户，人员名录库未填时用', sample: '' },
    { key: 'capacityPerYear', header: '每年上限', aliases: ['年度上限', '每年任务上限'], isRequired: false, kind: 'integer', width: 11, hint: '本部门每人每年最多检查几户，人员名录库未填时用', sample: '' },
  ],
};
