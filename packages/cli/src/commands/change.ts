/** `ssj change`: what happened after the seal, as events; they act from the next round on. */
import { type Change, changeProblems, type LedgerEvent, type Why } from '@shuangsuiji/core';
import type { CommandAction, OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { appendEvents, recordFiles } from '../county/append-events.js';
import { changeCounty } from '../county/change-county.js';
import { type County, failed, type Outcomes, registriesOf } from '../county/county.js';
import { allChanges, type CurrentDraw, currentDraw, stateNow } from '../county/current-draw.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { overProblems } from '../county/over.js';
import { whyOf } from '../county/why.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { changeSentence } from '../messages/change-names.js';
import type { ChangeSet } from '../workspace/change-set.js';
import { changeOptions } from './change-options.js';

interface Changed {
  readonly current: CurrentDraw;
  readonly changes: readonly Change[];
}

export const changeCommand: CommandAction = async (context, { args, options }) => {
  const word = String(args[0]);
  const changed = await changeCounty<Changed>({ context, command: `change ${word}`, build: async (county) => buildChange(context, county, word, options) });
  if (!changed.ok) return refused(changed.error);
  const { current: { draw }, changes } = changed.value.value;
  const mark = context.options.rehearsal ? '【演练】' : '';
  return done({
    lines: toldAs(context.options, [
      `${mark}${draw.batch}（${draw.drawId}）登记变更 ${changes.length} 项：`,
      ...changes.map((change) => `  ${changeSentence(change)}${change.kind === 'pair-withdrawn' && draw.stage.drawn > 0 ? '（抽取后申报）' : ''}`),
      draw.stage.open === 0 ? '本轮抽取不受影响；抽取以后用 ssj replace 公告补抽，变更从补抽起生效。' : '下一步：变更登记齐了以后，用 ssj replace 公告补抽。',
    ]),
    data: { drawId: draw.drawId, changes: changes.map((change) => ({ ...change })) },
    problems: changed.value.notices,
  });
};

const buildChange = (context: Context, county: County, word: string, options: OptionValues): Outcomes<ChangeSet<Changed>> => {
  const { workspace } = county;
  const why = whyOf(context, options);
  if (!why.ok) return why;
  const current = currentDraw({ context, workspace, word });
  if (!current.ok) return current;
  const over = overProblems(current.value.draw);
  if (over.length > 0) return failed(...over);
  const registries = registriesOf(context, workspace);
  if (!registries.ok) return registries;
  const changes = changeOptions({ options, current: current.value, inspectors: registries.value.inspectors });
  if (!changes.ok) return changes;
  const problems = fitProblems(current.value, changes.value);
  if (problems.length > 0) return failed(...problems);
  return { ok: true, value: recorded({ context, county, current: current.value, changes: changes.value, why: why.value }) };
};

/** Each against the draw as the changes before it leave it. */
const fitProblems = (current: CurrentDraw, changes: readonly Change[]): readonly AnyProblem[] => {
  const drawn = new Set(stateNow(current).drawn.keys());
  const earlier = allChanges(current);
  return changes.flatMap((change, index) => changeProblems({ inputs: current.inputs, drawn, earlier: [...earlier, ...changes.slice(0, index)], change }));
};

interface RecordedInput extends Changed {
  readonly context: Context;
  readonly county: County;
  readonly why: Why;
}

const recorded = ({ context: { host: { hash } }, county, current, changes, why }: RecordedInput): ChangeSet<Changed> => {
  const { drawId } = current.draw;
  const events = changes.map((change): LedgerEvent => ({ type: 'changed', body: { drawId, change, ...why } }));
  const appended = appendEvents({ county, events, hash });
  return { files: recordFiles({ drawId, texts: current.texts, ledgerText: appended.ledgerText, hash }), ledger: appended.ledger, value: { current, changes } };
};
