/** What a snapshot holds, as zod describes it; the types of the registry follow from it. Keys in records are English. */
import { z } from 'zod';
import { isPlainDate } from '../base/plain-date.js';
import { compareUtf8, isSoundText } from '../base/text.js';
import type { AgencyCode, InspectorId, PlainDate, TargetId } from '../base/brand.js';
import { agencyOf, isAgencyCode, isInspectorId, isTargetId } from './canonical-id.js';

export const targetIdSchema = z.custom<TargetId>(isTargetId);
export const agencyCodeSchema = z.custom<AgencyCode>(isAgencyCode);
export const inspectorIdSchema = z.custom<InspectorId>(isInspectorId);
export const plainDateSchema = z.custom<PlainDate>(isPlainDate);
export const textSchema = z.string().refine(isSoundText);
const texts = z.array(textSchema).readonly();
const someTexts = z.array(textSchema).min(1).readonly();

export const riskClassSchema = z.enum(['A', 'B', 'C', 'D']);
/** 信用风险分类, A lowest. @zh 信用风险等级 */
export type RiskClass = z.infer<typeof riskClassSchema>;

const visits = z.int().min(0).max(8191);

export const agencySchema = z
  .strictObject({
    code: agencyCodeSchema,
    name: textSchema,
    aliases: texts,
    /** Visits per batch of whoever of its people has no number of their own. */
    capacity: visits.optional(),
    /** The same for a calendar year. */
    capacityPerYear: visits.optional(),
  })
  .readonly();
/** @zh 部门 */
export type Agency = z.infer<typeof agencySchema>;

export const targetSchema = z
  .strictObject({
    id: targetIdSchema,
    name: textSchema,
    registrar: textSchema.optional(),
    area: textSchema.optional(),
    entityType: textSchema.optional(),
    foundedOn: plainDateSchema.optional(),
    status: textSchema.optional(),
    industry: textSchema.optional(),
    riskClass: riskClassSchema.optional(),
    address: textSchema.optional(),
    tags: texts,
    lastInspectedOn: plainDateSchema.optional(),
  })
  .readonly();
/** @zh 检查对象 */
export type Target = z.infer<typeof targetSchema>;

export const periodSchema = z.strictObject({ from: plainDateSchema, to: plainDateSchema }).readonly();
/** First and last day. @zh 起止时间 */
export type Period = z.infer<typeof periodSchema>;

export const licenceSchema = z.strictObject({ number: textSchema, validFrom: plainDateSchema.optional(), validUntil: plainDateSchema }).readonly();
/** @zh 执法证 */
export type Licence = z.infer<typeof licenceSchema>;

export const GRADES = ['senior', 'trainee'] as const;
export const gradeSchema = z.enum(GRADES);
/** 资深, 见习; most people have none. @zh 人员级别 */
export type Grade = z.infer<typeof gradeSchema>;

export const inspectorSchema = z
  .strictObject({
    id: inspectorIdSchema,
    agency: agencyCodeSchema,
    qualifications: texts,
    licences: z.array(licenceSchema).readonly(),
    isOnDuty: z.boolean(),
    /** Visits per batch; absent: the default of the office's settings. 0 = not drawn. */
    capacity: visits.optional(),
    /** Visits per calendar year (D5.5). @zh 每年上限 */
    capacityPerYear: visits.optional(),
    mayLead: z.boolean().optional(),
    grade: gradeSchema.optional(),
    /** Where the person works or lives. @zh 工作或居住区域 */
    ownAreas: someTexts.optional(),
    /** The only areas the person is sent to. @zh 可派区域 */
    regions: someTexts.optional(),
    /** On leave, ascending. @zh 请假、不可用时段 */
    away: z.array(periodSchema).min(1).readonly().optional(),
  })
  .refine(({ id, agency }) => agencyOf(id) === agency, { path: ['agency'] })
  .readonly();
/** Without the name: records hold inspectors as ids. @zh 执法检查人员 */
export type Inspector = z.infer<typeof inspectorSchema>;

export const inspectorNameSchema = z.strictObject({ id: inspectorIdSchema, name: textSchema }).readonly();
/** @zh 姓名 */
export type InspectorName = z.infer<typeof inspectorNameSchema>;

export const filterSchema = z
  .strictObject({
    areas: texts.optional(),
    entityTypes: texts.optional(),
    industries: texts.optional(),
    tags: texts.optional(),
    riskClasses: z.array(riskClassSchema).readonly().optional(),
  })
  .readonly();
/** Which targets are meant: all conditions hold, within one condition any value does; an absent one means all. @zh 定向条件 */
export type TargetFilter = z.infer<typeof filterSchema>;

export const itemClassSchema = z.enum(['重点检查事项', '一般检查事项']);
/** Of the first there may be full coverage. @zh 事项类别 */
export type ItemClass = z.infer<typeof itemClassSchema>;

export const itemSchema = z
  .strictObject({
    id: textSchema,
    category: textSchema.optional(),
    name: textSchema,
    targets: textSchema.optional(),
    itemClass: itemClassSchema.optional(),
    method: textSchema.optional(),
    agencies: z.array(agencyCodeSchema).readonly(),
    basis: textSchema.optional(),
    appliesTo: filterSchema,
    qualifications: texts,
    /** At least one of each agency's people has each of these (M9). @zh 至少一人资质 */
    anyQualifications: someTexts.optional(),
    /** People each agency sends, at least 2 by law; absent: the default of the office's settings. */
    people: z.int().min(2).max(8191).optional(),
  })
  .readonly();
/** @zh 抽查事项 */
export type InspectionItem = z.infer<typeof itemSchema>;

export const recusalSchema = z
  .strictObject({ target: targetIdSchema, inspector: inspectorIdSchema, ground: textSchema, declaredOn: plainDateSchema.optional() })
  .readonly();
/** @zh 回避 */
export type Recusal = z.infer<typeof recusalSchema>;

/** None twice. */
const isAscending = (ids: readonly string[]): boolean => ids.every((id, at) => at === 0 || compareUtf8(ids[at - 1] ?? '', id) < 0);
export const fixedTeamSchema = z.strictObject({ group: textSchema.min(1), inspectors: z.array(inspectorIdSchema).min(1).refine(isAscending).readonly() }).readonly();
/** People who always go together, of several agencies as a rule; ascending. @zh 固定检查组 */
export type FixedTeam = z.infer<typeof fixedTeamSchema>;

export const appointmentSchema = z
  .strictObject({ agency: agencyCodeSchema, qualification: textSchema.min(1), inspector: inspectorIdSchema, by: textSchema.min(1), reason: textSchema.min(1) })
  .readonly();
/** Somebody who goes wherever the agency's visits ask for a qualification that none of its own people has (match-spec M10). @zh 委派 */
export type Appointment = z.infer<typeof appointmentSchema>;
