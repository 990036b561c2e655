/** Columns of 固定检查组.xlsx (excel-format 固定检查组). */
import type { TeamColumn } from '@shuangsuiji/core';
import type { TableDefinition } from '../definition.js';

export const teamTable: TableDefinition<TeamColumn> = {
  file: '固定检查组',
  sheet: '固定检查组',
  columns: [
    { key: 'group', header: '组名', aliases: ['检查组', '检查组名称'], isRequired: true, kind: 'text', width: 20, hint: '同组的人写同一个组名', sample: '第一检查组' },
    { key: 'agency', header: '所在部门', aliases: ['部门', '所在业务部门(机构)'], isRequired: true, kind: 'text', width: 26, hint: '部门代码、名称或别名', sample: '市场监督管理局' },
    { key: 'number', header: '单位工号', aliases: ['工号', '人员编号'], isRequired: true, kind: 'text', width: 14, hint: '与人员名录库一致，一人只在一组', sample: '0001' },
  ],
};
