/** The bound that levelling sets on everybody of an agency (draw-spec D5.10). @zh 均衡上限 */
import { z } from 'zod';
import type { AgencyCode } from '../base/brand.js';
import { agencyCodeSchema } from '../registry/schemas.js';
import type { RosterRow } from './roster.js';
import { agencyOf } from '../registry/canonical-id.js';

export const levelCapSchema = z.strictObject({ agency: agencyCodeSchema, cap: z.int().min(1).max(8191) }).readonly();
export type LevelCap = z.infer<typeof levelCapSchema>;

/** By agency, as {@link rosterOf} takes them. */
export const capsOf = (levelling: readonly LevelCap[] | undefined): ReadonlyMap<AgencyCode, number> => new Map((levelling ?? []).map(({ agency, cap }) => [agency, cap]));

/** Every capacity above its agency's cap lowered to it: the same as working out the roster with these caps. */
export const levelled = (roster: readonly RosterRow[], caps: ReadonlyMap<AgencyCode, number>): readonly RosterRow[] =>
  roster.map((row) => ({ ...row, capacity: Math.min(row.capacity, caps.get(agencyOf(row.id)) ?? row.capacity) }));
