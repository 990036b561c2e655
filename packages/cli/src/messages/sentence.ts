/** What a problem says to a person, and the shape of a room's sentences: complete by type, so that a missing code does not compile. */
import type { Where } from '@shuangsuiji/core';

/** Each part is one or more whole sentences, ending in 。 */
export interface Sentence {
  readonly what: string;
  /** Why it matters, where that is not obvious. */
  readonly why?: string;
  /** How to mend it. */
  readonly mend: string;
}

/** One sentence for every code of a map of problem fields, and for no other. */
export type SentencesOf<Fields extends object> = {
  readonly [Code in keyof Fields]: (fields: Fields[Code], where: Where) => Sentence;
};
