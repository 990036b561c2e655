import { describe, expect, test } from 'vitest';
import { type DrawStage, nextStage, NOT_SEALED } from './draw-stage.js';
import type { LedgerEntry } from './ledger.js';

/** `drawn 1` is the event of that type for round 1. */
const entryOf = (event: string): LedgerEntry => {
  const [type, round] = event.split(' ');
  return { type, body: { drawId: '652722-2026-0001', ...(round === undefined ? {} : { round: Number(round) }) } } as unknown as LedgerEntry;
};
/** What comes of the last of some events; the others must be able to stand. */
const verdictOf = (story: string): 'stands' | 'repeated' | 'misplaced' => {
  const events = story.split(', ');
  let stage: DrawStage = NOT_SEALED;
  for (const [index, event] of events.entries()) {
    const next = nextStage(stage, entryOf(event));
    if (typeof next === 'string') {
      expect([story, index]).toEqual([story, events.length - 1]);
      return next;
    }
    stage = next;
  }
  return 'stands';
};
const all = (stories: readonly string[]) => stories.map((story) => [story, verdictOf(story)]);
const are = (verdict: string, stories: readonly string[]) => stories.map((story) => [story, verdict]);

const MAIN = 'sealed, drawn 0';
const LATER = `${MAIN}, announced 1, drawn 1`;
const SEED_PARTS = ['entered', 'committed', 'contributed'];

describe('R10.4 the order of one draw’s events', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing stands before the seal', 'misplaced', ['drawn 0', 'announced 1', 'changed', 'voided', 'revealed', 'evidence 0', 'published', 'entered 0']],
    ['one seal', 'repeated', ['sealed, sealed', `${LATER}, sealed`, 'sealed, voided, sealed']],
    ['the round that is open is drawn, once', 'stands', [MAIN, LATER, `${LATER}, announced 2, drawn 2`]],
    ['a round drawn before is not drawn again', 'repeated', [`${MAIN}, drawn 0`, `${MAIN}, announced 1, drawn 0`, `${LATER}, drawn 1`, `${LATER}, voided, drawn 1`]],
    ['a round that is not open is not drawn', 'misplaced', ['sealed, drawn 1', `${MAIN}, drawn 1`, `${MAIN}, announced 1, drawn 2`]],
    ['a round is announced when the one before it is drawn', 'misplaced', ['sealed, announced 1', `${MAIN}, announced 2`, `${MAIN}, announced 1, announced 2`]],
    ['a round is announced once', 'repeated', ['sealed, announced 0', `${MAIN}, announced 0`, `${MAIN}, announced 1, announced 1`, `${LATER}, announced 1`]],
    ['parts of a seed name the open round', 'stands', SEED_PARTS.flatMap((part) => [`sealed, ${part} 0, ${part} 0`, `${MAIN}, announced 1, ${part} 1`])],
    ['parts of a seed name no other round', 'misplaced', SEED_PARTS.flatMap((part) => [`sealed, ${part} 1`, `${MAIN}, ${part} 0`, `${MAIN}, ${part} 1`, `${MAIN}, announced 1, ${part} 0`, `sealed, voided, ${part} 0`, `${MAIN}, revealed, ${part} 0`])],
    ['changes stand anywhere up to the end', 'stands', ['sealed, changed', `${MAIN}, changed, changed`, `${MAIN}, announced 1, changed`, `${LATER}, changed`]],
    ['after the end nothing is changed, announced or drawn', 'misplaced', ['voided', 'revealed'].flatMap((end) => ['changed', 'announced 1'].map((event) => `${MAIN}, ${end}, ${event}`)).concat('sealed, voided, drawn 0', `${MAIN}, announced 1, voided, drawn 1`)],
    ['a draw can be void at any time before the revelation', 'stands', ['sealed, voided', `${MAIN}, voided`, `${MAIN}, announced 1, voided`, `${LATER}, voided`]],
    ['a draw is void once', 'repeated', ['sealed, voided, voided', `${MAIN}, voided, revealed, voided`]],
    ['a revealed draw is not made void', 'misplaced', [`${MAIN}, revealed, voided`]],
    ['a draw is revealed after a round, or when it is void', 'stands', [`${MAIN}, revealed`, `${LATER}, revealed`, 'sealed, voided, revealed', `${MAIN}, announced 1, voided, revealed`]],
    ['nothing is revealed before a draw, or while a round waits for its seed', 'misplaced', ['sealed, revealed', `${MAIN}, announced 1, revealed`]],
    ['a draw is revealed once', 'repeated', [`${MAIN}, revealed, revealed`, 'sealed, voided, revealed, revealed']],
    ['evidence and publications stand anywhere after the seal', 'stands', ['evidence 0', 'published'].flatMap((event) => ['sealed', MAIN, `${MAIN}, revealed`, 'sealed, voided', 'sealed, voided, revealed'].map((before) => `${before}, ${event}`))],
  ])('%s', (_, verdict, stories) => {
    expect(all(stories)).toEqual(are(verdict, stories));
  });
});
test('the stage counts the rounds drawn and names the one that waits', () => {
  const stageOf = (story: string): unknown => story.split(', ').reduce<unknown>((stage, event) => nextStage(stage as DrawStage, entryOf(event)), NOT_SEALED);
  expect(stageOf('sealed')).toEqual({ isSealed: true, open: 0, drawn: 0, isVoid: false, isRevealed: false });
  expect(stageOf(MAIN)).toEqual({ isSealed: true, open: undefined, drawn: 1, isVoid: false, isRevealed: false });
  expect(stageOf(`${MAIN}, announced 1`)).toEqual({ isSealed: true, open: 1, drawn: 1, isVoid: false, isRevealed: false });
  expect(stageOf(`${LATER}, voided, revealed`)).toEqual({ isSealed: true, open: undefined, drawn: 2, isVoid: true, isRevealed: true });
});
