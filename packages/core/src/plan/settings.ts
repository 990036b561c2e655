/** The office's settings, ssj.json: who it is, and its rules with their source. @zh 设置 */
import { z } from 'zod';
import { riskClassSchema, textSchema } from '../registry/schemas.js';

const ruleOf = (min: number, max: number) => z.strictObject({ value: z.int().min(min).max(max), source: textSchema }).readonly();

/** Each a number and where it comes from: law gives few of them, counties set the rest. */
export const rulesSchema = z
  .strictObject({
    /** People an agency sends to a visit, at least 2 by law (行政处罚法 第四十二条). */
    inspectorsPerVisit: ruleOf(2, 8191),
    /** Visits a person takes in one batch where the registry says nothing. */
    capacityPerBatch: ruleOf(0, 8191),
    /** Days after the batch's last day within which the secret is revealed. */
    revealWithinDays: ruleOf(0, 3650),
    /** Basis points: sealing is refused above this chance of a draw that cannot be matched. */
    forecastLimit: ruleOf(0, 10000),
    /** Visits a person takes in a calendar year where the registry says nothing (D5.5). */
    capacityPerYear: ruleOf(0, 8191).optional(),
    /** Basis points: so much of a batch's days somebody must be there to take part (D5.7). */
    freeDays: ruleOf(0, 10000).optional(),
    /** Whoever was on one of the last n visits to a target stays away (D5.9). */
    rotation: ruleOf(0, 9).optional(),
    /** 1: nobody inspects where they work or live (D5.9). */
    ownArea: ruleOf(0, 1).optional(),
    /** 1: loads are levelled (D5.10). */
    levelling: ruleOf(0, 1).optional(),
    /** At least so many who may lead, of each agency at each visit (D5.11). */
    leadersPerVisit: ruleOf(1, 8191).optional(),
    /** At most so many trainees (D5.11). */
    traineesPerVisit: ruleOf(0, 8191).optional(),
    /** Formations of random teams that are tried (match-spec M11.6). */
    formations: ruleOf(1, 1000).optional(),
  })
  .readonly();
export type Rules = z.infer<typeof rulesSchema>;

export const defaultsSchema = z.strictObject({ status: textSchema.optional(), riskClass: riskClassSchema.optional() }).readonly();
/** Stand in for what a real registry often lacks; shown wherever they are used. @zh 默认值 */
export type Defaults = z.infer<typeof defaultsSchema>;

export const authoritySchema = z.strictObject({ code: z.string().regex(/^[0-9A-Z]{1,16}$/), name: textSchema.min(1) }).readonly();
/** One authority is one ledger. @zh 组织抽查的机关 */
export type Authority = z.infer<typeof authoritySchema>;

export const settingsSchema = z
  .strictObject({
    format: z.literal('ssj-settings/1'),
    authority: authoritySchema,
    year: z.int().min(2000).max(9999),
    /** Of all times written, whatever the machine thinks. */
    offset: z.string().regex(/^[+-](?:0\d|1[0-4]):[0-5]\d$/),
    rules: rulesSchema,
    defaults: defaultsSchema,
    activeStatuses: z.array(textSchema).min(1).readonly(),
  })
  .readonly();
export type Settings = z.infer<typeof settingsSchema>;
