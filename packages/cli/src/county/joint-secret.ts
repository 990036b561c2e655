/** A party's secret on its way from its commitment to its reveal. */
import { type Digest, type DrawId, isSecret } from '@shuangsuiji/core';
import { z } from 'zod';
import { textOf, type Workspace } from '../workspace/open-workspace.js';
import { jointSecretFile } from '../workspace/paths.js';
import { failed, type Outcomes } from './county.js';

const fileSchema = z.object({ secret: z.custom<Digest>(isSecret) });

/** What the host gives is 64 hex characters, or the host is broken. */
export const freshSecret = (secret: string): Digest => {
  if (!isSecret(secret)) throw new TypeError('freshSecret: the host gave no 64 hex characters');
  return secret;
};

export interface JointSecret {
  readonly drawId: DrawId;
  readonly party: string;
  readonly secret: Digest;
}

/** The file that keeps it, for the owner's eyes only. */
export const jointSecretText = ({ drawId, party, secret }: JointSecret): string => `${JSON.stringify({ drawId, party, secret })}\n`;

/** The secret that was made in this county. */
export const jointSecretOf = ({ files }: Workspace, drawId: DrawId, party: string): Outcomes<Digest> => {
  const file = jointSecretFile(drawId, party);
  const bytes = files.read(file);
  if (!bytes.ok) return bytes;
  if (bytes.value === undefined) return failed({ code: 'joint-secret-missing', severity: 'error', fields: { party, file } });
  const secret = parsed(textOf(bytes.value));
  return secret === undefined ? failed({ code: 'hex-bad', severity: 'error', fields: { raw: file } }) : { ok: true, value: secret };
};

const parsed = (text: string): Digest | undefined => {
  try {
    return fileSchema.safeParse(JSON.parse(text)).data?.secret;
  } catch {
    return undefined;
  }
};

/** 64 hex characters as a party sends them. */
export const hexOf = (raw: string): Outcomes<Digest> => {
  const hex = raw.trim().toLowerCase();
  return isSecret(hex) ? { ok: true, value: hex } : failed({ code: 'hex-bad', severity: 'error', fields: { raw } });
};
