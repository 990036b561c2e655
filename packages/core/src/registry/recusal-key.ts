/** The key recusals are sorted by. One pair may give several grounds; each is a recusal of its own. */
import type { Recusal } from './schemas.js';

/** Target, inspector and ground, with blanks between, which no identifier holds. */
export const recusalKey = ({ target, inspector, ground }: Recusal): string => `${target} ${inspector} ${ground}`;
