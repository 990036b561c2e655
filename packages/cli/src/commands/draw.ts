/** `ssj draw`: targets, then inspectors, in one go, once. */
import {
  commitmentOf, type DrawnRound, drawRound, epochSecondsOf, type InspectorId, laterStart, type LedgerHead, mainStart, noticeDigest, parseSeedSources, publicLineText, type PublicSeed, type RoundStart,
  type WrittenSeedTerms,
} from '@shuangsuiji/core';
import type { CommandAction, OptionValues } from '../command-action.js';
import type { Context, Outcome } from '../context.js';
import { appendEvents, recordFiles } from '../county/append-events.js';
import { changeCounty } from '../county/change-county.js';
import { type County, failed, openCounty, type Outcomes } from '../county/county.js';
import { dispatchFiles } from '../county/dispatch-files.js';
import { actingChanges, type CurrentDraw, currentDraw } from '../county/current-draw.js';
import { explainShortage } from '../county/explain-shortage.js';
import { namesOf } from '../county/names.js';
import { done, refused } from '../county/outcome.js';
import { overProblems } from '../county/over.js';
import { secretOf } from '../county/secret.js';
import { seedInput } from '../county/seed-input.js';
import { EXIT } from '../exit-codes.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { seedWarningLines } from '../present/seed-warnings.js';
import type { ChangeSet } from '../workspace/change-set.js';
import { dispatchFolder } from '../workspace/paths.js';

/** A draw whose round waits for its seed. */
interface Waiting {
  readonly current: CurrentDraw;
  readonly start: RoundStart;
  readonly terms: WrittenSeedTerms;
  /** C, or C_k of a later round. */
  readonly commitment: string;
  /** The ledger when it was read: as long as it is the last line, the record is what it was. */
  readonly ledgerHead: LedgerHead;
}

interface Drawn {
  readonly waiting: Waiting;
  /** Of inspectors: the record has none. */
  readonly names: ReadonlyMap<InspectorId, string>;
  readonly round: DrawnRound;
  readonly files: readonly string[];
}

export const draw: CommandAction = async (context, { args, options }) => {
  const word = String(args[0]);
  if (context.options.dryRun) return refused([{ code: 'draw-has-no-preview', severity: 'error', fields: {} }]);
  // Everything that can be refused is refused before anybody is asked for a seed.
  const county = openCounty(context);
  if (!county.ok) return refused(county.error);
  const waiting = waitingDraw(context, county.value, word);
  if (!waiting.ok) return refused(waiting.error);
  const seed = await publicSeedOf(context, options, waiting.value);
  if (!seed.ok) return refused(seed.error);
  const changed = await changeCounty<Drawn>({ context, command: `draw ${word}`, build: (locked) => buildDraw({ context, county: locked, word, publicSeed: seed.value, before: waiting.value }) });
  return changed.ok ? report(context, changed.value.value, changed.value.notices) : refused(changed.error);
};

const publicSeedOf = (context: Context, options: OptionValues, { current: { inputs: { sealed }, registry }, start, terms, commitment }: Waiting): Promise<Outcomes<PublicSeed>> => {
  const sources = parseSeedSources(terms.lines);
  const round = start.round === 0 ? '' : `，第 ${start.round} 轮补抽`;
  const about = [`即将抽取：${sealed.batch.number} ${sealed.batch.name}（${sealed.drawId}${round}）`, `${start.round === 0 ? '封存摘要 C' : `补抽摘要 C${start.round}`}  ${commitment}`];
  return sources.ok ? seedInput({ context, options, sources: sources.value, agencies: registry.agencies, about }) : Promise.resolve(sources);
};

const waitingDraw = (context: Context, { workspace, now }: County, word: string): Outcomes<Waiting> => {
  const found = currentDraw({ context, workspace, word });
  if (!found.ok) return found;
  const current = found.value;
  const { draw: { drawId, stage }, inputs, notice } = current;
  const over = overProblems(current.draw);
  if (over.length > 0) return failed(...over);
  if (stage.open === undefined || (stage.open > 0 && notice === undefined)) return failed({ code: 'already-drawn', severity: 'error', fields: { drawId } });
  const terms = notice === undefined ? inputs.sealed.seed : notice.seed;
  if (epochSecondsOf(now.at) < epochSecondsOf(terms.notBefore)) return failed({ code: 'not-yet-before', severity: 'error', fields: { notBefore: terms.notBefore, now: now.at } });
  const start = notice === undefined ? mainStart(inputs) : laterStart({ ...inputs, rounds: current.rounds, before: current.before, changes: notice.changes.map(({ change }) => change) });
  const { hash } = context.host;
  const commitment = notice === undefined ? commitmentOf(inputs.sealed, hash) : noticeDigest(notice, hash);
  return { ok: true, value: { current, start, terms, commitment, ledgerHead: workspace.ledger.head } };
};

