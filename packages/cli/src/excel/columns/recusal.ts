/** Columns of 回避登记.xlsx (excel-format 回避登记). */
import type { RecusalColumn } from '@shuangsuiji/core';
import type { TableDefinition } from '../definition.js';

export const recusalTable: TableDefinition<RecusalColumn> = {
  file: '回避登记',
  sheet: '回避登记',
  columns: [
    { key: 'agency', header: '所在部门', aliases: ['部门', '所在业务部门(机构)'], isRequired: true, kind: 'text', width: 26, hint: '部门代码、名称或别名', sample: '市场监督管理局' },
    { key: 'number', header: '单位工号', aliases: ['工号', '人员编号'], isRequired: true, kind: 'text', width: 14, hint: '与人员名录库一致', sample: '0001' },
    { key: 'code', header: '检查对象代码', aliases: ['注册号/统一社会信用代码', '统一社会信用代码', '企业代码'], isRequired: true, kind: 'text', width: 24, hint: '与检查对象名录库一致，含自编代码', sample: '91330000668306747T' },
    { key: 'ground', header: '回避事由', aliases: ['事由'], isRequired: true, kind: 'text', width: 26, hint: '从下拉列表中选择', sample: '近亲属', allowed: ['近亲属', '持股或任职', '近三年在该单位工作', '日常监管责任人', '同一人(法定代表人或股东)', '其他'] },
    { key: 'declaredOn', header: '申报日期', aliases: [], isRequired: false, kind: 'date', width: 14, hint: '如 2026-03-02', sample: '2026-03-02' },
  ],
};
