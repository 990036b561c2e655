/** `ssj void`: a draw that must not stand; it stays on record for ever. */
import type { LedgerEvent } from '@shuangsuiji/core';
import type { CommandAction, OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { appendEvents, recordFiles } from '../county/append-events.js';
import { changeCounty } from '../county/change-county.js';
import { type County, failed, type Outcomes } from '../county/county.js';
import { type CurrentDraw, currentDraw } from '../county/current-draw.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { overProblems } from '../county/over.js';
import { whyOf } from '../county/why.js';
import type { ChangeSet } from '../workspace/change-set.js';

export const voidCommand: CommandAction = async (context, { args, options }) => {
  const word = String(args[0]);
  const changed = await changeCounty<CurrentDraw>({ context, command: `void ${word}`, build: async (county) => buildVoid(context, county, word, options) });
  if (!changed.ok) return refused(changed.error);
  const { draw, inputs: { sealed } } = changed.value.value;
  const secret = sealed.seed.secret === undefined || context.options.rehearsal ? [] : [`密钥仍须在 ${sealed.seed.secret.revealBy} 以前用 ssj reveal ${draw.drawId} 揭示。`];
  return done({
    lines: toldAs(context.options, [
      `${context.options.rehearsal ? '【演练】' : ''}${draw.batch}（${draw.drawId}）已作废。存档、台账和公示中永远保留这次抽取和作废理由。`,
      '重新抽取是另一次抽取：请运行 ssj seal，抽取编号是新的，封存公告和公示清单会写明这次作废。',
      ...secret,
    ]),
    data: { drawId: draw.drawId, batch: draw.batch },
    problems: changed.value.notices,
  });
};

const buildVoid = (context: Context, county: County, word: string, options: OptionValues): Outcomes<ChangeSet<CurrentDraw>> => {
  const why = whyOf(context, options);
  if (!why.ok) return why;
  const current = currentDraw({ context, workspace: county.workspace, word });
  if (!current.ok) return current;
  const over = overProblems(current.value.draw);
  if (over.length > 0) return failed(...over);
  const { drawId } = current.value.draw;
  const { hash } = context.host;
  const events: readonly LedgerEvent[] = [{ type: 'voided', body: { drawId, ...why.value } }];
  const appended = appendEvents({ county, events, hash });
  return { ok: true, value: { files: recordFiles({ drawId, texts: current.value.texts, ledgerText: appended.ledgerText, hash }), ledger: appended.ledger, value: current.value } };
};
