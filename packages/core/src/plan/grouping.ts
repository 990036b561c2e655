/** Whether a batch goes out in teams, and in which (match-spec M11). @zh 派发方式 */
import { z } from 'zod';

/** People of one agency in a random team. */
export const teamSizeSchema = z.int().min(2).max(8191);

export const groupingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('random'), size: teamSizeSchema }).readonly(),
  z.strictObject({ kind: z.literal('fixed') }).readonly(),
]);
/** Teams dealt by lot, `size` people of every agency in each (随机分组), or those of the registry (固定分组). Absent: person by person. */
export type Grouping = z.infer<typeof groupingSchema>;

/** Formations that are tried where the office's rules name no number (M11.6). */
export const DEFAULT_FORMATIONS = 20;
