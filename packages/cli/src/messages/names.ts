/** Words for the keys that problems, claims and explanations carry. */
import type { Change, EvidenceKind, ExclusionReason, LedgerEntry, NotDrawnReason, PointId, PointVerdict } from '@shuangsuiji/core';

type Words = Readonly<Record<string, string>>;

/** @zh 核验点 */
export const pointNames: Readonly<Record<PointId, string>> = {
  files: '文件完整',
  form: '文书格式',
  ledger: '台账',
  snapshot: '名录库快照',
  frame: '抽查库',
  quotas: '抽取数量',
  roster: '参加抽取人员',
  notices: '公告',
  seed: '公开种子',
  secret: '密钥',
  targets: '抽取检查对象',
  odds: '匹配概率',
  assignments: '派发人员',
  evidence: '存证',
  edition: '与存档相符',
};

export const verdictNames: Readonly<Record<PointVerdict, string>> = { identical: '一致', different: '不一致', unverifiable: '无法核验' };

/** Why a target of the registry is not in the pool. */
export const exclusionReasons: Readonly<Record<ExclusionReason, string>> = {
  status: '登记状态不在可抽查之列',
  area: '不在限定区域',
  'entity-type': '不是限定的主体类型',
  industry: '不是限定的行业',
  tag: '没有限定的标签',
  'risk-class': '不是限定的风险等级',
  'no-ratio': '没有适用的抽查比例（无风险等级或该等级未定比例）',
  'no-item': '没有适用的抽查事项',
};

/** A problem carries it as plain text. */
export const exclusionReasonOf = (reason: string): string => wordOf(exclusionReasons, reason);

export const notDrawnReasons: Readonly<Record<NotDrawnReason, string>> = {
  'off-duty': '不在岗',
  'licence-missing': '没有执法证',
  'licence-lapsed': '没有一本执法证在批次期间天天有效',
  'on-leave': '请假，批次期间在岗的天数不够',
  'capacity-zero': '每批次上限为 0',
  'year-used-up': '本年的户数已满',
};

/** A problem carries its reason as plain text. */
export const notDrawnReasonOf = (reason: string): string => wordOf(notDrawnReasons, reason);

const eventNames: Readonly<Record<LedgerEntry['type'], string>> = {
  opened: '建账', imported: '导入名录库', sealed: '封存', changed: '变更', announced: '补抽公告', evidence: '存证', entered: '录入种子行', committed: '联合种子承诺', contributed: '联合种子揭示',
  drawn: '抽取', revealed: '揭示密钥', voided: '作废', published: '公示',
};
const changeNames: Readonly<Record<Change['kind'], string>> = {
  'target-withdrawn': '检查对象退出', 'target-postponed': '检查对象缓查', 'inspector-withdrawn': '人员退出', 'pair-withdrawn': '后申报回避', 'recusal-released': '解除回避', 'capacity-set': '调整上限', borrowed: '借调',
};
/** What kind of change was made after a seal. */
export const changeName = (kind: Change['kind']): string => changeNames[kind];
/** An event of the ledger. */
export const eventName = (type: string): string => wordOf(eventNames, type);

/** Parts of a registry, by the key of an import's counts. */
export const registryNames: Words = { targets: '检查对象', inspectors: '执法检查人员', recusals: '回避', items: '抽查事项' };

/** Kinds of evidence. */
export const evidenceNames: Readonly<Record<EvidenceKind, string>> = { signature: '签名', timestamp: '时间戳', written: '书面证据' };

/** Lists that are published. */
export const listNames: Readonly<Record<Extract<LedgerEntry, { readonly type: 'published' }>['body']['list'], string>> = { plan: '抽查计划公示', draw: '抽取结果公示' };

/** The plan's columns that choose targets, by the key of a filter. */
export const filterNames: Words = { areas: '限定区域', entityTypes: '限定主体类型', industries: '限定行业', tags: '限定标签', riskClasses: '限定风险等级' };

/** The columns for which ssj.json has a default. */
export const defaultedFieldNames: Words = { status: '登记状态', riskClass: '信用风险等级', capacity: '每批次上限' };

/** A group of people that a rule counts, in the plan's own words. */
export const groupName = (group: string): string => (group === 'leader' ? '组长' : group === 'trainee' ? '见习' : group.replace(/^qualification:/, ''));

/** `uscc:9133…` → `9133…`: people know the code, not its kind. */
export const codeIn = (id: string): string => id.slice(id.indexOf(':') + 1);

/** `ALL` is the whole pool and needs no name. */
export const stratumName = (stratum: string): string => (stratum === 'ALL' ? '' : ` ${stratum} 类`);

const documentFields: Words = {
  at: '时间',
  batch: '批次',
  bytes: '字节数',
  commitment: '封存摘要',
  document: '揭示文书的摘要',
  drawId: '抽取编号',
  kind: '种类',
  round: '轮次',
  files: '文件清单',
  frameRoot: '抽查库的根',
  'last entry': '最后一条台账',
  ledgerHead: '封存前的台账头',
  lines: '种子来源',
  'lines.tenthBits': '各行种子的随机性',
  outcome: '匹配结论',
  path: '路径',
  scheme: '抽取方案',
  secret: '密钥',
  'seed.secret.commitment': '密钥的承诺',
  sha256: '摘要',
  snapshot: '名录库快照的摘要',
  strata: '分层与抽取数量',
  tenthBits: '种子的随机性',
  visits: '检查任务的构成',
  levelling: '均衡上限',
  'documents.bars.jsonl': '轮换名单的摘要',
  warnings: '种子的警告',
  'agencies.shortage': '各部门的缺口',
  'agencies.combination': '做到后仍派不出人的部门',
};
/** `封存摘要（commitment）`; a field without a word stands as it is. */
export const documentFieldName = (field: string): string => (Object.hasOwn(documentFields, field) ? `${wordOf(documentFields, field)}（${field}）` : `“${field}”`);

const issues: Words = {
  'not-json': '不是 JSON',
  invalid_type: '缺少，或类型不对',
  invalid_value: '不是允许的值',
  invalid_format: '写法不对',
  too_big: '太大或太长',
  too_small: '太小或太短',
  unrecognized_keys: '有不认识的项',
  invalid_union: '不是允许的形式',
  custom: '不合规定',
  'not-free': '不在执法检查人员名录库，或已在别的检查组',
};
/** Why a document does not fit: zod's issue code in words. */
export const issueOf = (reason: string): string => wordOf(issues, reason);

const wordOf = (words: Words, key: string): string => (Object.hasOwn(words, key) ? (words[key] ?? key) : key);
