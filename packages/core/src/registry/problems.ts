/** Everything that can be wrong with a registry. Codes are stable and never reused; sentences live with the program that talks to people. */
import type { ProblemOf } from '../base/problem.js';
import type { FaultOf, FieldProblemFields } from './field-problems.js';

type Nothing = Record<string, never>;
type Raw = { readonly raw: string };

/** Fields by code. `otherRow` is a row of the same sheet. */
export interface RegistryProblemFields extends FieldProblemFields, TargetProblemFields, InspectorProblemFields, ItemProblemFields, RecusalProblemFields, AppointmentProblemFields, TeamProblemFields {
  readonly 'registry-empty': Nothing;
  readonly 'code-missing': Nothing;
  readonly 'name-missing': Nothing;
  readonly 'agency-code-bad': Raw;
  readonly 'agency-code-duplicate': { readonly agency: string; readonly otherRow: number };
  /** A code, name or alias that two agencies share once folded. */
  readonly 'agency-name-duplicate': { readonly name: string; readonly otherRow: number };
  readonly 'agency-missing': Nothing;
  /** `nearest` is a known name that looks alike; left out where none does. */
  readonly 'agency-unknown': { readonly raw: string; readonly nearest?: string };
}

interface TargetProblemFields {
  readonly 'code-unrecognized': Raw;
  /** Warning: early pilot codes really fail the check of GB 32100. */
  readonly 'code-check-character': { readonly id: string };
  readonly 'id-under-two-names': { readonly id: string; readonly name: string; readonly row: number; readonly otherName: string; readonly otherRow: number };
  /** `column` is the column's key; the office's own word for it is in `where`. */
  readonly 'target-rows-disagree': { readonly id: string; readonly column: string; readonly values: readonly string[] };
  /** The column of former codes links two identifiers. */
  readonly 'target-under-two-codes': { readonly id: string; readonly otherId: string; readonly otherRow: number };
  /** Warning: one folded name under a 注册号 and a 统一社会信用代码. */
  readonly 'same-name-two-codes': { readonly name: string; readonly id: string; readonly otherIds: readonly string[] };
  readonly 'risk-class-unknown': Raw;
}

interface InspectorProblemFields {
  readonly 'inspector-number-missing': Nothing;
  readonly 'inspector-number-bad': Raw;
  readonly 'inspector-duplicate': { readonly id: string; readonly otherRow: number };
  /** On duty, and the last day of every licence is over; `validUntil` is the latest of them. */
  readonly 'licence-lapsed': { readonly validUntil: string };
  readonly 'licence-missing': Nothing;
  /** A number without its date or a date without its number: error where the person needs this licence, else warning. */
  readonly 'licence-incomplete': Raw;
  /** The first day of a licence is after its last one. */
  readonly 'licence-backwards': { readonly validFrom: string; readonly validUntil: string };
  /** Two rows with one number: of two people one is wrong, one person is drawn twice as often. */
  readonly 'licence-number-twice': { readonly number: string; readonly otherRow: number };
  readonly 'status-unknown': Raw;
  readonly 'capacity-bad': Raw;
  readonly 'grade-unknown': Raw;
  readonly 'away-unreadable': Raw;
  readonly 'away-backwards': { readonly from: string; readonly to: string };
  /** Two rows of one person, by the number of the identity card: drawn twice as often. The number itself stays out. */
  readonly 'person-twice': { readonly id: string; readonly otherId: string; readonly otherRow: number };
  /** Warning: a number of an identity card that cannot be compared. What stands in the cell stays out. */
  readonly 'identity-unreadable': Nothing;
  /** Warning: no target is in this area. */
  readonly 'inspector-area-unknown': Raw & { readonly nearest?: string };
}

interface ItemProblemFields {
  readonly 'item-number-missing': Nothing;
  /** A number that holds a separator of lists could not be named in a plan. */
  readonly 'item-number-bad': Raw;
  readonly 'item-duplicate-disagrees': { readonly number: string; readonly column: string; readonly values: readonly string[] };
  readonly 'item-without-agency': Nothing;
  readonly 'item-class-unknown': Raw;
  /** Not an integer from 2, the least the law asks for, to 8191. */
  readonly 'people-bad': Raw;
}

interface RecusalProblemFields {
  readonly 'recusal-unknown-inspector': { readonly id: string };
  readonly 'recusal-unknown-target': Raw;
  readonly 'recusal-ground-unknown': { readonly raw: string; readonly grounds: readonly string[] };
  /** Warning. */
  readonly 'recusal-duplicate': { readonly target: string; readonly inspector: string; readonly otherRow: number };
  /** Warning: found by comparing, and put among the recusals. */
  readonly 'same-person-recused': { readonly target: string; readonly inspector: string };
  /** Warning: numbers that agree as far as they are shown, and no name to compare. */
  readonly 'same-person-unsure': { readonly target: string; readonly inspector: string };
}

interface AppointmentProblemFields {
  readonly 'appointment-qualification-missing': Nothing;
  readonly 'appointment-by-missing': Nothing;
  readonly 'appointment-reason-missing': Nothing;
  readonly 'appointment-unknown-inspector': { readonly id: string };
  /** Not on duty: nobody who may not inspect is appointed. */
  readonly 'appointment-off-duty': { readonly inspector: string };
  /** The same person for the same qualification at the same agency. */
  readonly 'appointment-twice': { readonly inspector: string; readonly qualification: string; readonly otherRow: number };
  /** Warning: no item that the agency checks asks for it. */
  readonly 'appointment-not-asked': { readonly agency: string; readonly qualification: string; readonly nearest?: string };
}

interface TeamProblemFields {
  readonly 'team-name-missing': Nothing;
  readonly 'team-unknown-inspector': { readonly id: string };
  /** In two fixed teams, or twice in one. */
  readonly 'team-person-twice': { readonly inspector: string; readonly otherRow: number };
}

/** A problem found in a registry. @zh 名录库问题 */
export type RegistryProblem = ProblemOf<RegistryProblemFields>;
/** The same before its place is known. */
export type RegistryFault = FaultOf<RegistryProblemFields>;
