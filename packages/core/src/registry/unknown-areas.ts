/** Areas of inspectors that no target is in: a word that is spelt otherwise bars nobody, or keeps somebody from everywhere. */
import type { Where } from '../base/problem.js';
import { shownText } from '../base/shown-text.js';
import { nearestName } from './nearest-name.js';
import type { RegistryProblem } from './problems.js';
import type { Target } from './schemas.js';

/** An area as a cell of the inspectors' registry names it. */
export interface NamedArea {
  readonly area: string;
  readonly where: Where;
}

export interface UnknownAreasInput {
  readonly areas: readonly NamedArea[];
  /** None at all is a fault of another table. */
  readonly targets: readonly Target[];
}

export const unknownAreas = ({ areas, targets }: UnknownAreasInput): readonly RegistryProblem[] => {
  const known = new Set(targets.flatMap(({ area }) => area ?? []));
  const nearest = new Map<string, string | undefined>();
  return (targets.length === 0 ? [] : areas).filter(({ area }) => !known.has(area)).map(({ area, where }): RegistryProblem => {
    if (!nearest.has(area)) nearest.set(area, nearestName(area, [...known]));
    const name = nearest.get(area);
    return { code: 'inspector-area-unknown', severity: 'warning', where, fields: { raw: shownText(area), ...(name === undefined ? {} : { nearest: name }) } };
  });
};
