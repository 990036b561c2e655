/** The county as workbooks: sheets, columns in the words of docs/excel-format.md, rows. */
import { AGENCIES } from './agencies.mjs';
import { createRandom } from './random.mjs';

/** @typedef {{ header: string, kind: 'text' | 'integer' | 'date', width: number, hint?: string, allowed?: readonly string[] }} Column */
/** @typedef {{ sheets: readonly object[] }} Workbook content for writeWorkbook */

/** @returns {Column} */
const column = (header, width, more = {}) => ({ header, width, kind: 'text', ...more });
const date = (header, width = 13, more = {}) => column(header, width, { kind: 'date', ...more });

/** One sheet; empty texts are empty cells. */
const workbook = (sheet) => ({
  sheets: [{ orientation: 'landscape', ...sheet, rows: sheet.rows.map((row) => row.map((cell) => (cell === '' ? undefined : cell))) }],
});

/** What joins several values differs from office to office. */
const SEPARATORS = ['、', '，', ',', '；'];
const nameOf = (code) => AGENCIES.find((agency) => agency.code === code).name;

/** @returns {Workbook} */
export const agencyWorkbook = () =>
  workbook({
    name: '部门',
    columns: [column('部门代码', 14), column('部门名称', 30), column('别名', 60)],
    rows: AGENCIES.map(({ code, name, aliases }) => [code, name, aliases.join('、')]),
  });

const TARGET_COLUMNS = [
  column('企业名称', 38), column('注册号/统一社会信用代码', 24), column('自编代码', 10), column('原注册号', 18), column('登记机关', 22), column('管辖单位', 16), column('主体类型', 16),
  date('成立日期'), column('登记状态', 14), column('所属行业', 26), column('信用风险等级', 13), column('经营地址', 44), column('专项库/标签', 26), date('上次检查日期', 14),
];

const targetRow = (tags) => (one) => [
  one.name, one.code, '', one.formerCode, one.registrar, one.area, one.entityType, one.foundedOn, one.status, one.industry, one.riskClass, one.address, tags(one), one.lastInspectedOn,
];

/** A second label brings a second row somewhere below or above the first. @returns {Workbook} */
export const targetWorkbook = (targets) => {
  const random = createRandom('target rows');
  const rows = targets.map(targetRow(({ tags }) => tags.join(random.weighted([['、', 8], ['，', 1], [',', 1]]))));
  const seconds = targets.filter(({ secondTag }) => secondTag !== '').map(targetRow(({ secondTag }) => secondTag));
  for (const row of seconds) rows.splice(random.below(rows.length + 1), 0, row);
  return workbook({ name: '检查对象', columns: TARGET_COLUMNS, rows });
};

const STATUSES = ['在岗', '在职', '正常', '离岗', '离职', '退休', '借调', '病假', '停用'];
const INSPECTOR_COLUMNS = [
  column('单位工号', 15, { hint: '本部门内各不相同，按文本填写' }),
  column('姓名', 20, { hint: '与执法证一致' }),
  column('所在业务部门(机构)', 26, { hint: '部门代码、名称或别名' }),
  column('岗位资质资格', 30, { hint: '多个用“、”分隔' }),
  column('执法证编号', 16, { hint: '按文本填写' }),
  date('执法证有效期', 15, { hint: '最后有效的一天' }),
  column('工商执法证编号', 16, { hint: '可空' }),
  date('工商执法证有效期', 17, { hint: '最后有效的一天' }),
  column('执法人员状态', 14, { hint: '空缺为在岗', allowed: STATUSES }),
  column('每批次上限', 12, { kind: 'integer', hint: '每批最多检查几户，0 为不参加抽取' }),
  column('可任组长', 10, { hint: '是或否', allowed: ['是', '否'] }),
];
const SAMPLE_INSPECTOR = ['案例（请删除）', '张某某', '市场监督管理局', '食品安全、特种设备', '65272200000', '2029-12-31', '', '', '在岗', 6, '是'];

