/** Every sealed draw that one ceremony can serve (draw-spec D2.10). */
import { publicLineText } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { type County, failed, type Outcomes } from './county.js';
import { type DrawOfLedger, drawsOf } from './draws.js';
import { sealedLines } from './sealed-lines.js';
import { type Waiting, waitingDraw } from './waiting-draw.js';

export interface AllSealed {
  readonly waiting: readonly Waiting[];
  /** What was left out, as warnings. */
  readonly notices: readonly AnyProblem[];
}

/** All open draws of the kind asked for whose seals name the same public lines; joint seeds serve one draw each and are left out. */
export const allSealed = (context: Context, county: County): Outcomes<AllSealed> => {
  const open = drawsOf(county.workspace.ledger).filter((draw) => draw.stage.open === 0 && !draw.stage.isVoid && draw.isRehearsal === context.options.rehearsal);
  const read = open.map((draw) => ({ draw, lines: sealedLines(context, county.workspace, draw.drawId) }));
  const unread = read.flatMap(({ lines }) => (lines.ok ? [] : lines.error));
  if (unread.length > 0) return failed(...unread);
  const named = read.flatMap(({ draw, lines }) => (lines.ok ? [{ draw, lines: lines.value }] : []));
  const joint = named.filter(({ lines }) => lines.some((line) => line.startsWith('joint:')));
  const served = named.filter((one) => !joint.includes(one));
  if (served.length === 0) return failed({ code: 'nothing-to-draw', severity: 'error', fields: {} });
  if (new Set(served.map(({ lines }) => lines.join('\n'))).size > 1) return failed(differ(served));
  const waiting = served.map(({ draw }) => waitingDraw(context, county, draw));
  const problems = waiting.flatMap((one) => (one.ok ? [] : one.error));
  if (problems.length > 0) return failed(...problems);
  const ready = waiting.flatMap((one) => (one.ok ? [one.value] : []));
  const entered = ready.map(({ current, known }, index) => ({ draw: { drawId: current.draw.drawId, batch: served[index]?.draw.batch ?? '' }, lines: known.map(publicLineText) }));
  if (new Set(entered.map(({ lines }) => lines.join('\n'))).size > 1) return failed(differ(entered));
  const notices: readonly AnyProblem[] = joint.length === 0 ? [] : [{ code: 'joint-drawn-alone', severity: 'warning', fields: { draws: joint.map(({ draw }) => draw.drawId) } }];
  return { ok: true, value: { waiting: ready, notices } };
};

const differ = (draws: readonly { readonly draw: Pick<DrawOfLedger, 'drawId' | 'batch'>; readonly lines: readonly string[] }[]): AnyProblem => ({
  code: 'sealed-seeds-differ', severity: 'error', fields: { draws: draws.map(({ draw, lines }) => `${draw.drawId} ${draw.batch} ${lines.join('、')}`) },
});