interface BuildDrawInput {
  readonly context: Context;
  readonly county: County;
  readonly word: string;
  readonly publicSeed: PublicSeed;
  /** As read before the lock was taken. */
  readonly before: Waiting;
}

const buildDraw = async ({ context, county, word, publicSeed, before }: BuildDrawInput): Promise<Outcomes<ChangeSet<Drawn>>> => {
  const { hash } = context.host;
  const isSame = before.ledgerHead.digest === county.workspace.ledger.head.digest;
  const waiting = isSame ? { ok: true as const, value: before } : waitingDraw(context, county, word);
  if (!waiting.ok) return waiting;
  const { current, start } = waiting.value;
  const { inputs, texts } = current;
  const { sealed } = inputs;
  const used = usedBefore(current, publicSeed);
  if (used !== undefined) return failed({ code: 'seed-used-before', severity: 'error', fields: { round: used } });
  const secret = secretOf({ workspace: county.workspace, sealed, hash });
  if (!secret.ok) return secret;
  context.progress.step('抽取检查对象和执法检查人员');
  const round = drawRound({ ...inputs, start, publicSeed, secret: secret.value, now: county.now, hash });
  const appended = appendEvents({ county, events: [round.event], hash });
  const record = recordFiles({ drawId: sealed.drawId, texts: new Map([...texts, ...round.texts]), ledgerText: appended.ledgerText, hash });
  const names = namesOf({ context, workspace: county.workspace, current });
  if (!names.ok) return names;
  context.progress.step('写出派发表和审批表');
  const rounds = [...current.rounds, { targets: round.targets, assignments: round.match.assignments ?? [] }];
  const dispatch = await dispatchFiles({ current: { ...current, rounds, before: actingChanges(current) }, names: names.value, hash, progress: context.progress });
  const value: Drawn = { waiting: waiting.value, names: names.value, round, files: dispatch.map(({ path }) => path) };
  return { ok: true, value: { files: [...record, ...dispatch], ledger: appended.ledger, value } };
};

/** The round that had the same public lines: a known seed is no seed. */
const usedBefore = ({ record, draw: { stage } }: CurrentDraw, { lines }: PublicSeed): number | undefined => {
  const text = lines.map(publicLineText).join('\n');
  return record.rounds.slice(0, stage.drawn).find(({ seed }) => seed.ok && seed.value?.lines.map(({ line }) => line).join('\n') === text)?.round;
};

const report = ({ options, host }: Context, { waiting: { current: { inputs, registry }, start }, names, round, files }: Drawn, notices: readonly AnyProblem[]): Outcome => {
  const { drawId, batch, publication } = inputs.sealed;
  const { document } = round.match;
  const mark = options.rehearsal ? '【演练】' : '';
  const data = { drawId, round: start.round, targets: round.targets.length, outcome: document.outcome, entropyTenthBits: round.seed.tenthBits, warnings: round.seed.warnings, files, rehearsal: options.rehearsal };
  const head = [...seedWarningLines(round.seed.warnings, host.columns()), `${mark}${batch.number} ${batch.name}（${drawId}）${start.round === 0 ? '' : `第 ${start.round} 轮补抽`}：抽取检查对象 ${round.targets.length} 户。`];
  if (document.outcome === 'infeasible') {
    const registries = { ...registry, names: [...names].map(([id, name]) => ({ id, name })) };
    const why = explainShortage({ agencies: document.agencies, registries, columns: host.columns(), isDrawn: true });
    return { exit: EXIT.infeasible, lines: [...head, ...why], data: { ...data, agencies: document.agencies }, problems: [...notices, { code: 'draw-infeasible', severity: 'error', fields: { batch: batch.number } }] };
  }
  const people = new Set((round.match.assignments ?? []).flatMap(({ inspectors }) => inspectors));
  return done({
    lines: [
      ...head,
      `派出执法检查人员 ${people.size} 名，${document.agencies.length} 个部门。`,
      `派发表和审批表在 ${dispatchFolder(drawId)}/，共 ${files.length} 份。`,
      publication === 'at-once' ? '下一步：ssj publish draw 公示名单。' : '下一步：检查全部结束后 ssj reveal 揭示密钥，再 ssj publish draw 公示名单；在此之前 ssj publish draw 只公示数量和摘要。',
    ],
    data,
    problems: notices,
  });
};
