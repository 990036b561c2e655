/** The office's secret: committed to before the public seed exists, revealed after the last visit (draw-spec D2.5). @zh 密钥 */
import type { Digest, DrawId } from '../base/brand.js';
import { digestOf, type HashText, isDigest } from '../base/digest.js';

/** The strings hashed start with the scheme; rehearsals have their own (D9). */
export interface SecretInput {
  readonly scheme: string;
  readonly drawId: DrawId;
  readonly secret: Digest;
  readonly hash: HashText;
}

/** 64 lower-case hex characters. */
export const isSecret = isDigest;

/** What the seal holds of the secret. @zh 密钥承诺 */
export const secretCommitment = ({ scheme, drawId, secret, hash }: SecretInput): Digest =>
  digestOf(`${scheme} secret\n${drawId}\n${secret}\n`, hash);

/** The secret of a rehearsal, which everybody can know (D9). */
export const rehearsalSecret = ({ drawId, hash }: { readonly drawId: DrawId; readonly hash: HashText }): Digest =>
  digestOf(`ssj/1-rehearsal secret seed\n${drawId}\n`, hash);
