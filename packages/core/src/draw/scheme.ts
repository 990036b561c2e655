/** Which rules a draw follows. A change that alters any result needs a new scheme; old records stay replayable. */
import { z } from 'zod';
import { isAnyAsked } from '../plan/appointed.js';
import type { Batch } from '../plan/batch.js';
import type { Visit } from '../plan/visit.js';
import type { Appointment } from '../registry/schemas.js';

export const schemeSchema = z.enum(['ssj/1', 'ssj/1-rehearsal', 'ssj/2', 'ssj/2-rehearsal']);
/** `ssj/1`, or `ssj/2` for plans with rules that it has not (D1.8); each under another name for rehearsals, so that no rehearsal can foretell a draw. */
export type Scheme = z.infer<typeof schemeSchema>;

/** True for a rehearsal (演练). */
export const isRehearsal = (scheme: Scheme): boolean => scheme.endsWith('-rehearsal');

export interface SchemeInput {
  /** Of the seal. */
  readonly visits: readonly Visit[];
  readonly batch: Pick<Batch, 'grouping'>;
  /** Of the registry, asked for or not. */
  readonly appointments?: readonly Appointment[] | undefined;
  readonly isRehearsal: boolean;
}

/** The scheme a seal must have (draw-spec D1.8): the old one wherever its rules say all there is to say. */
export const schemeOf = ({ visits, batch: { grouping }, appointments = [], isRehearsal: isRehearsed }: SchemeInput): Scheme => {
  const hasRules = grouping !== undefined || visits.some(({ needs }) => needs.some(({ composition }) => composition !== undefined)) || isAnyAsked(visits, appointments);
  return `${hasRules ? 'ssj/2' : 'ssj/1'}${isRehearsed ? '-rehearsal' : ''}`;
};
