/** No output of a rehearsal may be taken for that of a draw. @zh 演练标记 */

export const REHEARSAL_MARK = '【演练】';

/** The lines with a mark before them, unless they have one already. */
export const markedLines = (lines: readonly string[], isRehearsal: boolean): readonly string[] =>
  !isRehearsal || lines.length === 0 || lines.some((line) => line.includes('演练')) ? lines : [REHEARSAL_MARK, ...lines];
