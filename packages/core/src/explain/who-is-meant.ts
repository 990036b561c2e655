/** Whom a word means: a code as people know it, or the name of a target. */
import type { InspectorId, TargetId } from '../base/brand.js';
import { foldName, toHalfWidth } from '../base/text.js';
import { agencyCode, codeOf, inspectorId, isTargetId } from '../registry/canonical-id.js';
import { nearestName } from '../registry/nearest-name.js';
import { targetIdsOf } from '../registry/read-target-id.js';
import type { RecordStory } from './record-story.js';

/** A target with its name, or a person, of whom a record has no name. */
export type Person = { readonly kind: 'inspector'; readonly id: InspectorId };
export type Firm = { readonly kind: 'target'; readonly id: TargetId; readonly name: string };

export type Meant =
  | Person
  | Firm
  /** One code of two kinds, or one name of several. */
  | { readonly kind: 'several'; readonly candidates: readonly (Person | Firm)[] }
  /** The most similar code, person and name there are. */
  | { readonly kind: 'nobody'; readonly nearest: readonly string[] };

export interface WhoIsMeantInput {
  readonly record: RecordStory;
  /** As typed. */
  readonly word: string;
}

/** A code goes before a name: a name is only looked for where no code fits. */
export const whoIsMeant = ({ record, word }: WhoIsMeantInput): Meant => {
  const { targets } = record.registry;
  const people = peopleOf(record);
  const ids = new Set<string>([...targetIdsOf(word), ...(isTargetId(word.trim()) ? [word.trim()] : [])]);
  const person = inspectorOf(word);
  const byCode: readonly (Person | Firm)[] = [...targets.filter(({ id }) => ids.has(id)).map(firm), ...(person !== undefined && people.has(person) ? [{ kind: 'inspector', id: person } as const] : [])];
  const folded = foldName(word);
  const found = byCode.length > 0 ? byCode : targets.filter(({ name }) => foldName(name) === folded).map(firm);
  const [only, ...others] = found;
  if (only === undefined) return { kind: 'nobody', nearest: nearestOf(word, record, people) };
  return others.length === 0 ? only : { kind: 'several', candidates: found };
};

const firm = ({ id, name }: { readonly id: TargetId; readonly name: string }): Firm => ({ kind: 'target', id, name });

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
