/** Columns of 随机抽查事项清单.xlsx (excel-format 抽查事项). */
import type { ItemColumn } from '@shuangsuiji/core';
import type { TableDefinition } from '../definition.js';

export const itemTable: TableDefinition<ItemColumn> = {
  file: '随机抽查事项清单',
  sheet: '抽查事项',
  columns: [
    { key: 'number', header: '事项编号', aliases: ['序号', '编号'], isRequired: true, kind: 'text', width: 11, hint: '清单内各不相同', sample: '1' },
    { key: 'category', header: '抽查类别', aliases: ['抽查领域'], isRequired: false, kind: 'text', width: 22, hint: '可空', sample: '食品销售监督检查' },
    { key: 'name', header: '抽查事项', aliases: ['抽查事项名称'], isRequired: true, kind: 'text', width: 34, hint: '事项名称', sample: '经营资质检查' },
    { key: 'targets', header: '检查对象', aliases: ['抽查对象'], isRequired: false, kind: 'text', width: 24, hint: '文字说明', sample: '食品销售者' },
    { key: 'itemClass', header: '事项类别', aliases: [], isRequired: false, kind: 'text', width: 16, hint: '重点或一般检查事项', sample: '一般检查事项', allowed: ['重点检查事项', '一般检查事项'] },
    { key: 'method', header: '检查方式', aliases: ['抽查方式'], isRequired: false, kind: 'text', width: 20, hint: '如 现场检查', sample: '现场检查' },
    { key: 'agencies', header: '检查主体', aliases: ['检查部门', '实施部门'], isRequired: true, kind: 'text', width: 26, hint: '部门代码、名称或别名，多个用“、”分隔', sample: '市场监督管理局' },
    { key: 'basis', header: '检查依据', aliases: ['抽查依据'], isRequired: false, kind: 'text', width: 36, hint: '可空', sample: '《中华人民共和国食品安全法》' },
    { key: 'entityTypes', header: '适用主体类型', aliases: [], isRequired: false, kind: 'text', width: 18, hint: '空缺为全部', sample: '' },
    { key: 'industries', header: '适用行业', aliases: [], isRequired: false, kind: 'text', width: 18, hint: '空缺为全部', sample: '' },
    { key: 'tags', header: '适用标签', aliases: [], isRequired: false, kind: 'text', width: 18, hint: '空缺为全部', sample: '食品经营' },
    { key: 'qualifications', header: '所需资质', aliases: [], isRequired: false, kind: 'text', width: 18, hint: '检查人员必须都有', sample: '食品安全' },
    { key: 'anyQualifications', header: '至少一人资质', aliases: ['至少一人具备资质'], isRequired: false, kind: 'text', width: 18, hint: '每个部门去的人中至少一人有；多个用“、”分隔', sample: '' },
    { key: 'people', header: '每部门人数', aliases: ['检查人数'], isRequired: false, kind: 'integer', width: 13, hint: '空缺按设置，至少 2 人', sample: 2 },
  ],
};
