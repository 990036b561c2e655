/** What speaks against one piece of evidence: whose draw it is of, over which statement, and whether it is right in itself (record-format R13). */
import type { DrawId } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import type { EvidenceDocument } from '../record/evidence.js';
import { cardTime, isSignatureRight } from '../record/signature.js';
import { statementDigest } from '../record/statement.js';
import type { RoundStatement } from '../record/statements-of.js';
import type { Finding } from './findings.js';
import type { TokenReading } from './token-reading.js';

export interface EvidenceFaultsInput {
  /** For naming it. */
  readonly file: string;
  readonly document: EvidenceDocument;
  readonly drawId: DrawId;
  readonly statements: readonly RoundStatement[];
  /** What the host found in it, where it is a token. */
  readonly token?: TokenReading | undefined;
  readonly hash: HashText;
}

/** Nothing where it may be believed as far as it goes. */
export const evidenceFaults = (input: EvidenceFaultsInput): readonly Finding[] => {
  const { file, document, drawId, statements, hash } = input;
  const where = { file };
  if (document.drawId !== drawId) return [{ code: 'evidence-of-other-draw', severity: 'error', where, fields: { drawId, other: document.drawId } }];
  const announced = statements.find(({ round }) => round === document.round);
  if (announced === undefined) return [{ code: 'round-not-announced', severity: 'error', where, fields: { round: document.round } }];
  const { noticeFile, statement } = announced;
  if (statement === undefined) return [{ code: 'file-missing', severity: 'error', where: { file: noticeFile }, fields: {} }, ...proofFaults(input)];
  const expected = statementDigest({ ...statement, hash });
  if (document.statement !== expected) return [{ code: 'statement-differs', severity: 'error', where, fields: { found: document.statement, expected } }];
  return proofFaults(input);
};

const proofFaults = ({ file, document, token }: EvidenceFaultsInput): readonly Finding[] => {
  const where = { file };
  switch (document.format) {
    case 'ssj-signature/1': {
      const { card, signedAt } = document;
      if (!isSignatureRight(document)) return [{ code: 'signature-wrong', severity: 'error', where, fields: {} }];
      if (cardTime(card, signedAt) === 'valid') return [];
      return [{ code: 'key-not-valid-then', severity: 'error', where, fields: { signedAt, validFrom: card.validFrom, validUntil: card.validUntil } }];
    }
    case 'ssj-timestamp/1':
      if (token?.ok === true) return [];
      if (token === undefined || token.reason === 'algorithm-unknown') return [{ code: 'token-unread', severity: 'error', where, fields: { reason: token?.reason ?? '' } }];
      return [{ code: 'token-wrong', severity: 'error', where, fields: { reason: token.reason } }];
    case 'ssj-written/1':
      return [];
    default:
      return document satisfies never;
  }
};
