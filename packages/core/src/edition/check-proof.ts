/** Holds a proof against a public edition and nothing else (record-format R15.6). */
import type { Digest, TargetId } from '../base/brand.js';
import type { HashText } from '../base/digest.js';
import { readJsonDocument } from '../base/read-json-lines.js';
import type { DrawnTarget } from '../draw/draw-targets.js';
import { ticket } from '../draw/ticket.js';
import { leafDigest, rootFrom } from '../record/frame-tree.js';
import type { RecordTexts } from '../record/paths.js';
import { compareValues } from '../verify/compare-texts.js';
import { type Finding, type PointVerdict, verdictOf, worstVerdict } from '../verify/findings.js';
import { guarded } from '../verify/verify-record.js';
import { ticketKey } from './check-public-targets.js';
import { openEdition, type OpenedEdition } from './opened-edition.js';
import { type Proof, type ProofRound, proofSchema } from './proof-document.js';
import { verifyPublic } from './verify-public.js';

export interface CheckProofInput {
  /** Only for naming it in findings. */
  readonly file: string;
  /** The proof as it came. */
  readonly text: string;
  /** All files of the public edition. */
  readonly edition: RecordTexts;
  readonly hash: HashText;
}

export interface ProofCheck {
  /** `identical` only where the edition is as well. */
  readonly verdict: PointVerdict;
  /** Of the public edition alone. */
  readonly edition: PointVerdict;
  readonly proof?: Proof | undefined;
  readonly findings: readonly Finding[];
}

/** Never throws on any content. */
export const checkProof = ({ file, text, edition: texts, hash }: CheckProofInput): ProofCheck => {
  const edition = verifyPublic({ texts, hash }).verdict;
  const reading = readJsonDocument({ file, text, schema: proofSchema });
  const findings = reading.ok ? guarded(() => checkParts(file, reading.value, openEdition(texts, hash))) : reading.error;
  return { verdict: worstVerdict([edition, verdictOf(findings)]), edition, proof: reading.ok ? reading.value : undefined, findings };
};

const checkParts = (file: string, proof: Proof, edition: OpenedEdition): readonly Finding[] => {
  const { document, notice, reveal, rounds, hash } = edition;
  if (!document.ok || !notice.ok || !reveal.ok) return [{ code: 'depends-on', severity: 'error', fields: { files: [document, notice, reveal].flatMap((part) => (part.ok ? [] : part.error.map(({ where }) => where?.file ?? ''))) } }];
  const { scheme, drawId } = document.value;
  const root = rootFrom({ scheme, hash }, leafDigest({ scheme, hash }, proof), proof.path);
  return [
    ...compareValues({ file, field: 'scheme', recorded: proof.scheme, replayed: scheme }),
    ...compareValues({ file, field: 'drawId', recorded: proof.drawId, replayed: drawId }),
    ...compareValues({ file, field: 'frameRoot', recorded: proof.frameRoot, replayed: notice.value.frameRoot }),
    ...compareValues({ file, field: 'path', recorded: root, replayed: notice.value.frameRoot }),
    ...compareValues({ file, field: 'rounds', recorded: proof.rounds.map(({ round }) => round), replayed: rounds.map(({ round }) => round) }),
    ...proof.rounds.flatMap((stated, index): readonly Finding[] => {
      const opened = rounds[index];
      if (opened === undefined) return [];
      const key = ticketKey({ document: document.value, reveal: reveal.value }, opened, hash);
      const drawn = rounds.map(({ targets }) => (targets.ok ? targets.value : []));
      if (key === undefined) return [{ code: 'not-revealed', severity: 'error', fields: { revealBy: document.value.seed.secret?.revealBy ?? '' } }];
      const left = document.value.rounds.slice(0, index + 1).some((round) => 'changes' in round && round.changes.some(({ kind }) => kind === 'target-withdrawn'));
      return checkRound({ file, proof, stated, index, ticket: ticket({ scheme, key, id: proof.id, balls: 1, hash }), drawn, left });
    }),
  ];
};

interface RoundInput {
  readonly file: string;
  readonly proof: Pick<Proof, 'id' | 'stratum'>;
  readonly stated: ProofRound;
  readonly index: number;
  /** Recomputed. */
  readonly ticket: Digest;
  /** Drawn targets of all rounds. */
  readonly drawn: readonly (readonly DrawnTarget[])[];
  /** Some target was withdrawn up to this round. */
  readonly left: boolean;
}

/** What a round made of the target: drawn before, withdrawn as the office states, or in the pool and up to the cut-off or not. */
const checkRound = ({ file, proof: { id, stratum }, stated, index, ticket: own, drawn, left }: RoundInput): readonly Finding[] => {
  const wasDrawn = drawn.slice(0, index).some((rows) => has(rows, id));
  const rows = (drawn[index] ?? []).filter((row) => row.stratum === stratum);
  const isDrawn = has(drawn[index] ?? [], id);
  const field = `rounds.${index}`;
  if (wasDrawn || 'out' in stated) {
    // Nobody withdrawn can be drawn, and nobody can be out before the first change.
    const expected = wasDrawn ? 'drawn' : left && !isDrawn ? 'withdrawn' : '';
    return compareValues({ file, field, recorded: 'out' in stated ? stated.out : '', replayed: expected });
  }
  const last = rows.at(-1);
  const isBelow = last !== undefined && (own < last.ticket || (own === last.ticket && id <= last.id));
  return [
    ...compareValues({ file, field: `${field}.ticket`, recorded: stated.ticket, replayed: own }),
    ...compareValues({ file, field: `${field}.cutOff`, recorded: stated.cutOff ?? '', replayed: last?.ticket ?? '' }),
    ...compareValues({ file, field: `${field}.isDrawn`, recorded: [stated.isDrawn, isBelow], replayed: [isDrawn, isDrawn] }),
  ];
};

const has = (rows: readonly DrawnTarget[], id: TargetId): boolean => rows.some((row) => row.id === id);
