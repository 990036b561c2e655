/** A record read for telling what happened to one target or one person: rounds, changes, the state they led to. */
import type { HashText } from '../base/digest.js';
import { err, ok } from '../base/result.js';
import type { AgencyRound } from '../match/agency-round.js';
import type { Exclusion } from '../plan/frame.js';
import { agencyRounds } from '../record/draw-round.js';
import { type AppointedAtVisit, appointedNow } from '../record/appointed-now.js';
import { type DrawState, drawState } from '../record/draw-state.js';
import { roundPaths } from '../record/paths.js';
import { teamModeOf } from '../record/match-team-round.js';
import { missing, type Reading } from '../record/read-sealed.js';
import type { AssignmentRow, DrawnTargetRow, MatchDocument, OddsTableRow } from '../record/round-schemas.js';
import type { RoundStart } from '../record/round-start.js';
import { type SealedInputs, sealedInputs } from '../record/sealed-inputs.js';
import type { TeamOddsTableRow, TeamsDocument } from '../record/team-schemas.js';
import type { ParsedSnapshot } from '../registry/parse-snapshot.js';
import { knownSecret, type KnownSecret, wholeSeed } from '../verify/check-seed.js';
import type { OpenedRecord, OpenedRound } from '../verify/opened-record.js';
import { NOT_DRAWN, notThere, pastRounds, startOf } from '../verify/parts.js';
import { type ToldChange, toldChanges, type Voiding, voidingOf } from './told-changes.js';

/** One round that was sealed or announced. */
export interface RoundStory {
  readonly start: RoundStart;
  /** Absent where the round waits for its seed. */
  readonly drawn?: DrawnStory | undefined;
}

export interface DrawnStory {
  readonly targets: readonly DrawnTargetRow[];
  readonly match: MatchDocument;
  /** Empty where nobody could be assigned. */
  readonly odds: readonly OddsTableRow[];
  readonly assignments: readonly AssignmentRow[];
  /** What every agency had to fill. */
  readonly agencies: readonly AgencyRound[];
  /** Exactly of a round that went in teams; `odds` are empty where it could not be matched. */
  readonly inTeams?: { readonly formations: TeamsDocument['formations']; readonly odds: readonly TeamOddsTableRow[] } | undefined;
  /** All lines, or `undefined` while the secret is not known. */
  readonly seed: string | undefined;
}

export interface RecordStory {
  readonly inputs: SealedInputs;
  readonly registry: ParsedSnapshot;
  readonly exclusions: readonly Exclusion[];
  readonly rounds: readonly RoundStory[];
  /** In the order of the ledger. */
  readonly changes: readonly ToldChange[];
  /** After all rounds and all changes, those not announced yet included: nobody is sent who is known to stay away. */
  readonly now: DrawState;
  /** At the visits that stand then. */
  readonly appointedNow: readonly AppointedAtVisit[];
  readonly voiding?: Voiding | undefined;
  readonly secret: KnownSecret;
  readonly hash: HashText;
}

/** The story, or every problem of the documents that it needs. It holds what the record says: whether that is so, `verifyRecord` tells. */
export const recordStory = (record: OpenedRecord): Reading<RecordStory> => {
  const { sealed, registry, frame, roster, bars, exclusions, reveal, hash } = record;
  if (!sealed.ok || !registry.ok || !frame.ok || !roster.ok || !bars.ok || !exclusions.ok || !reveal.ok) {
    return err([sealed, registry, frame, roster, bars, exclusions, reveal].flatMap((part) => (part.ok ? [] : part.error)));
  }
  const inputs = sealedInputs({ sealed: sealed.value, frame: frame.value, roster: roster.value, bars: bars.value, registry: registry.value });
  const secret = knownSecret(sealed.value, reveal.value, hash);
  const readings = record.rounds.map((opened) => roundStory({ record, opened, inputs, secret }));
  const problems = readings.flatMap((reading) => (reading.ok ? [] : reading.error));
  if (problems.length > 0) return err(problems);
  const rounds = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  const changes = toldChanges(record, sealed.value.drawId);
  const past = rounds.flatMap(({ drawn }) => (drawn === undefined ? [] : [drawn]));
  const now = drawState({ rounds: past, changes: changes.map(({ change }) => change) });
  return ok({ inputs, registry: registry.value, exclusions: exclusions.value, rounds, changes, now, appointedNow: appointedNow(inputs, now), voiding: voidingOf(record, sealed.value.drawId), secret, hash });
};

interface RoundInput {
  readonly record: OpenedRecord;
  readonly opened: OpenedRound;
  readonly inputs: SealedInputs;
  readonly secret: KnownSecret;
}

const roundStory = ({ record, opened, inputs, secret }: RoundInput): Reading<RoundStory> => {
  const { round, notice } = opened;
  const before = pastRounds(record.rounds.slice(0, round));
  if (!before.ok) return before;
  if (!notice.ok) return notice;
  if (round > 0 && notice.value === undefined) return err([missing(roundPaths(round).notice)]);
  const start = startOf(inputs, before.value, notice.value);
  const drawn = drawnStory({ record, opened, inputs, secret, start });
  return drawn.ok ? ok({ start, drawn: drawn.value }) : drawn;
};

const drawnStory = ({ record, opened, inputs, secret, start }: RoundInput & { readonly start: RoundStart }): Reading<DrawnStory | undefined> => {
  const { round, seed, targets, match, odds, assignments, teams, teamOdds } = opened;
  if (!seed.ok || !targets.ok || !match.ok || !odds.ok || !assignments.ok || !teams.ok || !teamOdds.ok) return err([seed, targets, match, odds, assignments, teams, teamOdds].flatMap((part) => (part.ok ? [] : part.error)));
  if (seed.value === undefined || targets.value === undefined || match.value === undefined) {
    const findings = notThere(record, round);
    return findings === NOT_DRAWN ? ok(undefined) : err(findings.map(({ where }) => missing(where?.file ?? '')));
  }
  const paths = roundPaths(round);
  const agencies = agencyRounds(inputs, start, targets.value.map(({ id }) => id));
  const isInTeams = teamModeOf({ inputs, start, agencies }) !== undefined;
  const needed = [...(isInTeams ? [paths.teams] : []), ...(match.value.outcome === 'matched' ? [isInTeams ? paths.teamOdds : paths.odds, paths.assignments] : [])];
  const gone = needed.filter((path) => !record.texts.has(path));
  if (gone.length > 0) return err(gone.map(missing));
  return ok({
    targets: targets.value,
    match: match.value,
    odds: odds.value ?? [],
    assignments: assignments.value ?? [],
    agencies,
    inTeams: isInTeams && teams.value !== undefined ? { formations: teams.value.formations, odds: teamOdds.value ?? [] } : undefined,
    seed: wholeSeed(seed.value, secret),
  });
};
