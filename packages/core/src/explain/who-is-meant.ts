/** Whom a word means: a code as people know it, or the name of a target. */
import type { InspectorId, TargetId } from '../base/brand.js';
import { foldName, toHalfWidth } from '../base/text.js';
import { agencyCode, codeOf, inspectorId, isTargetId } from '../registry/canonical-id.js';
import { nearestName } from '../registry/nearest-name.js';
import { targetIdsOf } from '../registry/read-target-id.js';
import type { RecordStory } from './record-story.js';

/** A target and its name. */
export interface NamedTarget {
  readonly id: TargetId;
  readonly name: string;
}

export type Meant =
  | { readonly kind: 'target'; readonly id: TargetId }
  | { readonly kind: 'inspector'; readonly id: InspectorId }
  /** One name of several targets, or one number as a code of two kinds; `local:…` says which. */
  | { readonly kind: 'several'; readonly targets: readonly NamedTarget[] }
  /** The most similar code, person and name there are. */
  | { readonly kind: 'nobody'; readonly nearest: readonly string[] };

export interface WhoIsMeantInput {
  readonly record: RecordStory;
  /** As typed. */
  readonly word: string;
}

/** A person's code goes before a target's, and a code before a name. */
export const whoIsMeant = ({ record, word }: WhoIsMeantInput): Meant => {
  const people = peopleOf(record);
  const person = inspectorOf(word);
  if (person !== undefined && people.has(person)) return { kind: 'inspector', id: person };
  const [only, ...others] = targetsOf(record, word);
  if (only === undefined) return { kind: 'nobody', nearest: nearestOf(word, record, people) };
  return others.length === 0 ? { kind: 'target', id: only.id } : { kind: 'several', targets: [only, ...others] };
};

const targetsOf = ({ registry: { targets } }: RecordStory, word: string): readonly NamedTarget[] => {
  const ids = new Set<string>([...targetIdsOf(word), ...(isTargetId(word.trim()) ? [word.trim()] : [])]);
  const byCode = targets.filter(({ id }) => ids.has(id));
  const folded = foldName(word);
  return (byCode.length > 0 ? byCode : targets.filter(({ name }) => foldName(name) === folded)).map(({ id, name }) => ({ id, name }));
};

/** Everybody of the sealed registry, and those borrowed. */
const peopleOf = ({ registry, inputs, changes }: RecordStory): ReadonlySet<InspectorId> =>
  new Set([...registry.inspectors.map(({ id }) => id), ...inputs.roster.map(({ id }) => id), ...changes.flatMap(({ change }) => (change.kind === 'borrowed' ? [change.inspector] : []))]);

const inspectorOf = (word: string): InspectorId | undefined => {
  const text = toHalfWidth(word);
  const slash = text.indexOf('/');
  const agency = slash < 0 ? undefined : agencyCode(text.slice(0, slash));
  return agency === undefined ? undefined : inspectorId(agency, text.slice(slash + 1));
};

const nearestOf = (word: string, { registry }: RecordStory, people: ReadonlySet<InspectorId>): readonly string[] =>
  [registry.targets.map(({ id }) => codeOf(id)), [...people], registry.targets.map(({ name }) => name)].flatMap((known) => nearestName(word, known) ?? []);
