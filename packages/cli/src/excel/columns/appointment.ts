/** Columns of 委派登记.xlsx (excel-format 委派登记). */
import type { AppointmentColumn } from '@shuangsuiji/core';
import type { TableDefinition } from '../definition.js';

export const appointmentTable: TableDefinition<AppointmentColumn> = {
  file: '委派登记',
  sheet: '委派登记',
  columns: [
    { key: 'agency', header: '所在部门', aliases: ['部门', '委派给部门'], isRequired: true, kind: 'text', width: 26, hint: '参加哪个部门的检查：部门代码、名称或别名', sample: '市场监督管理局' },
    { key: 'qualification', header: '资质', aliases: ['委派资质', '岗位资质资格'], isRequired: true, kind: 'text', width: 22, hint: '该部门没有人具备的资质，与抽查事项的写法一致', sample: '锅炉检验' },
    { key: 'home', header: '人员部门', aliases: ['人员所在部门'], isRequired: false, kind: 'text', width: 26, hint: '被委派人员的部门；留空即本部门', sample: '特种设备检验所' },
    { key: 'number', header: '单位工号', aliases: ['工号', '人员编号'], isRequired: true, kind: 'text', width: 14, hint: '与人员名录库一致', sample: '0001' },
    { key: 'by', header: '委派单位', aliases: ['委派机关'], isRequired: true, kind: 'text', width: 26, hint: '作出委派的单位', sample: '县双随机联席会议办公室' },
    { key: 'reason', header: '委派理由或文号', aliases: ['委派理由', '委派文号', '文号'], isRequired: true, kind: 'text', width: 30, hint: '为什么委派，或批准的文号', sample: '双随机办〔2026〕8号' },
  ],
};
