/** Columns of 年度抽查计划.xlsx (excel-format 年度抽查计划). */
import type { PlanColumn } from '@shuangsuiji/core';
import type { TableDefinition } from '../definition.js';

export const planTable: TableDefinition<PlanColumn> = {
  file: '年度抽查计划',
  sheet: '年度抽查计划',
  columns: [
    { key: 'number', header: '抽查计划编号', aliases: ['计划编号', '任务编号', '批次编号'], isRequired: true, kind: 'text', width: 16, hint: '年度内各不相同', sample: '〔2026〕1号' },
    { key: 'name', header: '任务名称', aliases: ['抽查任务名称', '计划名称'], isRequired: true, kind: 'text', width: 32, hint: '任务全称', sample: '食品销售部门联合抽查' },
    { key: 'kind', header: '抽查类型', aliases: [], isRequired: false, kind: 'text', width: 12, hint: '定向或不定向', sample: '定向', allowed: ['定向', '不定向'] },
    { key: 'items', header: '抽查事项', aliases: ['抽查事项编号'], isRequired: true, kind: 'text', width: 30, hint: '事项编号或名称，多个用“、”分隔', sample: '经营资质检查' },
    { key: 'targets', header: '检查对象', aliases: ['抽查对象'], isRequired: false, kind: 'text', width: 22, hint: '文字说明', sample: '食品销售者' },
    { key: 'ratio', header: '抽查比例(数量)', aliases: ['抽查比例', '抽查数量'], isRequired: true, kind: 'text', width: 18, hint: '如 5%、≥20%、20户、10%(20户)', sample: '5%' },
    { key: 'riskRatios', header: '信用风险分类要求', aliases: ['分类抽查比例'], isRequired: false, kind: 'text', width: 26, hint: '有它时按等级分层', sample: 'A:1%;B:3%;C:10%;D:100%' },
    { key: 'lead', header: '发起部门', aliases: ['牵头部门'], isRequired: true, kind: 'text', width: 22, hint: '部门代码、名称或别名', sample: '市场监督管理局' },
    { key: 'cooperating', header: '配合部门', aliases: ['参与部门'], isRequired: false, kind: 'text', width: 26, hint: '多个用“、”分隔', sample: '商务局、公安局' },
    { key: 'method', header: '检查方式', aliases: ['抽查方式'], isRequired: false, kind: 'text', width: 16, hint: '如 现场检查', sample: '现场检查' },
    { key: 'period', header: '起止时间', aliases: ['检查时间', '抽查时间', '实施时间'], isRequired: true, kind: 'text', width: 26, hint: '如 2026-02-24至2026-11-30、1月—12月', sample: '2026-02-24至2026-11-30' },
    { key: 'areas', header: '限定区域', aliases: [], isRequired: false, kind: 'text', width: 18, hint: '空缺为全部', sample: '' },
    { key: 'industries', header: '限定行业', aliases: [], isRequired: false, kind: 'text', width: 18, hint: '空缺为全部', sample: '' },
    { key: 'entityTypes', header: '限定主体类型', aliases: [], isRequired: false, kind: 'text', width: 18, hint: '空缺为全部', sample: '' },
    { key: 'tags', header: '限定标签', aliases: [], isRequired: false, kind: 'text', width: 18, hint: '空缺为全部', sample: '食品经营' },
    { key: 'riskClasses', header: '限定风险等级', aliases: [], isRequired: false, kind: 'text', width: 16, hint: '如 C、D；空缺为全部', sample: '' },
    { key: 'composition', header: '人员组成', aliases: ['人员组成要求'], isRequired: false, kind: 'text', width: 26, hint: '如 组长≥1；见习≤1；电梯≥1；空缺按设置', sample: '' },
    { key: 'rotation', header: '轮换', aliases: ['轮换次数'], isRequired: false, kind: 'text', width: 9, hint: '否、是，或最近几次；空缺按设置', sample: '' },
    { key: 'levelling', header: '均衡', aliases: ['均衡派发'], isRequired: false, kind: 'text', width: 9, hint: '是或否；空缺按设置', sample: '', allowed: ['是', '否'] },
    { key: 'grouping', header: '派发方式', aliases: ['分组方式'], isRequired: false, kind: 'text', width: 20, hint: '个人、随机分组或固定分组；空缺为个人', sample: '个人', allowed: ['个人', '随机分组', '固定分组'] },
    { key: 'teamSize', header: '每组人数', aliases: [], isRequired: false, kind: 'integer', width: 12, hint: '随机分组时填：每组每部门几人', sample: '' },
  ],
};
