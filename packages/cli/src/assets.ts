/** Files that come with the program: the sample county, the code tables, the worked cases. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Program } from '@shuangsuiji/core';

const ASSETS = join(import.meta.dirname, 'assets');

/** Path of the sample county's folder. */
export const SAMPLE_COUNTY = join(ASSETS, 'county');

/** The built-in worked cases, one file for each scheme. */
export const BUILT_IN_VECTORS = ['ssj-1.json', 'ssj-2.json'] as const;
export const builtInVectors = (name: (typeof BUILT_IN_VECTORS)[number]): string => readFileSync(join(ASSETS, 'vectors', name), 'utf8');

const groundsSchema = z.object({ entries: z.array(z.object({ value: z.string() })) });

/** Grounds of recusal (回避事由), which are data with date and source. */
export const recusalGrounds = (): readonly string[] =>
  groundsSchema.parse(JSON.parse(readFileSync(join(ASSETS, 'codes', 'recusal-grounds.json'), 'utf8'))).entries.map(({ value }) => value);

/** Name and version as they go into seals. */
export const PROGRAM: Program = { name: 'shuangsuiji', version: '0.1.0' };
