/** 行政检查审批表: a form a target, on a page of its own, for the office. */
import type { AgencyVisit, ApprovalForm, ApprovalForms, DrawHead } from '@shuangsuiji/core';
import type { FormBand, FormContent } from '../excel/form-content.js';
import { writeForms } from '../excel/write-forms.js';
import { teamName } from '../messages/team-words.js';
import { drawFooter, drawTitle, periodWords } from './marks.js';
import { appointedRemarks, NOT_MARKED, peopleWords } from './people-words.js';

const peopleBand = ({ visits, group }: ApprovalForm): FormBand => ({
  kind: 'grid',
  columns: [{ header: '检查部门', share: 3 }, { header: `检查人员(组长)${group === undefined ? '' : `　${teamName(group)}`}`, share: 9 }],
  rows: visits.map((visit) => [visit.agencyName, peopleWords(visit).join('、')]),
});

/** Items of one agency on one basis share a row, so that a form stays on its page. */
const itemRows = ({ agencyName, items }: AgencyVisit): readonly (readonly string[])[] =>
  [...new Set(items.map(({ basis }) => basis))].map((basis) => [agencyName, items.filter((item) => item.basis === basis).map(({ name }) => name).join('\n'), basis ?? '']);

const itemsBand = ({ visits }: ApprovalForm): FormBand => ({
  kind: 'grid',
  columns: [{ header: '检查部门', share: 2 }, { header: '抽查事项', share: 6 }, { header: '检查依据', share: 4 }],
  rows: visits.flatMap(itemRows),
});

const opinion = (label: string): FormBand => ({ kind: 'area', label, lines: 1, signature: '签字：                    年    月    日' });

const formOf = (head: DrawHead, form: ApprovalForm): FormContent => ({
  title: drawTitle('行政检查审批表', head),
  left: `任务编号：${head.number}　序号：${String(form.position)}`,
  right: `抽取编号：${head.drawId}`,
  bands: [
    { kind: 'fields', fields: [{ label: '任务名称', value: head.name }] },
    { kind: 'fields', fields: [{ label: '检查对象', value: form.name }] },
    { kind: 'fields', fields: [{ label: '代码', value: form.code }, { label: '管辖单位', value: form.area ?? '' }] },
    { kind: 'fields', fields: [{ label: '经营地址', value: form.address ?? '' }] },
    { kind: 'fields', fields: [{ label: '检查时限', value: periodWords(form.period) }, { label: '检查方式', value: form.method ?? '' }] },
    peopleBand(form),
    itemsBand(form),
    opinion('承办人意见'),
    opinion('部门负责人\n审批意见'),
    opinion('分管领导\n审批意见'),
  ],
  remarks: [remarkOf(head, form)],
});

/** One text, since every line more can push a form over its page. */
const remarkOf = ({ isRehearsal }: DrawHead, { visits }: ApprovalForm): string =>
  [
    isRehearsal ? '【演练，不作为检查依据】' : '',
    visits.some(({ people }) => people.some(({ appointments }) => appointments.length > 0)) ? `检查对象由随机抽取确定，人员除标明委派的外由随机抽取确定。${appointedRemarks(visits).join('')}需要变更的按规定报批并记入台账。审批后方可检查，检查结束前属内部资料。` : '检查对象和人员由随机抽取确定，需要变更的按规定报批并记入台账。审批后方可检查，检查结束前属内部资料。',
    visits.some(({ leadNotMarked }) => leadNotMarked) ? `${NOT_MARKED}该组没有标明“可任组长”的人员，组长请部门核定。` : '',
  ].join('');

/** @throws RangeError where nobody is assigned to any target */
export const approvalWorkbook = async ({ head, forms }: ApprovalForms): Promise<Uint8Array> => {
  if (forms.length === 0) throw new RangeError('approvalWorkbook: forms is empty');
  return writeForms({ sheet: '行政检查审批表', forms: forms.map((form) => formOf(head, form)), footer: drawFooter(head) });
};
