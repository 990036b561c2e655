/** Asks the room in front of the terminal for seed values. */
import { publicSeed, type SeedSource, seedSourceText, sourceWords } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import { describe, sentenceText } from '../messages/describe.js';
import { seedBanner } from '../present/seed-banner.js';
import { failed, type Outcomes } from './county.js';

export interface AskInput {
  readonly context: Context;
  readonly sources: readonly SeedSource[];
  /** What the room agrees to, and the word it agrees with: `抽取`. */
  readonly question: string;
  readonly word: string;
  readonly command: string;
}

/** Asks for each value twice and shows it large, so that the room can see what is typed; nothing is done before the room agrees. */
export const askValues = async ({ context, sources, question, word, command }: AskInput): Promise<Outcomes<readonly string[]>> => {
  const stopped = failed({ code: 'interrupted', severity: 'error', fields: { command } });
  const values: string[] = [];
  for (const source of sources) {
    const value = await askOne(context, source);
    if (value === undefined) return stopped;
    values.push(value);
  }
  const answer = await context.host.ask(`${question}在场各方确认无误，请输入“${word}”：`);
  return answer?.trim() === word ? { ok: true, value: values } : stopped;
};

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
