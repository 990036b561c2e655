/** Where the public seed's value comes from: the command line, or the room in front of the terminal. */
import type { Agency, SeedProblem, SeedSource, Witness } from '@shuangsuiji/core';
import { agencyResolver, type Digest, publicSeed, type PublicSeed, type Result, seedSourceText, sourceWords } from '@shuangsuiji/core';
import type { OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { failed, type Outcomes } from './county.js';
import { listOption, textOption } from './options.js';
import { digestOfFile } from './why.js';
import { describe, sentenceText } from '../messages/describe.js';
import { seedBanner } from '../present/seed-banner.js';

export interface SeedInput {
  readonly context: Context;
  readonly options: OptionValues;
  /** As sealed. */
  readonly sources: readonly SeedSource[];
  readonly agencies: readonly Agency[];
  /** What is about to be drawn, for the room to see. */
  readonly about: readonly string[];
}

/** Every value checked against its sealed source. The program never makes one up. */
export const seedInput = async ({ context, options, sources, agencies, about }: SeedInput): Promise<Outcomes<PublicSeed>> => {
  const witnesses = witnessesOf(listOption(options, 'witness'), agencies);
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
  for (const line of about) host.stderr(`${line}\n`);
  const asked = await askAll(context, sources);
  return asked.ok ? check(asked.value) : asked;
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

/** Asks for each value twice and shows it large, so that the room can see what is typed; nothing is drawn before the room agrees. */
const askAll = async (context: Context, sources: readonly SeedSource[]): Promise<Outcomes<readonly string[]>> => {
  const values: string[] = [];
  for (const source of sources) {
    const value = await askOne(context, source);
    if (value === undefined) return STOPPED;
    values.push(value);
  }
  const answer = await context.host.ask('种子只用一次，抽取后不能重来。在场各方确认无误，请输入“抽取”：');
  return answer?.trim() === '抽取' ? { ok: true, value: values } : STOPPED;
};

const STOPPED = failed({ code: 'interrupted', severity: 'error', fields: { command: 'draw' } });

/** A value that does not have its form is told at once and asked for again. `undefined` after Ctrl-C. */
const askOne = async ({ host }: Context, source: SeedSource): Promise<string | undefined> => {
  const name = seedSourceText(source);
  for (;;) {
    const first = await host.ask(`请输入 ${name} 的值（${sourceWords(name)}）：`);
    if (first === undefined) return undefined;
    const checked = publicSeed({ sources: [source], values: [first], witnesses: [] });
    if (!checked.ok) {
      for (const problem of checked.error) host.stderr(`${sentenceText(describe(problem))}\n`);
      continue;
    }
    const second = await host.ask('请再输入一遍：');
    if (second === undefined) return undefined;
    if (first === second) {
      host.stderr(`${seedBanner(first, host.columns())}\n`);
      return first;
    }
    host.stderr('两次输入不一样，请重新输入。\n');
  }
};
