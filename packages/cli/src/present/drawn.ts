/** What is said of one draw when it is done. */
import { EXIT } from '../exit-codes.js';
import type { Context, Outcome } from '../context.js';
import type { Drawn } from '../county/draw-change.js';
import { explainShortage } from '../county/explain-shortage.js';
import { done } from '../county/outcome.js';
import { dispatchFolder } from '../workspace/paths.js';
import { seedWarningLines } from './seed-warnings.js';
import { wrap } from './wrap.js';

/** How many groups go, of a round in teams. */
const teamsWords = ({ document, teams }: Drawn['round']['match']): string => {
  const went = document.outcome === 'matched' ? teams?.formations.at(-1)?.teams : undefined;
  return went === undefined ? '' : `，编成检查组 ${String(went.length)} 个（第 ${String(teams?.formations.length ?? 0)} 次编组）`;
};

/** A match that cannot be done is a result, exit 4. */
export const drawnOutcome = ({ options, host }: Context, { waiting: { current: { inputs, registry }, start }, names, round, files, explanation }: Drawn): Outcome => {
  const { drawId, batch, publication } = inputs.sealed;
  const { document } = round.match;
  const mark = options.rehearsal ? '【演练】' : '';
  const data = { drawId, round: start.round, targets: round.targets.length, outcome: document.outcome, entropyTenthBits: round.seed.tenthBits, warnings: round.seed.warnings, files, rehearsal: options.rehearsal };
  const head = [...seedWarningLines(round.seed.warnings, host.columns()), `${mark}${batch.number} ${batch.name}（${drawId}）${start.round === 0 ? '' : `第 ${start.round} 轮补抽`}：抽取检查对象 ${round.targets.length} 户。`];
  if (document.outcome === 'infeasible') {
    const registries = { ...registry, names: [...names].map(([id, name]) => ({ id, name })) };
    const why = explainShortage({ agencies: document.agencies, registries, columns: host.columns(), isDrawn: true });
    return { exit: EXIT.infeasible, lines: [...head, ...why, ...(explanation === undefined ? [] : ['', `全部内容写在 ${explanation}（内部资料）。`])], data: { ...data, agencies: document.agencies, ...(explanation === undefined ? {} : { explanation }) }, problems: [{ code: 'draw-infeasible', severity: 'error', fields: { batch: batch.number } }] };
  }
  if (document.outcome === 'formations-exhausted') {
    const why = `编组 ${String(document.formations)} 次都派不满检查组，谁也没有派；抽出的检查对象不变。这并不说明无法派满：请用 ssj change 登记借调、调整上限或缓查，再用 ssj replace 公告下一轮。`;
    return { exit: EXIT.infeasible, lines: [...head, ...wrap({ text: why, columns: host.columns() })], data: { ...data, formations: document.formations }, problems: [{ code: 'draw-formations-exhausted', severity: 'error', fields: { batch: batch.number, formations: document.formations } }] };
  }
  const people = new Set((round.match.assignments ?? []).flatMap(({ inspectors }) => inspectors));
  return done({
    lines: [
      ...head,
      `派出执法检查人员 ${people.size} 名，${new Set((round.match.assignments ?? []).map(({ agency }) => agency)).size} 个部门${teamsWords(round.match)}。`,
      `派发表和审批表在 ${dispatchFolder(drawId)}/，共 ${files.length} 份。`,
      publication === 'at-once' ? '下一步：ssj publish draw 公示名单。' : '下一步：检查全部结束后 ssj reveal 揭示密钥，再 ssj publish draw 公示名单；在此之前 ssj publish draw 只公示数量和摘要。',
    ],
    data,
  });
};
