/** `ssj demo`: a sample county goes the whole way, as a rehearsal. */
import { join, relative, resolve } from 'node:path';
import { EMPTY_HEAD, ledgerLines, settingsSchema, timestampAt } from '@shuangsuiji/core';
import { PROGRAM, SAMPLE_COUNTY } from '../assets.js';
import type { CommandAction, Invocation } from '../command-action.js';
import type { Context, Outcome } from '../context.js';
import { done, refused } from '../county/outcome.js';
import { EXIT } from '../exit-codes.js';
import { markedLines } from '../present/rehearsal.js';
import { createWorkspace } from '../workspace/create-workspace.js';
import { draw } from './draw.js';
import { importCommand } from './import.js';
import { plan } from './plan.js';
import { publish } from './publish.js';
import { revealCommand } from './reveal.js';
import { sealCommand } from './seal.js';
import { verify } from './verify.js';

const BATCH = '2026-JH-05';
/** Twenty ten-sided dice as they might fall. */
const DICE = '08772473296991897540';
const WITNESSES = ['见证人甲@市场监督管理局', '见证人乙@卫生健康委员会'] as const;
const SHEET = '掷骰记录〔演练〕.txt';
const SHEET_TEXT = `掷骰记录〔演练〕\n十面骰 20 枚，点数依次为 ${DICE}\n见证人：${WITNESSES.join('、')}\n（演练用，未签字）\n`;

interface Step {
  readonly words: string;
  readonly action: CommandAction;
  readonly invocation: Invocation;
}

const STEPS: readonly Step[] = [
  { words: 'ssj import', action: importCommand, invocation: { args: [], options: {} } },
  { words: `ssj plan ${BATCH}`, action: plan, invocation: { args: [BATCH], options: {} } },
  { words: 'ssj publish plan', action: publish, invocation: { args: ['plan'], options: {} } },
  { words: `ssj seal ${BATCH} --seed dice:d10x20 --rehearsal`, action: sealCommand, invocation: { args: [BATCH], options: { seed: ['dice:d10x20'] } } },
  {
    words: `ssj draw ${BATCH} --seed ${DICE} --witness ${WITNESSES.join(' --witness ')} --sheet ${SHEET} --rehearsal`,
    action: draw,
    invocation: { args: [BATCH], options: { seed: [DICE], witness: WITNESSES, sheet: SHEET } },
  },
  { words: `ssj publish draw ${BATCH} --rehearsal`, action: publish, invocation: { args: ['draw', BATCH], options: {} } },
  { words: `ssj reveal ${BATCH} --rehearsal`, action: revealCommand, invocation: { args: [BATCH], options: {} } },
  { words: `ssj publish draw ${BATCH} --rehearsal`, action: publish, invocation: { args: ['draw', BATCH], options: {} } },
  { words: `ssj verify ${BATCH} --rehearsal`, action: verify, invocation: { args: [BATCH], options: {} } },
];

export const demo: CommandAction = async (context) => {
  const { host } = context;
  const dir = resolve(host.cwd(), context.options.dir ?? '精河2026');
  const inside: Context = { ...context, options: { ...context.options, dir, rehearsal: true, dryRun: false } };
  const made = await makeSampleCounty(inside, dir);
  if (made !== undefined) return made;
  const say = (text: string): void => {
    if (!context.options.quiet && !context.options.json) host.stderr(`${text}\n`);
  };
  say(`样例县已写到 ${dir}（12,362 户检查对象、208 名执法检查人员、172 个抽查事项、24 个批次，全部为虚构）`);
  let last: Outcome | undefined;
  for (const { words, action, invocation } of stepsIn(dir)) {
    context.progress.done();
    say(`\n$ ${words}`);
    last = await action(inside, invocation);
    context.progress.done();
    for (const line of markedLines(last.lines, true)) say(`  ${line}`);
    if (last.exit !== EXIT.done) return last;
  }
  return done({ lines: ['', '演练完成，核验一致。文件在：', ...placesOf(dir, host.cwd())], data: { dir, verification: last?.data ?? {} } });
};

/** The sheet lies in the county's folder, wherever the person stands. */
const stepsIn = (dir: string): readonly Step[] =>
  STEPS.map((step) => {
    const { options } = step.invocation;
    return options.sheet === undefined ? step : { ...step, invocation: { ...step.invocation, options: { ...options, sheet: join(dir, SHEET) } } };
  });

const placesOf = (dir: string, cwd: string): readonly string[] => {
  const shown = relative(cwd, dir).startsWith('..') ? dir : relative(cwd, dir);
  return [
    `  ${join(shown, '公示')}  抽查计划、封存公告、抽取结果`,
    `  ${join(shown, '派发')}  每个部门的派发表，行政检查审批表`,
    `  ${join(shown, '批次')}  存档（审计从这里复算）`,
    `  ${join(shown, '台账.jsonl')}  台账`,
  ];
};

/** The workbooks of the sample county and its settings in a folder of their own; an outcome where that is refused. */
const makeSampleCounty = async ({ host, progress, options }: Context, dir: string): Promise<Outcome | undefined> => {
  progress.step('写出样例县');
  const workbooks = host.list(SAMPLE_COUNTY).map(({ path }) => ({ path, content: host.readFile(join(SAMPLE_COUNTY, path)) }));
  const files = [...workbooks, { path: SHEET, content: SHEET_TEXT }];
  const settings = settingsSchema.parse(JSON.parse(new TextDecoder().decode(host.readFile(join(SAMPLE_COUNTY, 'ssj.json')))));
  const time = host.now();
  if (!time.ok) return refused(time.error);
  const { authority, year, offset } = settings;
  const ledger = ledgerLines({ head: EMPTY_HEAD, at: timestampAt(time.value.epochSeconds, offset), events: [{ type: 'opened', body: { authority, year, program: PROGRAM } }], hash: host.hash });
  if (options.dryRun) return undefined;
  const created = await createWorkspace({ host, dir, command: 'demo', change: { files, ledger: { text: ledger.text, expectedHead: EMPTY_HEAD }, value: undefined } });
  return created.ok ? undefined : refused(created.error);
};
