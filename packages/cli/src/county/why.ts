/** Reason, person, evidence: what every change and every void draw must carry. */
import { type Digest, isDigest, type Why } from '@shuangsuiji/core';
import type { OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { failed, type Outcomes } from './county.js';
import { textOption } from './options.js';
import { readInput } from './read-input.js';

/** Digest of a file that a person names; the file itself stays where it is. */
export const digestOfFile = (context: Pick<Context, 'host'>, file: string): Outcomes<Digest> => {
  const bytes = readInput(context, file);
  if (!bytes.ok) return bytes;
  const digest = context.host.hashBytes(bytes.value);
  if (!isDigest(digest)) throw new TypeError('digestOfFile: the host gave no digest');
  return { ok: true, value: digest };
};

/** Nothing may be left out: a change that nobody answers for could be anybody's. */
export const whyOf = (context: Context, options: OptionValues): Outcomes<Why> => {
  const [reason, by, evidence] = ['reason', 'by', 'evidence'].map((name) => textOption(options, name)?.trim() ?? '');
  const missing = [...(reason === '' ? ['--reason'] : []), ...(by === '' ? ['--by'] : []), ...(evidence === '' ? ['--evidence'] : [])];
  if (reason === undefined || by === undefined || evidence === undefined || missing.length > 0) return failed({ code: 'why-missing', severity: 'error', fields: { options: missing } });
  const file = textOption(options, 'scan');
  if (file === undefined) return { ok: true, value: { reason, by, evidence } };
  const scan = digestOfFile(context, file);
  return scan.ok ? { ok: true, value: { reason, by, evidence, scan: scan.value } } : scan;
};
