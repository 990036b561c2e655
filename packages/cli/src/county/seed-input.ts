/** Where the public lines of a draw come from: the command line, a file of the beacon, or the room in front of the terminal. */
import type { Agency, PublicLine, SeedSource } from '@shuangsuiji/core';
import { publicSeed, seedSourceText } from '@shuangsuiji/core';
import type { OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { askValues } from './ask-values.js';
import { failed, type Outcomes } from './county.js';
import { drandInput } from './drand-input.js';
import { listOption } from './options.js';
import { testimonyOf } from './witnesses.js';

export interface SeedInput {
  readonly context: Context;
  readonly options: OptionValues;
  /** Sealed, and not yet known from the ledger. */
  readonly sources: readonly SeedSource[];
  readonly agencies: readonly Agency[];
  /** What is about to be drawn, for the room to see. */
  readonly about: readonly string[];
}

/** Every value checked against its sealed source. The program never makes one up. */
export const seedInput = async ({ context, options, sources, agencies, about }: SeedInput): Promise<Outcomes<readonly PublicLine[]>> => {
  const testimony = testimonyOf(context, options, agencies);
  if (!testimony.ok) return testimony;
  const beacon = drandInput({ context, files: listOption(options, 'drand'), sources });
  if (!beacon.ok) return beacon;
  const told = sources.filter(({ kind }) => kind !== 'drand');
  const given = await toldValues({ context, given: listOption(options, 'seed'), sources: told, about });
  if (!given.ok) return given;
  const values = [...given.value];
  const seed = publicSeed({
    sources,
    values: sources.map(({ kind }) => (kind === 'drand' ? beacon.value?.randomness : values.shift()) ?? ''),
    ...testimony.value,
    signature: beacon.value?.signature,
  });
  return seed.ok ? { ok: true, value: seed.value.lines } : seed;
};

interface ToldInput extends Pick<SeedInput, 'context' | 'sources' | 'about'> {
  readonly given: readonly string[];
}

const toldValues = async ({ context, given, sources, about }: ToldInput): Promise<Outcomes<readonly string[]>> => {
  if (given.length > 0 || sources.length === 0) {
    return given.length === sources.length ? { ok: true, value: given } : failed({ code: 'seed-count-differs', severity: 'error', fields: { wanted: sources.length, found: given.length } });
  }
  const { host } = context;
  if (!host.isTerminal.stdin || !host.isTerminal.stderr || context.options.json) {
    return failed({ code: 'seed-value-missing', severity: 'error', fields: { sources: sources.map(seedSourceText) } });
  }
  for (const line of about) host.stderr(`${line}\n`);
  return askValues({ context, sources, question: '种子只用一次，抽取后不能重来。', word: '抽取', command: 'draw' });
};
