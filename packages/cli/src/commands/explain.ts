/** `ssj explain`: for one target or one person, why this came out. */
import { explainInspector, type InspectorExplanation, explainTarget, type JsonValue, type Meant, type RecordStory, type TargetExplanation, whoIsMeant } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import { refused } from '../county/outcome.js';
import { settledAction } from '../county/settled.js';
import { recordData, trustedStory } from '../county/trusted-story.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { codeIn } from '../messages/names.js';
import { explainedInspectorLines } from '../present/explained-inspector.js';
import { explainedTargetLines } from '../present/explained-target.js';
import { recordHeadLines } from '../present/record-head.js';

export const explain: CommandAction = settledAction(async (context, { args }) => {
  const [place, word] = args.map(String);
  const read = await trustedStory(context, place ?? '');
  if (!read.ok) return read.error;
  const { record, trust } = read.value;
  const meant = whoIsMeant({ record, word: word ?? '' });
  if (meant.kind === 'nobody' || meant.kind === 'several') return refused([problemOf(meant, word ?? '')]);
  const columns = context.host.columns();
  const told = await tell(record, meant, columns);
  return { exit: trust.exit, lines: [...recordHeadLines({ record, trust, columns }), ...told.lines], data: { ...recordData(read.value), explanation: told.data }, problems: [] };
});

interface Told {
  readonly lines: readonly string[];
  readonly data: JsonValue;
}

const tell = async (record: RecordStory, meant: Extract<Meant, { readonly kind: 'target' | 'inspector' }>, columns: number): Promise<Told> => {
  if (meant.kind === 'target') {
    const target: TargetExplanation = explainTarget({ record, id: meant.id });
    return { lines: explainedTargetLines({ explanation: target, columns }), data: { of: 'target', ...target } };
  }
  const person: InspectorExplanation = explainInspector({ record, id: meant.id });
  return { lines: await explainedInspectorLines({ explanation: person, columns }), data: { of: 'inspector', ...person } };
};

const problemOf = (meant: Extract<Meant, { readonly kind: 'nobody' | 'several' }>, raw: string): AnyProblem => {
  if (meant.kind === 'nobody') return { code: 'code-not-in-record', severity: 'error', fields: { raw, nearest: meant.nearest } };
  const codes = meant.targets.map(({ id }) => codeIn(id));
  // One number as a code of two kinds: only with its kind it says which.
  return { code: 'name-of-several', severity: 'error', fields: { raw, candidates: new Set(codes).size < codes.length ? meant.targets.map(({ id }) => id) : codes } };
};
