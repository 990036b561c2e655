/** The identifiers that a code on the command line may mean. */
import { canonicalId, type IdKind, isTargetId, type TargetId } from '@shuangsuiji/core';

const KINDS: readonly IdKind[] = ['uscc', 'reg', 'local'];

/** `uscc:…` is itself; a bare code may be of several kinds, the most likely first. */
export const targetCandidates = (word: string): readonly TargetId[] => (isTargetId(word) ? [word] : KINDS.flatMap((kind) => canonicalId(kind, word) ?? []));
