/** Which rules a draw follows. A change that alters any result needs a new scheme; old records stay replayable. */
import { z } from 'zod';

export const schemeSchema = z.enum(['ssj/1', 'ssj/1-rehearsal', 'ssj/2', 'ssj/2-rehearsal']);
/** `ssj/1`, or `ssj/2` for plans with rules that it has not (D1.8); each under another name for rehearsals, so that no rehearsal can foretell a draw. */
export type Scheme = z.infer<typeof schemeSchema>;

/** True for a rehearsal (演练). */
export const isRehearsal = (scheme: Scheme): boolean => scheme.endsWith('-rehearsal');
