/** Cells of 派发方式 and 每组人数: whether a batch goes out in teams. @zh 派发方式 */
import { err, ok, type Result } from '../base/result.js';
import { stripEdges, toHalfWidth } from '../base/text.js';
import type { PlanColumn } from '../registry/columns.js';
import { readText } from '../registry/field-readers.js';
import { readWholeNumber } from '../registry/read-whole-number.js';
import type { RowReader } from '../registry/row-reader.js';
import type { Grouping } from './grouping.js';
import type { PlanRowFault } from './problems.js';

const LEAST = 2;
const MOST = 8191;
const WAY = /^(个人|随机分组|固定分组)(?:\(每组(\d{1,4})人\))?$/;

/** Nothing where people go one by one, or where something was reported. */
export const readGrouping = (reader: RowReader<PlanColumn, PlanRowFault>): Grouping | undefined => {
  const size = reader.read('teamSize', readWholeNumber<PlanRowFault>({ min: LEAST, max: MOST, bad: (raw) => ({ code: 'team-size-bad', fields: { raw } }) }));
  const raw = reader.read('grouping', readText);
  if (reader.isFaulty('teamSize') || reader.isFaulty('grouping')) return undefined;
  const grouping = parseGrouping({ raw, size });
  if (!grouping.ok) reader.error(grouping.error.code.startsWith('team-size') && size !== undefined ? 'teamSize' : 'grouping', grouping.error);
  return grouping.ok ? grouping.value : undefined;
};

export interface ParseGroupingInput {
  /** Of 派发方式. */
  readonly raw: string | undefined;
  /** Of 每组人数. */
  readonly size: number | undefined;
}

/** `随机分组(每组3人)`, `随机分组` with the number beside it, `固定分组`, `个人` or nothing. */
export const parseGrouping = ({ raw = '个人', size }: ParseGroupingInput): Result<Grouping | undefined, PlanRowFault> => {
  const [, way, written] = WAY.exec(toHalfWidth(stripEdges(raw)).replace(/\s+/g, '')) ?? [];
  if (way === undefined) return err({ code: 'grouping-unreadable', fields: { raw } });
  const inside = written === undefined ? undefined : Number(written);
  const stated = inside ?? size;
  if (way !== '随机分组') {
    if (stated !== undefined) return err({ code: 'team-size-alone', fields: { size: stated } });
    return ok(way === '固定分组' ? { kind: 'fixed' } : undefined);
  }
  if (stated === undefined) return err({ code: 'team-size-missing', fields: {} });
  if (inside !== undefined && size !== undefined && inside !== size) return err({ code: 'team-size-disagrees', fields: { inside, beside: size } });
  return stated < LEAST || stated > MOST ? err({ code: 'team-size-bad', fields: { raw } }) : ok({ kind: 'random', size: stated });
};
