/** Keys of people who sign: a private file for the holder alone, a card for everybody. @zh 密钥 */
import { isSoundKey, type KeyCard, keyCardShape, publicKeyOf, toJsonDocument } from '@shuangsuiji/core';
import { z } from 'zod';
import { failed, type Outcomes } from '../county/county.js';
import { textOf } from '../workspace/open-workspace.js';

const PUBLIC = 'ssj-key/1';
const PRIVATE = 'ssj-private-key/1';
const publicSchema = z.strictObject({ format: z.literal(PUBLIC), ...keyCardShape });
const privateSchema = z.strictObject({ format: z.literal(PRIVATE), ...keyCardShape, privateKey: z.string().regex(/^[0-9a-f]{64}$/) });
const eitherSchema = z.discriminatedUnion('format', [publicSchema, privateSchema]);

export interface PrivateKey {
  readonly card: KeyCard;
  /** 64 hex characters. */
  readonly privateKey: string;
}

export const keyCardText = (card: KeyCard): string => toJsonDocument({ format: PUBLIC, ...card });
export const privateKeyText = ({ card, privateKey }: PrivateKey): string => toJsonDocument({ format: PRIVATE, ...card, privateKey });

/** The card in a file, whose key is one that a signature could mean something for. */
export const readKeyCard = (file: string, bytes: Uint8Array): Outcomes<KeyCard> => {
  const key = parsed(bytes);
  if (key?.format === PRIVATE) return failed({ code: 'key-file-private', severity: 'error', fields: { file } });
  if (key === undefined || !isSoundKey(key.publicKey)) return failed({ code: 'key-file-bad', severity: 'error', fields: { file, wanted: 'public' } });
  const { format: _, ...card } = key;
  return { ok: true, value: card };
};

/** A private key with the card that belongs to it. */
export const readPrivateKey = (file: string, bytes: Uint8Array): Outcomes<PrivateKey> => {
  const key = parsed(bytes);
  if (key?.format !== PRIVATE || publicKeyOf(key.privateKey) !== key.publicKey) return failed({ code: 'key-file-bad', severity: 'error', fields: { file, wanted: 'private' } });
  const { format: _, privateKey, ...card } = key;
  return { ok: true, value: { card, privateKey } };
};

const parsed = (bytes: Uint8Array): z.infer<typeof eitherSchema> | undefined => {
  try {
    return eitherSchema.safeParse(JSON.parse(textOf(bytes))).data;
  } catch {
    return undefined;
  }
};
