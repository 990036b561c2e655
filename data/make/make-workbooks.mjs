/** All files of the county by path, as bytes. */
import { checkCounty, faultsOf } from './check-county.mjs';
import { agencyWorkbook, inspectorWorkbook, itemWorkbook, planWorkbook, recusalWorkbook, targetWorkbook } from './county-tables.mjs';
import { makeInspectors } from './make-inspectors.mjs';
import { makeItems } from './make-items.mjs';
import { makeRecusals } from './make-recusals.mjs';
import { makeTargets } from './make-targets.mjs';
import { BATCHES } from './plan-batches.mjs';
import { SETTINGS } from './settings.mjs';

/**
 * @param {(content: object) => Promise<Uint8Array>} writeWorkbook
 * @returns {Promise<{ files: ReadonlyMap<string, Uint8Array>, report: ReturnType<typeof checkCounty> }>}
 * @throws RangeError where the year cannot be served by these people
 */
export const makeCountyFiles = async (writeWorkbook) => {
  const [targets, inspectors, items] = [makeTargets(), makeInspectors(), makeItems()];
  const recusals = makeRecusals(inspectors, targets);
  const report = checkCounty({ targets, inspectors, items, recusals, batches: BATCHES });
  const faults = report.flatMap(faultsOf);
  if (faults.length > 0) throw new RangeError(`makeCountyFiles: the year cannot be served\n${faults.join('\n')}`);
  const contents = {
    '名录库/部门.xlsx': agencyWorkbook(),
    '名录库/检查对象名录库.xlsx': targetWorkbook(targets),
    '名录库/执法检查人员名录库.xlsx': inspectorWorkbook(inspectors),
    '名录库/随机抽查事项清单.xlsx': itemWorkbook(items),
    '名录库/回避登记.xlsx': recusalWorkbook(recusals),
    '计划/年度抽查计划.xlsx': planWorkbook(BATCHES, items),
  };
  const files = new Map([['ssj.json', Buffer.from(`${JSON.stringify(SETTINGS, null, 2)}\n`, 'utf8')]]);
  for (const [path, content] of Object.entries(contents)) files.set(path, await writeWorkbook(content));
  return { files, report };
};
