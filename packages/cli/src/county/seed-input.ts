/** Where the public seed's value comes from: the command line, or the room in front of the terminal. */
import type { SeedProblem, SeedSource, Witness } from '@shuangsuiji/core';
import { type Digest, isDigest, publicSeed, type PublicSeed, type Result, seedSourceText } from '@shuangsuiji/core';
import { resolve } from 'node:path';
import type { OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { fileProblemOf } from '../excel/file-problem-of.js';
import { failed, type Outcomes } from './county.js';
import { listOption, textOption } from './options.js';
import { seedBanner } from '../present/seed-banner.js';

export interface SeedInput {
  readonly context: Context;
  readonly options: OptionValues;
  /** As sealed. */
  readonly sources: readonly SeedSource[];
}

/** Every value checked against its sealed source. The program never makes one up. */
export const seedInput = async ({ context, options, sources }: SeedInput): Promise<Outcomes<PublicSeed>> => {
  const witnesses = witnessesOf(listOption(options, 'witness'));
  if (!witnesses.ok) return witnesses;
  const sheet = sheetOf(context, textOption(options, 'sheet'));
  if (!sheet.ok) return sheet;
  const check = (values: readonly string[]): Result<PublicSeed, readonly SeedProblem[]> => publicSeed({ sources, values, witnesses: witnesses.value, sheet: sheet.value });
  const given = listOption(options, 'seed');
  if (given.length > 0) return check(given);
  const { host } = context;
  if (!host.isTerminal.stdin || !host.isTerminal.stderr || context.options.json) {
    return failed({ code: 'seed-value-missing', severity: 'error', fields: { sources: sources.map(seedSourceText) } });
  }
  const asked = await askAll(context, sources);
  return asked.ok ? check(asked.value) : asked;
};

const witnessesOf = (given: readonly string[]): Outcomes<readonly Witness[]> => {
  const parts = given.map((raw) => /^\s*([^@＠]+?)\s*[@＠]\s*(\S.*?)\s*$/.exec(raw));
  const bad = given.filter((_, index) => parts[index] === null);
  if (bad.length > 0) return failed(...bad.map((raw) => ({ code: 'witness-bad', severity: 'error', fields: { raw } }) as const));
  return { ok: true, value: parts.flatMap((part) => (part?.[1] === undefined || part[2] === undefined ? [] : [{ name: part[1], agency: part[2] }])) };
};

const sheetOf = ({ host }: Context, file: string | undefined): Outcomes<Digest | undefined> => {
  if (file === undefined) return { ok: true, value: undefined };
  try {
    const digest = host.hashBytes(host.readFile(resolve(host.cwd(), file)));
    if (!isDigest(digest)) throw new TypeError('sheetOf: the host gave no digest');
    return { ok: true, value: digest };
  } catch (error) {
    if (error instanceof TypeError) throw error;
    return failed(fileProblemOf(file, error));
  }
};

/** Asks for each value twice and shows it large, so that the room can see what is typed. */
const askAll = async ({ host }: Context, sources: readonly SeedSource[]): Promise<Outcomes<readonly string[]>> => {
  const values: string[] = [];
  for (const source of sources) {
    const name = seedSourceText(source);
    for (;;) {
      const first = await host.ask(`请输入 ${name} 的值：`);
      if (first === undefined) return failed({ code: 'interrupted', severity: 'error', fields: { command: 'draw' } });
      const second = await host.ask('请再输入一遍：');
      if (second === undefined) return failed({ code: 'interrupted', severity: 'error', fields: { command: 'draw' } });
      host.stderr(`${seedBanner(first, host.columns())}\n`);
      if (first === second) {
        values.push(first);
        break;
      }
      host.stderr('两次输入不一样，请重新输入。\n');
    }
  }
  return { ok: true, value: values };
};