/** @returns {Workbook} */
export const inspectorWorkbook = (inspectors) => {
  const random = createRandom('inspector rows');
  const rows = inspectors.map((one) => [
    one.number, one.name, one.agencyCell, one.qualifications.join(random.pick(SEPARATORS)), one.licenceNumber, one.licenceUntil, one.otherLicenceNumber, one.otherLicenceUntil, one.status, one.capacity, one.mayLead,
  ]);
  return workbook({ name: '执法检查人员', title: '精河县执法检查人员名录库', columns: INSPECTOR_COLUMNS, rows: [SAMPLE_INSPECTOR, ...rows] });
};

const ITEM_COLUMNS = [
  column('事项编号', 11), column('抽查类别', 26), column('抽查事项', 38), column('检查对象', 24), column('事项类别', 15, { allowed: ['重点检查事项', '一般检查事项'] }), column('检查方式', 20), column('检查主体', 28),
  column('检查依据', 44), column('适用主体类型', 14), column('适用行业', 12), column('适用标签', 16), column('所需资质', 14), column('每部门人数', 12, { kind: 'integer' }),
];

/** Key items say how many people they want; the others leave it to the county's rule. @returns {Workbook} */
export const itemWorkbook = (items) =>
  workbook({
    name: '抽查事项',
    title: '精河县“双随机、一公开”随机抽查事项清单（2026年版）',
    columns: ITEM_COLUMNS,
    rows: items.map((one) => [
      one.number, one.category, one.name, one.targets, one.itemClass, one.method, one.agencies.map(nameOf).join('、'), one.basis, '', '', one.tags.join('、'), one.qualifications.join('、'), one.itemClass === '重点检查事项' ? 2 : undefined,
    ]),
  });

const GROUNDS = ['近亲属', '持股或任职', '近三年在该单位工作', '日常监管责任人', '其他'];

/** Names stand beside the codes for people to read. @returns {Workbook} */
export const recusalWorkbook = (recusals) =>
  workbook({
    name: '回避登记',
    columns: [column('所在部门', 26), column('单位工号', 12), column('姓名', 20), column('检查对象代码', 24), column('企业名称', 38), column('回避事由', 22, { allowed: GROUNDS }), date('申报日期')],
    rows: recusals.map((one) => [one.agencyCell, one.number, one.name, one.code, one.firm, one.ground, one.declaredOn]),
  });

const PLAN_COLUMNS = [
  column('抽查计划编号', 13), column('任务名称', 28), column('抽查类型', 9, { allowed: ['定向', '不定向'] }), column('抽查事项', 32), column('检查对象', 18), column('抽查比例(数量)', 13), column('信用风险分类要求', 16),
  column('发起部门', 20), column('配合部门', 22), column('检查方式', 12), column('起止时间', 21), column('限定区域', 18), column('限定行业', 12), column('限定主体类型', 14), column('限定标签', 16), column('限定风险等级', 10),
];

const planRow = (batch, items, separator) => {
  const own = items.filter(({ category }) => batch.categories.includes(category));
  const join = (values) => values.join(separator);
  return [
    batch.number, batch.name, batch.kind, own.map((item) => (batch.byName ? item.name : item.number)).join('、'), batch.targets, batch.ratio, batch.riskRatios, nameOf(batch.lead), join(batch.cooperating.map(nameOf)),
    batch.method, batch.period, join(batch.areas), join(batch.industries), join(batch.entityTypes), join(batch.tags), join(batch.riskClasses),
  ];
};

/** @returns {Workbook} */
export const planWorkbook = (batches, items) =>
  workbook({
    name: '年度抽查计划',
    title: '精河县2026年度“双随机、一公开”抽查工作计划',
    columns: PLAN_COLUMNS,
    rows: batches.map((batch, at) => planRow(batch, items, SEPARATORS[at % 3])),
    remarks: ['注：部门联合抽查20批次、单位内部抽查4批次；有信用风险分类要求的批次按等级分层抽取。'],
  });
