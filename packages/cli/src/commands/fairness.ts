/** `ssj fairness`: how the people of a draw were treated, all from its record. */
import { resolve } from 'node:path';
import { drawHead, type Fairness, fairnessOf, type RecordStory } from '@shuangsuiji/core';
import type { CommandAction, OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { failed, type Outcomes } from '../county/county.js';
import { textOption } from '../county/options.js';
import { refused, toldAs } from '../county/outcome.js';
import { settledAction } from '../county/settled.js';
import { recordData, trustedStory } from '../county/trusted-story.js';
import { writeOutput } from '../county/write-output.js';
import { EXIT } from '../exit-codes.js';
import { voidingWords } from '../messages/told-change.js';
import { fairnessLines } from '../present/fairness.js';
import { recordHeadLines, SECRECY } from '../present/record-head.js';

export const fairness: CommandAction = settledAction(async (context, { args, options }) => {
  const read = await trustedStory(context, String(args[0]));
  if (!read.ok) return read.error;
  const { record, trust } = read.value;
  const told = fairnessOf(record);
  const columns = context.host.columns();
  // A workbook goes from hand to hand without what stands above it on the terminal.
  const written = trust.exit === EXIT.done ? await writeReport({ context, options, record, told }) : { ok: true as const, value: undefined };
  if (!written.ok) return refused(written.error);
  const file = written.value;
  const lines = [...recordHeadLines({ record, trust, columns }), ...(await fairnessLines({ fairness: told, columns })), ...fileLines(context, options, file)];
  return { exit: trust.exit, lines, data: { ...recordData(read.value), ...(file === undefined ? {} : { file }), fairness: { rounds: told.rounds } }, problems: [] };
});

interface ReportInput {
  readonly context: Context;
  readonly options: OptionValues;
  readonly record: RecordStory;
  readonly told: Fairness;
}

/** The file written, or none where none was asked for. */
const writeReport = async ({ context, options, record, told }: ReportInput): Promise<Outcomes<string | undefined>> => {
  const output = textOption(options, 'output');
  if (output === undefined) return { ok: true, value: undefined };
  const { inputs: { sealed }, registry: { agencies }, voiding, secret, hash } = record;
  if (told.rounds.every(({ kind }) => kind === 'waiting')) return failed({ code: 'not-drawn-yet', severity: 'error', fields: { drawId: sealed.drawId } });
  const warnings = [...(voiding === undefined ? [] : [voidingWords(voiding)]), ...(secret.kind === 'unknown' ? [SECRECY] : [])];
  const { fairnessWorkbook } = await import('../sheets/fairness-workbook.js');
  const bytes = await fairnessWorkbook({ head: drawHead({ sealed, agencies, hash }), fairness: told, warnings });
  const file = resolve(context.host.cwd(), output);
  const written = writeOutput(context, file, bytes);
  return written.ok ? { ok: true, value: file } : written;
};

const fileLines = (context: Context, options: OptionValues, file: string | undefined): readonly string[] => {
  if (file !== undefined) return ['', ...toldAs(context.options, [`已写出 ${file}`])];
  return textOption(options, 'output') === undefined ? [] : ['', '存档没有通过核验，所以没有写出工作簿。'];
};
