/** Who goes together on a visit: rules on groups of people (match-spec M9). @zh 人员组成 */
import { z } from 'zod';
import { type Grade, textSchema } from '../registry/schemas.js';

const QUALIFICATION = 'qualification:';
export const groupSchema = z.custom<PeopleGroup>((group) => group === 'leader' || group === 'trainee' || (typeof group === 'string' && group.startsWith(QUALIFICATION) && group.length > QUALIFICATION.length && textSchema.safeParse(group).success));
/** A group of people a rule counts (M9.1). */
export type PeopleGroup = 'leader' | 'trainee' | `qualification:${string}`;

/** Everybody who has the qualification. */
export const qualifiedFor = (qualification: string): PeopleGroup => `${QUALIFICATION}${qualification}`;
/** The qualification a group asks for; `undefined` for the others. */
export const qualificationOf = (group: PeopleGroup): string | undefined => (group.startsWith(QUALIFICATION) ? group.slice(QUALIFICATION.length) : undefined);

const bound = z.int().min(0).max(8191);
export const compositionRuleSchema = z
  .strictObject({ group: groupSchema, atLeast: bound.min(1).optional(), atMost: bound.optional() })
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined)
  .readonly();
/** Of the people of one agency at one visit at least so many, at most so many, belong to the group. */
export type CompositionRule = z.infer<typeof compositionRuleSchema>;

/** What decides which groups a person belongs to. */
export interface Member {
  readonly qualifications: readonly string[];
  readonly mayLead?: boolean | undefined;
  readonly grade?: Grade | undefined;
}

/** True where the person belongs to the group: a fact about the person, whatever the target (M9.1). */
export const belongsTo = ({ qualifications, mayLead, grade }: Member, group: PeopleGroup): boolean => {
  const qualification = qualificationOf(group);
  if (qualification !== undefined) return qualifications.includes(qualification);
  return group === 'leader' ? mayLead === true || grade === 'senior' : grade === 'trainee';
};
