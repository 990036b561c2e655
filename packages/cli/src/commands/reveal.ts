/** `ssj reveal`: after the last visit the secret becomes public, and everybody can recompute the draw. */
import { dayOf, type DrawId, isRehearsal, type ParsedLedger, type PlainDate, readSealed, reveal } from '@shuangsuiji/core';
import type { CommandAction, OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { appendEvents, recordFiles } from '../county/append-events.js';
import { changeCounty } from '../county/change-county.js';
import { type County, failed, type Outcomes } from '../county/county.js';
import { dateOf } from '../county/dates.js';
import { findDraw } from '../county/draws.js';
import { textOption } from '../county/options.js';
import { done, refused } from '../county/outcome.js';
import { recordOf } from '../county/record.js';
import { secretOf } from '../county/secret.js';
import type { ChangeSet } from '../workspace/change-set.js';
import { secretFile } from '../workspace/paths.js';

interface Revealed {
  readonly drawId: string;
  readonly secret: string;
}

export const revealCommand: CommandAction = async (context, { args, options }) => {
  const word = String(args[0]);
  const changed = await changeCounty<Revealed>({ context, command: `reveal ${word}`, build: async (county) => buildReveal(context, county, word, options) });
  if (!changed.ok) return refused(changed.error);
  const { value, notices } = changed.value;
  // A secret that was shown is revealed, whatever the ledger says.
  if (context.options.dryRun) return done({ lines: [`试运行，没有写入任何文件：${value.drawId} 的密钥现在可以揭示。`], data: { drawId: value.drawId }, problems: notices });
  return done({
    lines: [`${context.options.rehearsal ? '【演练】' : ''}已揭示 ${value.drawId} 的密钥：${value.secret}`, '现在凭存档就可以用 ssj verify 或另一个程序复算这次抽取（存档含名录和回避，交审计机关，不公开）。'],
    data: { ...value },
    problems: notices,
  });
};

const buildReveal = (context: Context, county: County, word: string, options: OptionValues): Outcomes<ChangeSet<Revealed>> => {
  const { workspace, now } = county;
  const { hash } = context.host;
  const found = findDraw({ ledger: workspace.ledger, word, rehearsal: context.options.rehearsal });
  if (!found.ok) return found;
  const { drawId, stage } = found.value;
  if (stage.isRevealed) return failed({ code: 'already-revealed', severity: 'error', fields: { drawId } });
  if (!stage.isVoid && stage.drawn === 0) return failed({ code: 'not-drawn-yet', severity: 'error', fields: { drawId } });
  if (!stage.isVoid && stage.open !== undefined) return failed({ code: 'round-open', severity: 'error', fields: { drawId, round: stage.open } });
  const texts = recordOf(context, workspace, drawId);
  if (!texts.ok) return texts;
  const sealed = readSealed(texts.value);
  if (!sealed.ok) return sealed;
  const secret = secretOf({ workspace, sealed: sealed.value, hash });
  if (!secret.ok) return secret;
  if (secret.value === undefined) return failed({ code: 'nothing-to-reveal', severity: 'error', fields: { drawId } });
  const finished = finishedOn(textOption(options, 'visitsFinished'), sealed.value.batch.period.to, isRehearsal(sealed.value.scheme) || stage.isVoid ? undefined : dayOf(now.at), dayOf(now.at));
  if (!finished.ok) return finished;
  const drawnOn = drawnDay(workspace.ledger, drawId);
  if (!stage.isVoid && drawnOn !== undefined && finished.value < drawnOn) return failed({ code: 'visits-before-draw', severity: 'error', fields: { finished: finished.value, drawnOn } });
  const revelation = reveal({ sealed: sealed.value, secret: secret.value, visitsFinishedOn: finished.value, now, hash });
  const appended = appendEvents({ county, events: [revelation.event], hash });
  const files = recordFiles({ drawId, texts: new Map([...texts.value, ...revelation.texts]), ledgerText: appended.ledgerText, hash });
  return { ok: true, value: { files, removals: [secretFile(drawId)], ledger: appended.ledger, value: { drawId, secret: secret.value } } };
};

const drawnDay = ({ entries }: ParsedLedger, drawId: DrawId): PlainDate | undefined => {
  const drawn = entries.find((entry) => entry.type === 'drawn' && entry.body.drawId === drawId);
  return drawn === undefined ? undefined : dayOf(drawn.at);
};

/** Before the last visit a revelation would tell targets that they are coming; a rehearsal and a void draw have no visits. */
const finishedOn = (given: string | undefined, last: PlainDate, limit: PlainDate | undefined, today: PlainDate): Outcomes<PlainDate> => {
  const day = given === undefined ? { ok: true as const, value: limit === undefined ? today : last } : dateOf(given);
  if (!day.ok || limit === undefined || day.value <= limit) return day;
  return failed({ code: 'visits-not-finished', severity: 'error', fields: { until: day.value } });
};
