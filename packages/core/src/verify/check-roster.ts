/** Who could be sent, worked out again: roster, levelling, rotation (draw-spec D5.5–D5.10). */
import type { AgencyCode, InspectorId } from '../base/brand.js';
import type { JsonValue } from '../base/canonical-json.js';
import { toJsonLines } from '../base/json-lines.js';
import { levelCaps } from '../forecast/level-caps.js';
import { areasOf } from '../match/draw-setting.js';
import { appointedOf } from '../plan/appointed.js';
import { barsWithin } from '../plan/bars.js';
import { peopleRuleProblems } from '../plan/batch-problems.js';
import { capsOf } from '../plan/level-cap.js';
import type { PastVisits } from '../plan/past-visits.js';
import { type RosterRow, rosterOf } from '../plan/roster.js';
import { closesOwnAreas, isLevelled, rotationOf } from '../plan/rules-in-force.js';
import { PATHS } from '../record/paths.js';
import type { Sealed } from '../record/sealed.js';
import type { ParsedSnapshot } from '../registry/parse-snapshot.js';
import { checkSealedDigest } from './check-plan.js';
import { compareTexts, compareValues } from './compare-texts.js';
import type { Finding } from './findings.js';
import type { OpenedRecord } from './opened-record.js';

export interface CheckRosterInput {
  readonly sealed: Sealed;
  readonly registry: ParsedSnapshot;
  /** What the county's ledger says of earlier visits; absent where it is not at hand. */
  readonly past: PastVisits | undefined;
  readonly record: OpenedRecord;
}

/** Without the county's ledger what the record says of earlier visits is taken as it stands. */
export const checkRoster = (input: CheckRosterInput): readonly Finding[] => {
  const { sealed, past, record: { texts, hash, roster } } = input;
  const recorded = texts.get(PATHS.roster);
  const used = past?.used ?? usedIn(roster.ok ? roster.value : []);
  return [
    ...compareTexts({ file: PATHS.roster, recorded, replayed: toJsonLines(rosterWith({ ...input, used, caps: capsOf(sealed.levelling) })) }),
    ...checkSealedDigest({ sealed, file: PATHS.roster, text: recorded, hash }),
    ...checkLevelling(input, rosterWith({ ...input, used, caps: new Map() })),
    ...checkBars(input),
    ...checkPeopleRules(input),
  ];
};

interface RosterWithInput extends Pick<CheckRosterInput, 'sealed' | 'registry'> {
  readonly used: PastVisits['used'];
  readonly caps: ReadonlyMap<AgencyCode, number>;
}

const rosterWith = ({ sealed: { visits, batch, rules }, registry: { inspectors, agencies }, used, caps }: RosterWithInput): readonly RosterRow[] =>
  rosterOf({ inspectors, agencies, visits, period: batch.period, rules, used, caps });

const usedIn = (roster: readonly RosterRow[]): ReadonlyMap<InspectorId, number> => new Map(roster.flatMap(({ id, used }) => (used === undefined ? [] : [[id, used] as const])));

/** What a plan would have been refused for is no seal (draw-spec D5.11, match-spec M10, M11.9). */
const checkPeopleRules = ({ sealed: { batch, visits }, registry: { inspectors, appointments, teams }, record: { roster } }: CheckRosterInput): readonly Finding[] => {
  const problems = roster.ok ? peopleRuleProblems({ batch, visits, inspectors, roster: roster.value, appointments, teams }) : [];
  return problems.filter(({ severity }) => severity === 'error').map((problem) => ({ ...problem, where: { file: PATHS.sealed } }));
};

/** `roster` is that without caps. */
const checkLevelling = ({ sealed, registry: { recusals, targets, inspectors, appointments = [] }, record }: CheckRosterInput, roster: readonly RosterRow[]): readonly Finding[] => {
  const { batch, rules, levelling = NONE } = sealed;
  const differs = (replayed: JsonValue): readonly Finding[] => compareValues({ file: PATHS.sealed, field: 'levelling', recorded: levelling, replayed });
  if (!isLevelled(batch, rules)) return differs(NONE);
  if (!record.frame.ok || !record.bars.ok) return [];
  return differs(levelCaps({ ...sealed, frame: record.frame.value, roster, recusals, appointed: appointedOf(appointments, inspectors), areas: areasOf(targets), bars: record.bars.value, closesOwnAreas: closesOwnAreas(rules), hash: record.hash }));
};

/** The document is there exactly where rotation is in force. */
const checkBars = ({ sealed, past, record: { frame, roster, bars, texts, hash } }: CheckRosterInput): readonly Finding[] => {
  const isInForce = rotationOf(sealed.batch, sealed.rules) > 0;
  const isThere = compareValues({ file: PATHS.sealed, field: 'documents.bars.jsonl', recorded: sealed.documents['bars.jsonl'] ?? NONE, replayed: isInForce ? (sealed.documents['bars.jsonl'] ?? PATHS.bars) : NONE });
  const recorded = texts.get(PATHS.bars);
  if (recorded === undefined) return isThere;
  const digest = checkSealedDigest({ sealed, file: PATHS.bars, text: recorded, hash });
  if (!frame.ok || !roster.ok || !bars.ok) return [...isThere, ...digest];
  const within = barsWithin({ bars: past?.bars ?? bars.value, frame: frame.value, roster: roster.value });
  return [...isThere, ...digest, ...compareTexts({ file: PATHS.bars, recorded, replayed: toJsonLines(within) })];
};

/** A key that is absent, as it can be compared. */
const NONE = 'none';
