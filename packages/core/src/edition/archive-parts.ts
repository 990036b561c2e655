/** What a public edition is made from, read out of an archive; nothing is published before it may be. */
import type { HashText } from '../base/digest.js';
import { err, ok, type Result } from '../base/result.js';
import { isRehearsal } from '../draw/scheme.js';
import { neutralStrata, type TreeSetting } from '../record/frame-tree.js';
import type { RoundNotice, SealingNotice } from '../record/notice.js';
import type { ParsedLedger } from '../record/parse-ledger.js';
import { type RecordTexts, roundPaths } from '../record/paths.js';
import { missing } from '../record/read-sealed.js';
import type { DrawnTargetRow, RevealDocument, SeedDocument } from '../record/round-schemas.js';
import type { Sealed } from '../record/sealed.js';
import { openRecord, type OpenedRound } from '../verify/opened-record.js';
import type { EditionProblem } from './problems.js';

/** A round that was drawn. */
export interface ArchiveRound {
  readonly round: number;
  /** Of a later round. */
  readonly notice: RoundNotice | undefined;
  readonly seed: SeedDocument;
  /** Strata as sealed. */
  readonly targets: readonly DrawnTargetRow[];
}

export interface ArchiveParts {
  readonly sealed: Sealed;
  readonly sealing: SealingNotice;
  readonly ledger: ParsedLedger;
  readonly rounds: readonly ArchiveRound[];
  readonly reveal: RevealDocument | undefined;
  readonly setting: TreeSetting;
  /** From sealed names to neutral ones. */
  readonly strata: ReadonlyMap<string, string>;
}

/** The parts, or why they may not or cannot be published. */
export const archiveParts = (texts: RecordTexts, hash: HashText): Result<ArchiveParts, readonly EditionProblem[]> => {
  const { sealed, salt, ledger, reveal, rounds } = openRecord(texts, hash);
  if (!sealed.ok || !salt.ok || !ledger.ok || !reveal.ok) return err([sealed, salt, ledger, reveal].flatMap((part) => (part.ok ? [] : part.error)));
  const drawn = drawnRounds(rounds);
  const sealing = sealingOf(rounds[0]);
  if (!drawn.ok || !sealing.ok) return err([drawn, sealing].flatMap((part) => (part.ok ? [] : part.error)));
  const refusal = refusalOf(sealed.value, reveal.value, drawn.value);
  if (refusal !== undefined) return err([refusal]);
  const setting = { scheme: sealed.value.scheme, salt: salt.value.salt, hash };
  const strata = neutralStrata(sealed.value.strata.map(({ name }) => name), setting);
  return ok({ sealed: sealed.value, sealing: sealing.value, ledger: ledger.value, rounds: drawn.value, reveal: reveal.value, setting, strata });
};

/** Drawn targets are named only after the last visit, or where the seal says at once. A void draw need not have been drawn. */
const refusalOf = ({ drawId, scheme, seed }: Sealed, reveal: RevealDocument | undefined, rounds: readonly ArchiveRound[]): EditionProblem | undefined => {
  if (rounds.length === 0 && reveal === undefined) return { code: 'not-drawn-yet', severity: 'error', fields: { drawId } };
  if (seed.secret === undefined || reveal !== undefined || isRehearsal(scheme)) return undefined;
  return { code: 'edition-before-reveal', severity: 'error', fields: { drawId, revealBy: seed.secret.revealBy } };
};

const sealingOf = ({ notice }: OpenedRound): Result<SealingNotice, readonly EditionProblem[]> => {
  if (!notice.ok) return notice;
  return notice.value !== undefined && notice.value.round === 0 && 'frameRoot' in notice.value ? ok(notice.value) : err([missing(roundPaths(0).notice)]);
};

/** A round that was announced and never drawn, since the draw was voided, has nothing to publish. */
const drawnRounds = (rounds: readonly OpenedRound[]): Result<readonly ArchiveRound[], readonly EditionProblem[]> => {
  const drawn: ArchiveRound[] = [];
  const problems: EditionProblem[] = [];
  for (const { round, notice, seed, targets } of rounds) {
    if (!notice.ok || !seed.ok || !targets.ok) problems.push(...[notice, seed, targets].flatMap((part) => (part.ok ? [] : part.error)));
    else if (seed.value !== undefined || targets.value !== undefined) {
      const paths = roundPaths(round);
      const later = notice.value !== undefined && 'changes' in notice.value ? notice.value : undefined;
      if (seed.value === undefined) problems.push(missing(paths.seed));
      else if (targets.value === undefined) problems.push(missing(paths.targets));
      else if (round > 0 && later === undefined) problems.push(missing(paths.notice));
      else drawn.push({ round, notice: later, seed: seed.value, targets: targets.value });
    }
  }
  return problems.length > 0 ? err(problems) : ok(drawn);
};
