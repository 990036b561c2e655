/** Keys, tickets and the selection of targets (draw-spec D3, D4, D7). */
import { compareUtf8, drawKey, type TargetId, ticket } from '@shuangsuiji/core';
import { z } from 'zod';
import { quotaSchema, weightedRowSchema } from './schemas.js';
import { sectionCheck, type VectorHead } from './vector-case.js';

export const keys = sectionCheck(z.object({ keys: z.record(z.string().regex(/^(?:targets|inspectors)\/\d{1,9}$/), z.string()) }), (file, head) =>
  Object.entries(file.keys).map(([name, expected]) => {
    const [stage = '', round = ''] = name.split('/');
    return { name, expected, found: () => drawKey({ stage: stage === 'targets' ? 'targets' : 'inspectors', round: Number(round), ...head }) };
  }),
);

const ticketOf = ({ scheme, drawId, seed, hash }: VectorHead, id: TargetId, balls: number): string =>
  ticket({ scheme, key: drawKey({ scheme, drawId, stage: 'targets', round: 0, seed, hash }), id, balls, hash });

/** In the order of the rows. */
export const tickets = sectionCheck(z.object({ rows: z.array(weightedRowSchema), tickets: z.array(z.tuple([z.string(), z.string()])) }), (file, head) => [
  { name: 'ids', expected: file.tickets.map(([id]) => id), found: () => file.rows.map(([id]) => id) },
  ...file.rows.map(([id, , balls], at) => ({ name: id, expected: file.tickets[at]?.[1], found: () => ticketOf(head, id, balls) })),
]);

export const selected = sectionCheck(
  z.object({ rows: z.array(weightedRowSchema), quota: quotaSchema, selected: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]))) }),
  (file, head) => [
    { name: 'strata', expected: Object.keys(file.selected).sort(compareUtf8), found: () => Object.keys(file.quota).sort(compareUtf8) },
    ...Object.entries(file.quota).map(([stratum, count]) => ({
      name: stratum,
      expected: file.selected[stratum],
      found: () => {
        const entries = file.rows.filter((row) => row[1] === stratum).map(([id, , balls]) => [ticketOf(head, id, balls), id] as const);
        return entries.sort((a, b) => compareUtf8(a.join(' '), b.join(' '))).slice(0, count);
      },
    })),
  ],
);
