/** How many were drawn where, told so that no single target can be told from it. @zh 抽取数量统计 */
import type { TargetId } from '../base/brand.js';
import { sortedBy } from '../base/text.js';
import type { FrameRow } from '../plan/frame.js';
import type { Sealed } from '../record/sealed.js';
import type { Agency, Target } from '../registry/schemas.js';
import { agencyNames } from './lookups.js';

export interface AgencyCount {
  readonly agency: string;
  /** Visits; absent where so few targets can be meant that the number would name them. */
  readonly count?: number | undefined;
}

export interface AreaCount {
  /** Absent: all areas too small to be told apart, and targets without one. */
  readonly area?: string | undefined;
  readonly pool: number;
  readonly count: number;
}

export interface DrawCountsInput {
  readonly sealed: Sealed;
  readonly drawn: readonly { readonly id: TargetId }[];
  readonly frame: readonly FrameRow[];
  readonly targets: readonly Target[];
  readonly agencies: readonly Agency[];
}

/** Of fewer targets nobody should learn how many are visited. */
const LEAST_POOL = 10;

interface Figures {
  readonly pool: number;
  readonly count: number;
}

/** A number of so few, or “all of them”, says who is visited. */
const isTelling = ({ pool, count }: Figures): boolean => count > 0 && (pool < LEAST_POOL || count === pool);

/** Visits by agency, ascending by code. */
export const countsByAgency = ({ sealed, drawn, frame, agencies }: DrawCountsInput): readonly AgencyCount[] => {
  const nameOf = agencyNames(agencies);
  const needs = new Map(sealed.visits.map((visit) => [visit.id, visit.needs.map(({ agency }) => agency)]));
  const groups = figuresBy(frame, drawn, ({ visit }) => needs.get(visit) ?? []);
  return sortedBy(groups, ([agency]) => agency).map(([agency, figures]) => {
    const isSilent = drawn.length < frame.length && isTelling(figures);
    return { agency: nameOf(agency), count: isSilent ? undefined : figures.count };
  });
};

/** Targets by 管辖单位 in byte order; areas that would tell too much, and targets without an area, come together at the end. */
export const countsByArea = ({ drawn, frame, targets }: DrawCountsInput): readonly AreaCount[] => {
  const areas = new Map(targets.map(({ id, area }) => [id, area ?? NO_AREA]));
  const groups = figuresBy(frame, drawn, ({ id }) => [areas.get(id) ?? NO_AREA]);
  const { named, rest } = drawn.length === frame.length ? split(groups, () => false) : withQuietRest(split(groups, isTelling));
  const rows = sortedBy(named, ([area]) => area).map(([area, figures]): AreaCount => ({ area, ...figures }));
  return rest.pool === 0 ? rows : [...rows, { area: undefined, ...rest }];
};

type Groups = readonly (readonly [string, Figures])[];

interface Split {
  readonly named: Groups;
  /** All others together. */
  readonly rest: Figures;
}

const split = (groups: Groups, isHidden: (figures: Figures) => boolean): Split => {
  const isNamed = ([area, figures]: Groups[number]): boolean => area !== NO_AREA && !isHidden(figures);
  const others = groups.filter((group) => !isNamed(group));
  return { named: groups.filter(isNamed), rest: others.reduce((sum, [, figures]) => added(sum, figures), NOTHING) };
};

/** Where the rest tells too much itself, the smallest areas join it. */
const withQuietRest = ({ named, rest }: Split): Split => {
  const [smallest, ...larger] = [...sortedBy(named, ([area]) => area)].sort(([, a], [, b]) => a.pool - b.pool);
  if (smallest === undefined || !isTelling(rest)) return { named, rest };
  return withQuietRest({ named: larger, rest: added(rest, smallest[1]) });
};

const NO_AREA = '';
const NOTHING: Figures = { pool: 0, count: 0 };
const added = (a: Figures, b: Figures): Figures => ({ pool: a.pool + b.pool, count: a.count + b.count });

const figuresBy = <Group extends string>(frame: readonly FrameRow[], drawn: DrawCountsInput['drawn'], groupsOf: (row: FrameRow) => readonly Group[]): readonly (readonly [Group, Figures])[] => {
  const isDrawn = new Set<TargetId>(drawn.map(({ id }) => id));
  const groups = new Map<Group, Figures>();
  for (const row of frame) {
    for (const group of groupsOf(row)) groups.set(group, added(groups.get(group) ?? NOTHING, { pool: 1, count: isDrawn.has(row.id) ? 1 : 0 }));
  }
  return [...groups];
};
