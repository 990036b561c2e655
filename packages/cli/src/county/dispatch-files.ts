/** The workbooks that are handed out after a draw: one for each agency, and the approval forms. */
import { approvalForms, type AssignmentListInput, assignmentLists, type DrawnRound, type HashText, type InspectorId, type ParsedSnapshot, type SealedInputs } from '@shuangsuiji/core';
import type { Progress } from '../present/progress.js';
import { approvalWorkbook } from '../sheets/approval-workbook.js';
import { assignmentWorkbook } from '../sheets/assignment-workbook.js';
import type { NewFile } from '../workspace/change-set.js';
import { dispatchFolder, fileNameOf } from '../workspace/paths.js';

export interface DispatchFilesInput {
  readonly inputs: SealedInputs;
  readonly registry: ParsedSnapshot;
  readonly round: DrawnRound;
  readonly names: ReadonlyMap<InspectorId, string>;
  readonly hash: HashText;
  readonly progress: Progress;
}

/** None where nobody was assigned. */
export const dispatchFiles = async ({ inputs, registry, round, names, hash, progress }: DispatchFilesInput): Promise<readonly NewFile[]> => {
  const { assignments } = round.match;
  if (assignments === undefined) return [];
  const { targets, agencies, items } = registry;
  const input: AssignmentListInput = { sealed: inputs.sealed, frame: inputs.frame, roster: inputs.roster, targets, agencies, items, assignments, names, hash };
  const folder = dispatchFolder(inputs.sealed.drawId);
  const lists = assignmentLists(input);
  const files: NewFile[] = [];
  for (const list of lists) {
    files.push({ path: `${folder}/派发表-${fileNameOf(list.agency.name)}.xlsx`, content: await assignmentWorkbook(list), isImmutable: true });
    progress.tick(files.length, lists.length + 1);
  }
  return [...files, { path: `${folder}/行政检查审批表.xlsx`, content: await approvalWorkbook(approvalForms(input)), isImmutable: true }];
};
