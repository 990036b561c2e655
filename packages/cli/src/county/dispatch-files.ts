/** The workbooks that are handed out after a draw: one for each agency, and the approval forms. */
import { approvalForms, type AssignmentListInput, assignmentLists, type DrawnRound, drawState, type HashText, type InspectorId, presentAssignments, rosterNow, type RoundStart } from '@shuangsuiji/core';
import type { Progress } from '../present/progress.js';
import { approvalWorkbook } from '../sheets/approval-workbook.js';
import { assignmentWorkbook } from '../sheets/assignment-workbook.js';
import type { NewFile } from '../workspace/change-set.js';
import { dispatchFolder, fileNameOf } from '../workspace/paths.js';
import { actingChanges, type CurrentDraw } from './current-draw.js';

export interface DispatchFilesInput {
  /** Before the round. */
  readonly current: CurrentDraw;
  readonly start: RoundStart;
  readonly round: DrawnRound;
  readonly names: ReadonlyMap<InspectorId, string>;
  readonly hash: HashText;
  readonly progress: Progress;
}

/** None where nobody was assigned. After a later round the lists are whole again; forms are written for the visits that got somebody new. */
export const dispatchFiles = async ({ current, start, round, names, hash, progress }: DispatchFilesInput): Promise<readonly NewFile[]> => {
  if (round.match.assignments === undefined) return [];
  const { inputs, registry: { targets, agencies, items } } = current;
  const changes = actingChanges(current);
  const state = drawState({ rounds: [...current.rounds, { targets: round.targets, assignments: round.match.assignments }], changes });
  const { roster, lentTo } = rosterNow(inputs.roster, changes);
  const input: AssignmentListInput = { sealed: inputs.sealed, frame: inputs.frame, roster, lentTo, targets, agencies, items, assignments: presentAssignments(state), names, hash };
  const folder = `${dispatchFolder(inputs.sealed.drawId)}${start.round === 0 ? '' : `/第${start.round}轮补抽`}`;
  const lists = assignmentLists(input);
  const files: NewFile[] = [];
  for (const list of lists) {
    files.push({ path: `${folder}/派发表-${fileNameOf(list.agency.name)}.xlsx`, content: await assignmentWorkbook(list), isImmutable: true });
    progress.tick(files.length, lists.length + 1);
  }
  const isNew = new Set(round.match.assignments.map(({ target }) => target));
  const forms = approvalForms(input);
  return [...files, { path: `${folder}/行政检查审批表.xlsx`, content: await approvalWorkbook({ ...forms, forms: forms.forms.filter(({ id }) => isNew.has(id)) }), isImmutable: true }];
};
