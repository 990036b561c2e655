/** A small draw with its later round: targets, inspectors, one target and one person withdrawn (draw-spec D7, D8, match-spec M8). */
import { type AgencyCode, compareUtf8, type DrawId, drawKey, drawTargets, inspectorStream, type InspectorId, matchAgency, type TargetId } from '@shuangsuiji/core';
import { z } from 'zod';
import { agencyCodeSchema, countSchema, drawIdSchema, inspectorIdSchema, quotaSchema, targetIdSchema, weightedRowSchema } from './schemas.js';
import { sectionCheck, type VectorHead } from './vector-case.js';

const assignmentSchema = z.array(z.tuple([agencyCodeSchema, targetIdSchema, z.array(inspectorIdSchema)]));
const wholeDrawSchema = z.object({
  drawId: drawIdSchema,
  seed: z.string(),
  frame: z.array(weightedRowSchema),
  quota: quotaSchema,
  /** People each agency sends. */
  demand: countSchema,
  agencies: z.record(agencyCodeSchema, z.object({ inspectors: z.array(z.tuple([inspectorIdSchema, countSchema])), barred: z.array(z.tuple([targetIdSchema, inspectorIdSchema])) })),
  selected: z.array(z.string()),
  assignment: assignmentSchema,
  round1: z.object({ withdrawnTarget: targetIdSchema, withdrawnInspector: inspectorIdSchema, seed: z.string(), drawn: z.array(z.string()), assignment: assignmentSchema }),
});
type WholeDraw = z.infer<typeof wholeDrawSchema>;
type Assignment = z.infer<typeof assignmentSchema>;

export const wholeDraw = sectionCheck(z.object({ wholeDraw: wholeDrawSchema }), ({ wholeDraw: draw }, { scheme, hash }) => {
  const by = { scheme, hash };
  const { selected, assignment, round1 } = draw;
  return [
    { name: 'selected', expected: selected, found: () => [...mainTargets(draw, by)].sort(compareUtf8) },
    { name: 'assignment', expected: assignment, found: () => mainRound(draw, by) },
    { name: 'round1.drawn', expected: round1.drawn, found: () => laterTargets(draw, by) },
    { name: 'round1.assignment', expected: round1.assignment, found: () => laterRound(draw, by) },
  ];
});

const poolOf = ({ frame }: WholeDraw) => frame.map(([id, stratum]) => ({ id, stratum }));
/** The scheme and the hash. */
type By = Pick<VectorHead, 'scheme' | 'hash'>;
const keyOf = (drawId: DrawId, stage: 'targets' | 'inspectors', round: number, seed: string, by: By) => drawKey({ ...by, drawId, stage, round, seed });

const mainTargets = (draw: WholeDraw, by: By): readonly TargetId[] => {
  const key = keyOf(draw.drawId, 'targets', 0, draw.seed, by);
  return drawTargets({ ...by, key, pool: poolOf(draw), quotas: new Map(Object.entries(draw.quota)) }).map(({ id }) => id);
};

const laterTargets = (draw: WholeDraw, by: By): readonly TargetId[] => {
  const { withdrawnTarget, seed } = draw.round1;
  const drawn = new Set(mainTargets(draw, by));
  const pool = poolOf(draw);
  const stratum = pool.find(({ id }) => id === withdrawnTarget)?.stratum ?? '';
  const key = keyOf(draw.drawId, 'targets', 1, seed, by);
  return drawTargets({ ...by, key, pool: pool.filter(({ id }) => !drawn.has(id)), quotas: new Map([[stratum, 1]]) }).map(({ id }) => id);
};

/** Who stays on a visit, by agency. */
type Present = (agency: AgencyCode) => ReadonlyMap<TargetId, readonly InspectorId[]>;

interface RoundInput {
  readonly round: 0 | 1;
  readonly seed: string;
  readonly withdrawn?: InspectorId;
  readonly present: Present;
}

const mainRound = (draw: WholeDraw, by: By): Assignment => {
  const drawn = mainTargets(draw, by);
  return assign(draw, { round: 0, seed: draw.seed, present: () => new Map(drawn.map((target) => [target, []])) }, by);
};

const laterRound = (draw: WholeDraw, by: By): Assignment => {
  const { withdrawnTarget, withdrawnInspector, seed } = draw.round1;
  const first = mainRound(draw, by);
  const fresh = laterTargets(draw, by);
  const present: Present = (agency) =>
    new Map<TargetId, readonly InspectorId[]>([
      ...first.flatMap(([owner, target, people]) => (owner === agency && target !== withdrawnTarget ? [[target, people.filter((id) => id !== withdrawnInspector)] as const] : [])),
      ...fresh.map((target) => [target, []] as const),
    ]);
  return assign(draw, { round: 1, seed, withdrawn: withdrawnInspector, present }, by);
};

/** Fills the open places of every agency; only what is new is listed. */
const assign = ({ drawId, demand, agencies }: WholeDraw, { round, seed, withdrawn, present }: RoundInput, by: By): Assignment => {
  const key = keyOf(drawId, 'inspectors', round, seed, by);
  return Object.keys(agencies).map((code) => agencyCodeSchema.parse(code)).sort(compareUtf8).flatMap((agency) => {
    const { inspectors = [], barred = [] } = agencies[agency] ?? {};
    const onVisit = present(agency);
    const loadOf = (id: InspectorId): number => [...onVisit.values()].filter((people) => people.includes(id)).length;
    const match = matchAgency({
      round: {
        agency,
        visits: [...onVisit].map(([target, people]) => ({ target, people: demand - people.length, qualifications: [], present: people })),
        roster: inspectors.map(([id, capacity]) => ({ id, capacity, load: loadOf(id), qualifications: [], isWithdrawn: id === withdrawn })),
        recusals: barred.map(([target, inspector]) => ({ target, inspector })),
        withdrawals: [],
      },
      stream: inspectorStream({ ...by, key, agency }),
    });
    return match.ok ? match.value.assignment.map(({ target, inspectors: people }): Assignment[number] => [agency, target, [...people]]) : [];
  });
};
