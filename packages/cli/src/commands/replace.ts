/** `ssj replace`: the notice of a later round, to be published before its fresh seed exists (补抽公告). */
import { agencyRounds, announce, type Announced, eligibility, feasibility, laterStart, type LaterStart, roundNoticePage, seedSourceText } from '@shuangsuiji/core';
import type { CommandAction, OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { appendEvents, recordFiles } from '../county/append-events.js';
import { changeCounty } from '../county/change-county.js';
import { type County, failed, type Outcomes } from '../county/county.js';
import { countedChanges } from '../county/counted-changes.js';
import { type CurrentDraw, currentDraw } from '../county/current-draw.js';
import { done, refused, toldAs } from '../county/outcome.js';
import { overProblems } from '../county/over.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { roundNoticeWorkbook } from '../sheets/round-notice-workbook.js';
import type { ChangeSet } from '../workspace/change-set.js';
import { FOLDERS } from '../workspace/paths.js';
import { sealSeed } from './seal-seed.js';

interface Noticed {
  readonly current: CurrentDraw;
  readonly start: LaterStart;
  readonly announced: Announced;
  readonly page: string;
}

export const replaceCommand: CommandAction = async (context, { args, options }) => {
  const word = String(args[0]);
  const changed = await changeCounty<Noticed>({ context, command: `replace ${word}`, build: async (county) => buildNotice(context, county, word, options) });
  if (!changed.ok) return refused(changed.error);
  const { current: { draw }, start, announced: { notice, event }, page } = changed.value.value;
  const quota = notice.strata.reduce((sum, stratum) => sum + stratum.quota, 0);
  const commitment = event.type === 'announced' ? event.body.commitment : '';
  const few = notice.strata.filter((stratum) => stratum.quota < stratum.withdrawn).length > 0;
  return done({
    lines: toldAs(context.options, [
      `${context.options.rehearsal ? '【演练】' : ''}${draw.batch}（${draw.drawId}）第 ${start.round} 轮补抽：变更 ${notice.changes.length} 项，补抽 ${quota} 户。`,
      ...(few ? ['退出的户数多于抽查库余下的户数，只能补抽余下的；不足的数已记入公告。'] : []),
      ...(context.options.dryRun ? [] : [`补抽摘要 C${start.round}  ${commitment}`]),
      `公开种子 ${notice.seed.lines.join('、')}，不早于 ${notice.seed.notBefore}`,
      `补抽公告 ${page}${context.options.rehearsal ? '' : '：请在公开种子产生之前公布。'}下一步：ssj draw ${draw.batch}`,
    ]),
    data: { drawId: draw.drawId, round: start.round, ...(context.options.dryRun ? {} : { commitment }), quota, changes: notice.changes.length, notice: page },
    problems: changed.value.notices,
  });
};

const buildNotice = async (context: Context, county: County, word: string, options: OptionValues): Promise<Outcomes<ChangeSet<Noticed>>> => {
  const { workspace, settings, now } = county;
  const { hash } = context.host;
  const found = currentDraw({ context, workspace, word });
  if (!found.ok) return found;
  const current = found.value;
  const { draw, inputs, registry, waiting } = current;
  const late = lateProblems(current);
  if (late.length > 0) return failed(...late);
  const terms = sealSeed({ options, settings, now: now.at });
  if (!terms.ok) return terms;
  const start = laterStart({ ...inputs, rounds: current.rounds, before: current.before, changes: waiting.map(({ change }) => change) });
  const empty = emptyProblems(current, start);
  if (empty.length > 0) return failed(...empty);
  const seed = { lines: terms.value.sources.map(seedSourceText), notBefore: terms.value.notBefore, joint: terms.value.joint };
  const announced = announce({ sealed: inputs.sealed, start, changes: waiting, seed, ledgerHead: workspace.ledger.head, now, hash });
  const appended = appendEvents({ county, events: [announced.event], hash });
  const changes = countedChanges(current.entries).filter(({ seq }) => waiting.some((change) => change.seq === seq));
  const content = await roundNoticeWorkbook(roundNoticePage({ sealed: inputs.sealed, agencies: registry.agencies, notice: announced.notice, changes, ledgerHead: appended.head, hash }));
  const page = `${FOLDERS.publicity}/${draw.isRehearsal ? '演练-' : ''}补抽公告-${draw.drawId}-${start.round}.xlsx`;
  const record = recordFiles({ drawId: draw.drawId, texts: new Map([...current.texts, ...announced.texts]), ledgerText: appended.ledgerText, hash });
  return { ok: true, value: { files: [...record, { path: page, content, isImmutable: true }], ledger: appended.ledger, value: { current, start, announced, page } } };
};

const lateProblems = ({ draw }: CurrentDraw): readonly AnyProblem[] => {
  const { drawId, stage } = draw;
  const over = overProblems(draw);
  if (over.length > 0) return over;
  if (stage.drawn === 0) return [{ code: 'not-drawn-yet', severity: 'error', fields: { drawId } }];
  return stage.open === undefined ? [] : [{ code: 'round-open', severity: 'error', fields: { drawId, round: stage.open } }];
};

/** A round that draws nothing would only be another attempt; one that surely cannot be matched helps nobody. */
const emptyProblems = ({ draw: { drawId }, inputs }: CurrentDraw, start: LaterStart): readonly AnyProblem[] => {
  const quota = start.strata.reduce((sum, stratum) => sum + stratum.quota, 0);
  const open = agencyRounds(inputs, start, []);
  if (quota === 0 && open.length === 0) return [{ code: 'nothing-to-replace', severity: 'error', fields: { drawId } }];
  const short = open.filter((round) => !feasibility(eligibility(round).instance).ok);
  return short.length === 0 ? [] : [{ code: 'round-infeasible', severity: 'error', fields: { drawId, agencies: short.map(({ agency }) => agency) } }];
};
