/** Joint seeds (draw-spec D2.8): every party commits to a secret before anybody reveals. @zh 联合种子 */
import type { Digest, DrawId } from '../base/brand.js';
import { digestOf, type HashText } from '../base/digest.js';

export interface JointCommitmentInput {
  readonly scheme: string;
  readonly drawId: DrawId;
  /** Name of the party as it stands in the line. */
  readonly party: string;
  readonly secret: Digest;
  readonly hash: HashText;
}

/** What a party publishes before the reveals. */
export const jointCommitment = ({ scheme, drawId, party, secret, hash }: JointCommitmentInput): Digest =>
  digestOf(`${scheme} commit\n${drawId}\n${party}\n${secret}\n`, hash);

/** The value of the line: all reveals, in the declared order of the parties. */
export const jointValue = ({ secrets, hash }: { readonly secrets: readonly Digest[]; readonly hash: HashText }): Digest =>
  digestOf(secrets.map((secret) => `${secret}\n`).join(''), hash);
