/** Documents of a round that goes in teams (record-format R8.5, R8.6). */
import { z } from 'zod';
import { inspectorIdSchema, targetIdSchema, textSchema } from '../registry/schemas.js';
import { drawIdSchema, roundSchema } from './common-schemas.js';

const count = z.int().min(0);
/** A joint group by its place in its formation, from 1. */
export const groupNumberSchema = z.int().min(1);

const teamSchema = z.strictObject({ name: textSchema.min(1).optional(), inspectors: z.array(inspectorIdSchema).min(1).readonly() }).readonly();

export const teamsDocumentSchema = z
  .strictObject({
    format: z.literal('ssj-teams/1'),
    drawId: drawIdSchema,
    round: roundSchema,
    formations: z.array(z.strictObject({ teams: z.array(teamSchema).readonly(), shortage: count }).readonly()).min(1).readonly(),
  })
  .readonly();
/** Every formation that was tried, in its order, with the number of targets that stayed without a group. @zh 编组结果 */
export type TeamsDocument = z.infer<typeof teamsDocumentSchema>;

export const teamOddsRowSchema = z.strictObject({ target: targetIdSchema, odds: z.array(z.tuple([groupNumberSchema, count]).readonly()).readonly() }).readonly();
/** Chances of joint groups in units of 1/65536. @zh 检查组概率表 */
export type TeamOddsTableRow = z.infer<typeof teamOddsRowSchema>;

export const jointFiguresSchema = z
  .strictObject({
    /** The formation that goes, from 0. */
    formation: count,
    iterations: count,
    repairPhases: count,
    largestDifference: count,
    noChoice: z.array(z.strictObject({ target: targetIdSchema, group: groupNumberSchema }).readonly()).readonly(),
  })
  .readonly();

/** The groups of the last formation, which is the one that goes where a round was matched. */
export const groupsThatWent = (document: TeamsDocument | undefined): TeamsDocument['formations'][number]['teams'] | undefined => document?.formations.at(-1)?.teams;
