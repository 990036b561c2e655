/** `ssj draw`: targets, then inspectors, in one go, once; with `--all-sealed` for every draw that one ceremony serves. */
import type { PublicLine } from '@shuangsuiji/core';
import type { CommandAction, OptionValues } from '../command-action.js';
import type { Context, Outcome } from '../context.js';
import { type AllSealed, allSealed } from '../county/all-sealed.js';
import { changeCounty } from '../county/change-county.js';
import { type County, failed, openCounty, type Outcomes } from '../county/county.js';
import { drawChange, type Drawn } from '../county/draw-change.js';
import { findDraw } from '../county/draws.js';
import { hasFlag } from '../county/options.js';
import { done, refused } from '../county/outcome.js';
import { seedInput } from '../county/seed-input.js';
import { settled } from '../county/settled.js';
import { sourcesAsked, type Waiting, waitingDraw } from '../county/waiting-draw.js';
import { EXIT } from '../exit-codes.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { exitOf } from '../messages/exit-of.js';
import { drawnOutcome } from '../present/drawn.js';

export const draw: CommandAction = async (context, { args, options }) => {
  if (context.options.dryRun) return refused([{ code: 'draw-has-no-preview', severity: 'error', fields: {} }]);
  const [word] = args;
  const isAll = hasFlag(options, 'allSealed');
  if (isAll && typeof word === 'string') return refused([{ code: 'option-conflict', severity: 'error', fields: { a: '--all-sealed', b: word } }]);
  if (!isAll && typeof word !== 'string') return refused([{ code: 'batch-needed', severity: 'error', fields: {} }]);
  const find = (county: County): Outcomes<AllSealed> => (typeof word === 'string' ? oneSealed(context, county, word) : allSealed(context, county));
  const before = await settled({ read: () => openAnd(context, find), isFine: (found) => found.ok || exitOf(found.error) === EXIT.refused });
  if (!before.ok) return refused(before.error);
  const lines = await linesOf(context, options, before.value.waiting);
  if (!lines.ok) return refused(lines.error);
  const changed = await changeCounty<readonly Drawn[]>({
    context,
    command: typeof word === 'string' ? `draw ${word}` : 'draw --all-sealed',
    build: async (locked) => {
      const isSame = before.value.waiting.every(({ ledgerHead }) => ledgerHead.digest === locked.workspace.ledger.head.digest);
      const found = isSame ? before : find(locked);
      return found.ok ? drawChange({ context, county: locked, waiting: found.value.waiting, lines: lines.value }) : found;
    },
  });
  return changed.ok ? report(context, changed.value.value, [...before.value.notices, ...changed.value.notices], isAll) : refused(changed.error);
};

const openAnd = (context: Context, find: (county: County) => Outcomes<AllSealed>): Outcomes<AllSealed> => {
  const county = openCounty(context);
  return county.ok ? find(county.value) : county;
};

const oneSealed = (context: Context, county: County, word: string): Outcomes<AllSealed> => {
  const found = findDraw({ ledger: county.workspace.ledger, word, rehearsal: context.options.rehearsal });
  if (!found.ok) return found;
  const waiting = waitingDraw(context, county, found.value);
  return waiting.ok ? { ok: true, value: { waiting: [waiting.value], notices: [] } } : waiting;
};

/** The seals name the same lines, so the first speaks for all. */
const linesOf = (context: Context, options: OptionValues, waiting: readonly Waiting[]): Promise<Outcomes<readonly PublicLine[]>> => {
  const [first] = waiting;
  if (first === undefined) return Promise.resolve(failed({ code: 'nothing-to-draw', severity: 'error', fields: {} }));
  const about = waiting.flatMap(({ current: { inputs: { sealed } }, start: { round }, commitment }) => [
    `即将抽取：${sealed.batch.number} ${sealed.batch.name}（${sealed.drawId}${round === 0 ? '' : `，第 ${round} 轮补抽`}）`,
    `${round === 0 ? '封存摘要 C' : `补抽摘要 C${round}`}  ${commitment}`,
  ]);
  return seedInput({ context, options, sources: sourcesAsked(first), agencies: first.current.registry.agencies, about });
};

const report = (context: Context, drawn: readonly Drawn[], notices: readonly AnyProblem[], isAll: boolean): Outcome => {
  const each = drawn.map((one) => drawnOutcome(context, one));
  const problems = [...notices, ...each.flatMap((one) => one.problems)];
  const lines = each.flatMap((one) => one.lines);
  const data = isAll ? { draws: each.map((one) => one.data), rehearsal: context.options.rehearsal } : (each[0]?.data ?? {});
  return each.some(({ exit }) => exit === EXIT.infeasible) ? { exit: EXIT.infeasible, lines, data, problems } : done({ lines, data, problems });
};
