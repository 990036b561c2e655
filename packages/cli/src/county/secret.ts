/** The office's secret on its way from the seal to its revelation. */
import { type Digest, type HashText, isRehearsal, isSecret, rehearsalSecret, type Sealed, secretCommitment } from '@shuangsuiji/core';
import { z } from 'zod';
import type { Workspace } from '../workspace/open-workspace.js';
import { textOf } from '../workspace/open-workspace.js';
import { secretFile } from '../workspace/paths.js';
import { failed, type Outcomes } from './county.js';

const secretSchema = z.object({ secret: z.custom<Digest>(isSecret) });

export interface SecretOfInput {
  readonly workspace: Workspace;
  readonly sealed: Sealed;
  readonly hash: HashText;
}

/** The secret that the seal commits to, or nothing where it has none. */
export const secretOf = ({ workspace, sealed, hash }: SecretOfInput): Outcomes<Digest | undefined> => {
  const { drawId, scheme, seed } = sealed;
  if (seed.secret === undefined) return { ok: true, value: undefined };
  if (isRehearsal(scheme)) return { ok: true, value: rehearsalSecret({ drawId, hash }) };
  const file = secretFile(drawId);
  const bytes = workspace.files.read(file);
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return failed({ code: 'secret-file-missing', severity: 'error', fields: { file } });
  const secret = parsed(textOf(bytes.value));
  const isSealed = secret !== undefined && secretCommitment({ scheme, drawId, secret, hash }) === seed.secret.commitment;
  return isSealed ? { ok: true, value: secret } : failed({ code: 'secret-file-wrong', severity: 'error', fields: { file } });
};

const parsed = (text: string): Digest | undefined => {
  try {
    return secretSchema.safeParse(JSON.parse(text)).data?.secret;
  } catch {
    return undefined;
  }
};
