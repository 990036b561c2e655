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

/** Targets by 管辖单位 in byte order; areas that would tell too much come together at the end. */
export const countsByArea = ({ drawn, frame, targets }: DrawCountsInput): readonly AreaCount[] => {
  const areas = new Map(targets.map(({ id, area }) => [id, area ?? NO_AREA]));
  const groups = figuresBy(frame, drawn, ({ id }) => [areas.get(id) ?? NO_AREA]);
  const isOpen = drawn.length === frame.length;
  const named = groups.filter(([area, figures]) => area !== NO_AREA && (isOpen || !isTelling(figures)));
  const names = new Set(named.map(([area]) => area));
  const others = groups.filter(([area]) => !names.has(area));
  let rest = others.reduce((sum, [, figures]) => added(sum, figures), NOTHING);
  // The rest can be too small itself: then the smallest areas join it.
  const smallestFirst = [...sortedBy(named, ([area]) => area)].sort(([, a], [, b]) => a.pool - b.pool);
  while (!isOpen && isTelling(rest) && smallestFirst.length > 0) {
    const [area, figures] = smallestFirst.shift() ?? ['', NOTHING];
    names.delete(area);
    rest = added(rest, figures);
  }
  const rows = sortedBy(named.filter(([area]) => names.has(area)), ([area]) => area).map(([area, figures]): AreaCount => ({ area, ...figures }));
  return rest.pool === 0 ? rows : [...rows, { area: undefined, ...rest }];
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
