import { expect, test } from 'vitest';
import type { AgencyCode, InspectorId } from '../base/brand.js';
import { agencyResolver } from './agency-resolver.js';
import type { AppointmentColumn } from './columns.js';
import { readAgencies } from './read-agencies.js';
import { readAppointments } from './read-appointments.js';
import type { InspectionItem, Inspector } from './schemas.js';
import { agencyTable, table } from './tables.properties.js';

const agencies = agencyResolver({ agencies: readAgencies({ table: agencyTable({ code: 'SCJG', name: '市场监督管理局' }, { code: 'TJS', name: '特检所' }) }).entities });
const inspector = (id: string, isOnDuty = true): Inspector => ({ id: id as InspectorId, agency: id.split('/')[0] as AgencyCode, qualifications: [], licences: [], isOnDuty });
const inspectors = [inspector('SCJG/1'), inspector('SCJG/2', false), inspector('TJS/1'), inspector('TJS/2')];
const item = (qualifications: readonly string[], anyQualifications?: readonly string[]): InspectionItem => ({ id: '1', name: '检查', agencies: ['SCJG' as AgencyCode], appliesTo: {}, qualifications, ...(anyQualifications === undefined ? {} : { anyQualifications }) });
const items = [item(['电梯']), item([], ['锅炉检验'])];
const COLUMNS = ['agency', 'qualification', 'home', 'number', 'by', 'reason'] as const satisfies readonly AppointmentColumn[];
type Row = readonly [agency: string, qualification: string, home: string, number: string, by?: string, reason?: string];
const read = (...rows: readonly Row[]) => readAppointments({
  table: table<AppointmentColumn>(COLUMNS, rows.map(([agency, qualification, home, number, by = '联席办', reason = '8号']) => ({ agency, qualification, home, number, by, reason })), '委派登记.xlsx'),
  agencies, inspectors, items,
});

test('M10.1 a row is one person for one qualification of one agency; without 人员部门 the person is of that agency', () => {
  expect(read(['SCJG', '锅炉检验', '特检所', '2'], ['市场监督管理局', '电梯', '', '1'], ['SCJG', '锅炉检验', 'TJS', '1', ' 县局 ', '9号'])).toEqual({
    entities: [
      { agency: 'SCJG', qualification: '电梯', inspector: 'SCJG/1', by: '联席办', reason: '8号' },
      { agency: 'SCJG', qualification: '锅炉检验', inspector: 'TJS/1', by: '县局', reason: '9号' },
      { agency: 'SCJG', qualification: '锅炉检验', inspector: 'TJS/2', by: '联席办', reason: '8号' },
    ],
    problems: [],
  });
  expect(read()).toEqual({ entities: [], problems: [] });
});
test('what a row lacks, or nobody knows, is reported at its cell and the row left out', () => {
  const { entities, problems } = read(
    ['', '电梯', '', '1'], ['不存在局', '电梯', '', '1'], ['SCJG', '', '', '1'], ['SCJG', '电梯', '不存在局', '1'], ['SCJG', '电梯', '', ''], ['SCJG', '电梯', '', '9'],
    ['SCJG', '电梯', '', '一'], ['SCJG', '电梯', '', '1', ''], ['SCJG', '电梯', '', '1', '局', ' '],
  );
  expect(entities).toEqual([]);
  expect(problems.map(({ code, severity, where }) => [where?.row, code, severity, where?.column])).toEqual([
    [3, 'agency-missing', 'error', '[agency]'],
    [4, 'agency-unknown', 'error', '[agency]'],
    [5, 'appointment-qualification-missing', 'error', '[qualification]'],
    [6, 'agency-unknown', 'error', '[home]'],
    [7, 'inspector-number-missing', 'error', '[number]'],
    [8, 'appointment-unknown-inspector', 'error', '[number]'],
    [9, 'inspector-number-bad', 'error', '[number]'],
    [10, 'appointment-by-missing', 'error', '[by]'],
    [11, 'appointment-reason-missing', 'error', '[reason]'],
  ]);
});
test('M10.1 nobody off duty is appointed', () => {
  const { entities, problems } = read(['SCJG', '电梯', '', '2']);
  expect(entities).toEqual([]);
  expect(problems.map(({ code, severity, fields }) => [code, severity, fields])).toEqual([['appointment-off-duty', 'error', { inspector: 'SCJG/2' }]]);
});
test('the same appointment twice is refused the second time, whatever its reason; for another qualification it is another one', () => {
  const { entities, problems } = read(['SCJG', '电梯', '', '1'], ['SCJG', '锅炉检验', '', '1'], ['市场监督管理局', '电梯', 'SCJG', '1', '县局', '9号']);
  expect(problems.map(({ code, severity, where, fields }) => [code, severity, where?.row, fields])).toEqual([['appointment-twice', 'error', 5, { inspector: 'SCJG/1', qualification: '电梯', otherRow: 3 }]]);
  expect(entities.map(({ qualification, reason }) => [qualification, reason])).toEqual([['电梯', '8号'], ['锅炉检验', '8号']]);
});
test('a qualification that no item of the agency asks for is a warning, with the nearest one', () => {
  const { entities, problems } = read(['SCJG', '锅炉检测', 'TJS', '1'], ['TJS', '电梯', '', '1']);
  expect(entities).toHaveLength(2);
  expect(problems.map(({ code, severity, where, fields }) => [code, severity, where?.column, fields])).toEqual([
    ['appointment-not-asked', 'warning', '[qualification]', { agency: 'SCJG', qualification: '锅炉检测', nearest: '锅炉检验' }],
    ['appointment-not-asked', 'warning', '[qualification]', { agency: 'TJS', qualification: '电梯' }],
  ]);
});
