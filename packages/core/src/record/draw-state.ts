/** What a draw has come to: its rounds so far and the changes since (protocol §8). @zh 抽取现状 */
import type { AgencyCode, InspectorId, TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import type { BarredPair } from '../match/agency-round.js';
import type { JointGroup } from '../match/try-formations.js';
import { type Borrowed, pairKey, type Standing } from '../match/standing.js';
import type { Change } from './changes.js';
import type { AssignmentRow, DrawnTargetRow } from './round-schemas.js';

/** A round that was drawn, as its record holds it. */
export interface PastRound {
  /** None where it could not be matched. */
  readonly assignments: readonly AssignmentRow[];
  readonly targets: readonly DrawnTargetRow[];
  /** The joint groups that went; only of a round in teams that was matched. */
  readonly teams?: readonly JointGroup[] | undefined;
}

export interface DrawState {
  /** Every target ever drawn, with its stratum. */
  readonly drawn: ReadonlyMap<TargetId, string>;
  /** Drawn or not: never to be drawn again. */
  readonly withdrawn: ReadonlySet<TargetId>;
  readonly postponed: ReadonlySet<TargetId>;
  /** Whose visits stand, ascending. */
  readonly live: readonly TargetId[];
  readonly standing: Standing;
}

/** All changes act at once and for good: their order among themselves does not matter, but for the last capacity of a person. */
export const drawState = ({ rounds, changes }: { readonly rounds: readonly PastRound[]; readonly changes: readonly Change[] }): DrawState => {
  const drawn = new Map(rounds.flatMap(({ targets }) => targets.map(({ id, stratum }) => [id, stratum] as const)));
  const withdrawn = new Set(changes.flatMap((change) => (change.kind === 'target-withdrawn' ? [change.target] : [])));
  const postponed = new Set(changes.flatMap((change) => (change.kind === 'target-postponed' ? [change.target] : [])));
  const live = sortedBy([...drawn.keys()].filter((id) => !withdrawn.has(id) && !postponed.has(id)), (id) => id);
  const people = peopleChanges(changes);
  return { drawn, withdrawn, postponed, live, standing: { ...people, present: presentOf(rounds, new Set(live), people) } };
};

type PeopleChanges = Omit<Standing, 'present'>;

const peopleChanges = (changes: readonly Change[]): PeopleChanges => {
  const out = new Set<InspectorId>();
  const pairsOut: BarredPair[] = [];
  const released: BarredPair[] = [];
  const capacities = new Map<InspectorId, number>();
  const borrowed: Borrowed[] = [];
  for (const change of changes) {
    if (change.kind === 'inspector-withdrawn') out.add(change.inspector);
    if (change.kind === 'pair-withdrawn') pairsOut.push({ target: change.target, inspector: change.inspector });
    if (change.kind === 'recusal-released') released.push({ target: change.target, inspector: change.inspector });
    if (change.kind === 'capacity-set') capacities.set(change.inspector, change.capacity);
    if (change.kind === 'borrowed') borrowed.push(change);
  }
  return { out, pairsOut, released, capacities, borrowed };
};

const presentOf = (rounds: readonly PastRound[], live: ReadonlySet<TargetId>, { out, pairsOut }: PeopleChanges): Standing['present'] => {
  const gone = new Set(pairsOut.map(pairKey));
  const present = new Map<AgencyCode, Map<TargetId, readonly InspectorId[]>>();
  for (const { agency, target, inspectors } of rounds.flatMap(({ assignments }) => assignments)) {
    if (!live.has(target)) continue;
    const staying = inspectors.filter((inspector) => !out.has(inspector) && !gone.has(pairKey({ target, inspector })));
    const visits = present.get(agency) ?? new Map<TargetId, readonly InspectorId[]>();
    visits.set(target, [...(visits.get(target) ?? []), ...staying]);
    present.set(agency, visits);
  }
  return present;
};

/** Who goes where now, ascending by agency and target; a visit that nobody is left on is not there. */
export const presentAssignments = ({ standing: { present } }: DrawState): readonly AssignmentRow[] =>
  sortedBy(present, ([agency]) => agency).flatMap(([agency, visits]) =>
    sortedBy(visits, ([target]) => target).flatMap(([target, inspectors]) => (inspectors.length === 0 ? [] : [{ agency, target, inspectors: sortedBy(inspectors, (id) => id) }])),
  );
