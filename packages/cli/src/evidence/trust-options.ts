/** Whom the person at the keyboard vouches for: `--trust` and `--trust-key`. */
import type { X509Certificate } from 'node:crypto';
import { resolve } from 'node:path';
import { FINGERPRINT_LENGTH, keyDigest, type TrustedKey } from '@shuangsuiji/core';
import type { OptionValues } from '../command-action.js';
import type { Context } from '../context.js';
import { failed, type Outcomes } from '../county/county.js';
import { listOption } from '../county/options.js';
import { readInput } from '../county/read-input.js';
import { textOf } from '../workspace/open-workspace.js';
import { readKeyCard } from './key-files.js';
import { readRoots } from './read-roots.js';

export interface Trust {
  readonly roots: readonly X509Certificate[];
  readonly keys: readonly TrustedKey[];
}

/** Of somebody who vouches for nobody. */
export const NO_TRUST: Trust = { roots: [], keys: [] };

export const trustOptions = (context: Context, options: OptionValues): Outcomes<Trust> => {
  const roots: X509Certificate[] = [];
  for (const file of listOption(options, 'trust')) {
    const bytes = readInput(context, file);
    if (!bytes.ok) return bytes;
    const found = readRoots(textOf(bytes.value));
    if (found === undefined) return failed({ code: 'trust-file-bad', severity: 'error', fields: { file } });
    roots.push(...found);
  }
  const keys: TrustedKey[] = [];
  for (const raw of listOption(options, 'trustKey')) {
    const key = trustedKey(context, raw);
    if (!key.ok) return key;
    keys.push(key.value);
  }
  return { ok: true, value: { roots, keys } };
};

const FINGERPRINT = new RegExp(`^[0-9a-f]{${String(FINGERPRINT_LENGTH)},64}$`);

/** A file stands before a fingerprint of the same name. */
const trustedKey = (context: Context, raw: string): Outcomes<TrustedKey> => {
  const { host } = context;
  if (host.stat(resolve(host.cwd(), raw))?.kind !== 'file') return FINGERPRINT.test(raw) ? { ok: true, value: { digest: raw } } : failed({ code: 'trust-key-bad', severity: 'error', fields: { raw } });
  const bytes = readInput(context, raw);
  if (!bytes.ok) return bytes;
  const card = readKeyCard(raw, bytes.value);
  return card.ok ? { ok: true, value: { digest: keyDigest(card.value.publicKey), card: card.value } } : card;
};
