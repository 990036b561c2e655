/** Who saw the dice fall, and what they signed, as the command line gives it. */
import { type Agency, agencyResolver, type Digest, type Witness } from '@shuangsuiji/core';
import type { OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { failed, type Outcomes } from './county.js';
import { listOption, textOption } from './options.js';
import { digestOfFile } from './why.js';

export interface Testimony {
  readonly witnesses: readonly Witness[];
  /** Digest of the signed sheet. */
  readonly sheet: Digest | undefined;
}

/** `--witness` and `--sheet`. */
export const testimonyOf = (context: Context, options: OptionValues, agencies: readonly Agency[]): Outcomes<Testimony> => {
  const witnesses = witnessesOf(listOption(options, 'witness'), agencies);
  if (!witnesses.ok) return witnesses;
  const sheet = sheetOf(context, textOption(options, 'sheet'));
  return sheet.ok ? { ok: true, value: { witnesses: witnesses.value, sheet: sheet.value } } : sheet;
};

/** An agency of the registry goes by its name, whichever of its words was typed: two aliases are not two agencies. */
const witnessesOf = (given: readonly string[], agencies: readonly Agency[]): Outcomes<readonly Witness[]> => {
  const { resolve: codeOf } = agencyResolver({ agencies });
  const nameOf = (raw: string): string => agencies.find(({ code }) => code === codeOf(raw))?.name ?? raw;
  const parts = given.map((raw) => /^\s*([^@＠]+?)\s*[@＠]\s*(\S.*?)\s*$/.exec(raw));
  const bad = given.filter((_, index) => parts[index] === null);
  if (bad.length > 0) return failed(...bad.map((raw) => ({ code: 'witness-bad', severity: 'error', fields: { raw } }) as const));
  return { ok: true, value: parts.flatMap((part) => (part?.[1] === undefined || part[2] === undefined ? [] : [{ name: part[1], agency: nameOf(part[2]) }])) };
};

const sheetOf = (context: Context, file: string | undefined): Outcomes<Digest | undefined> => (file === undefined ? { ok: true, value: undefined } : digestOfFile(context, file));
