/** The workbooks that are handed out after a round: one for each agency, and the approval forms. */
import { appointedNow, appointedRoster, approvalForms, type AssignmentListInput, assignmentLists, drawState, groupsOfDraw, type HashText, type InspectorId, newVisits, presentAssignments, rosterNow, withAppointed } from '@shuangsuiji/core';
import type { Progress } from '../present/progress.js';
import { approvalWorkbook } from '../sheets/approval-workbook.js';
import { assignmentWorkbook } from '../sheets/assignment-workbook.js';
import { dispatchFolder, fileNameOf } from '../workspace/paths.js';
import type { CurrentDraw } from './current-draw.js';
import type { MadeFile } from './seal-notice-file.js';

export interface DispatchFilesInput {
  /** After the last of its rounds, which is the one the workbooks are for. */
  readonly current: Pick<CurrentDraw, 'inputs' | 'registry' | 'rounds' | 'before'>;
  readonly names: ReadonlyMap<InspectorId, string>;
  readonly hash: HashText;
  readonly progress: Progress;
}

export interface DispatchFile extends MadeFile {
  readonly isImmutable: true;
}

/** None where nobody was assigned. After a later round the lists are whole again; forms are written for the visits that got somebody new. */
export const dispatchFiles = async ({ current, names, hash, progress }: DispatchFilesInput): Promise<readonly DispatchFile[]> => {
  const { inputs, registry: { targets, agencies, items }, rounds, before: changes } = current;
  const state = drawState({ rounds, changes });
  const appointed = appointedNow(inputs, state);
  const isNew = newVisits({ rounds, state, appointed, inputs });
  if (isNew.size === 0) return [];
  const { roster, lentTo } = rosterNow(inputs.roster, changes);
  const assignments = withAppointed(presentAssignments(state), appointed);
  const input: AssignmentListInput = { sealed: inputs.sealed, frame: inputs.frame, roster: [...roster, ...appointedRoster(inputs, roster)], lentTo, targets, agencies, items, assignments, appointed, names, hash, groups: groupsOfDraw(rounds) };
  const folder = `${dispatchFolder(inputs.sealed.drawId)}${rounds.length === 1 ? '' : `/第${rounds.length - 1}轮补抽`}`;
  const lists = assignmentLists(input);
  const files: DispatchFile[] = [];
  for (const list of lists) {
    files.push({ path: `${folder}/派发表-${fileNameOf(list.agency.name)}.xlsx`, content: await assignmentWorkbook(list), isImmutable: true });
    progress.tick(files.length, lists.length + 1);
  }
  const forms = approvalForms(input);
  return [...files, { path: `${folder}/行政检查审批表.xlsx`, content: await approvalWorkbook({ ...forms, forms: forms.forms.filter(({ id }) => isNew.has(id)) }), isImmutable: true }];
};
