import { expect, test } from 'vitest';
import { checkEventOrder } from './event-order.js';
import type { PublicEvent } from './public-document.js';

const eventsOf = (story: string): readonly PublicEvent[] => story.split(', ').map((type, index) => ({ seq: index + 2, type })) as unknown as readonly PublicEvent[];
/** The places in the story of what cannot stand where it does, from 1. */
const misplaced = (story: string): readonly unknown[] => checkEventOrder(eventsOf(story)).map(({ fields }) => ('row' in fields ? Number(fields.row) - 1 : fields));

const MAIN = 'sealed, entered, committed, contributed, drawn';

test.each<[string, readonly string[]]>([
  ['a main draw and later rounds', [MAIN, `${MAIN}, changed, announced, entered, drawn, announced, drawn, revealed`]],
  ['changes at any time up to the end', ['sealed, changed, drawn, changed, announced, changed, drawn, changed']],
  ['evidence and publications at any time after the seal', ['sealed, evidence, drawn, published, revealed, evidence, published', 'sealed, voided, evidence, revealed, published']],
  ['a draw that is void at any time before its revelation', ['sealed, voided, revealed', `${MAIN}, voided, revealed`, `${MAIN}, announced, voided, revealed`]],
])('R10.4 these events of an edition stand: %s', (_, stories) => {
  expect(stories.map(misplaced)).toEqual(stories.map(() => []));
});

test.each<[string, string, readonly number[]]>([
  ['anything before the seal', 'drawn, sealed', [1]],
  ['a second seal', `${MAIN}, sealed`, [6]],
  ['events of the county and of no draw', 'opened, sealed, opened, imported, drawn', [1, 3, 4]],
  ['a second drawing of one round', `${MAIN}, drawn`, [6]],
  ['a step to a seed that no round waits for', `${MAIN}, entered, committed, contributed`, [6, 7, 8]],
  ['an announcement while a round waits', 'sealed, announced, drawn, announced, announced', [2, 5]],
  ['a revelation before a draw or while a round waits', 'sealed, revealed, drawn, announced, revealed', [2, 5]],
  ['a second revelation', `${MAIN}, revealed, revealed`, [7]],
  ['a draw made void twice or after its revelation', `${MAIN}, voided, voided, revealed, voided`, [7, 9]],
  ['a change, an announcement, a round after the end', 'sealed, voided, changed, announced, drawn, entered', [3, 4, 5, 6]],
])('R10.4 an edition does not pass with %s', (_, story, places) => {
  expect(misplaced(story)).toEqual(places);
});

test('R10.4 numbers of an edition ascend', () => {
  const [sealed, drawn, revealed] = eventsOf('sealed, drawn, revealed');
  expect(checkEventOrder([sealed!, { ...drawn!, seq: sealed!.seq }, revealed!]).map(({ code, fields }) => [code, fields])).toEqual([['event-order', { type: 'drawn', row: 2 }]]);
});
