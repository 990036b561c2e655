/** `ssj explain`: for one target or one person, why this came out. */
import {
  explainInspector, type InspectorExplanation, explainTarget, isRehearsal, type JsonValue, type Meant, openRecord, type RecordStory, recordStory, type TargetExplanation,
  whoIsMeant,
} from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import { findRecord } from '../county/find-record.js';
import { refused } from '../county/outcome.js';
import { settledAction } from '../county/settled.js';
import { verifyFound } from '../county/verify-found.js';
import { NO_TRUST } from '../evidence/trust-options.js';
import { EXIT } from '../exit-codes.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { codeIn } from '../messages/names.js';
import { oneLine } from '../messages/one-line.js';
import { voidingWords } from '../messages/told-change.js';
import { explainedInspectorLines } from '../present/explained-inspector.js';
import { explainedTargetLines } from '../present/explained-target.js';
import { type RecordTrust, recordTrust } from '../present/record-trust.js';
import { REHEARSAL_MARK } from '../present/rehearsal.js';
import { wrap } from '../present/wrap.js';

export const explain: CommandAction = settledAction(async (context, { args }) => {
  const [place, word] = args.map(String);
  const found = findRecord(context, place ?? '');
  if (!found.ok) return refused(found.error);
  const { hash } = context.host;
  context.progress.step('复算');
  const trust = recordTrust(await verifyFound({ context, found: found.value, trust: NO_TRUST }));
  const record = recordStory(openRecord(found.value.texts, hash));
  if (!record.ok) return refused(record.error, trust.exit === EXIT.done ? EXIT.unverifiable : trust.exit);
  const meant = whoIsMeant({ record: record.value, word: word ?? '' });
  if (meant.kind === 'nobody' || meant.kind === 'several') return refused([problemOf(meant, word ?? '')]);
  const columns = context.host.columns();
  const told = await tell(record.value, meant, columns);
  return { exit: trust.exit, lines: [...headLines(record.value, trust, columns), ...told.lines], data: { ...recordData(record.value), verification: trust.data, explanation: told.data }, problems: [] };
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

const headLines = ({ inputs: { sealed }, secret, voiding }: RecordStory, { warning }: RecordTrust, columns: number): readonly string[] => [
  ...(warning === undefined ? [] : [...wrap({ text: warning, columns }), '']),
  ...wrap({ text: `${isRehearsal(sealed.scheme) ? REHEARSAL_MARK : ''}抽取编号 ${sealed.drawId}，批次 ${oneLine(sealed.batch.number)} ${oneLine(sealed.batch.name)}`, columns }),
  ...(voiding === undefined ? [] : wrap({ text: voidingWords(voiding), columns })),
  ...(secret.kind === 'unknown' ? wrap({ text: '密钥尚未揭示：检查结束以前，是否抽中、谁去检查都不要外传。', columns }) : []),
];

const recordData = ({ inputs: { sealed: { drawId, scheme, batch } }, voiding }: RecordStory) => ({ drawId, scheme, batch: batch.number, voiding });

const problemOf = (meant: Extract<Meant, { readonly kind: 'nobody' | 'several' }>, raw: string): AnyProblem => {
  if (meant.kind === 'nobody') return { code: 'code-not-in-record', severity: 'error', fields: { raw, nearest: meant.nearest } };
  const codes = meant.targets.map(({ id }) => codeIn(id));
  // One number as a code of two kinds: only with its kind it says which.
  return { code: 'name-of-several', severity: 'error', fields: { raw, candidates: new Set(codes).size < codes.length ? meant.targets.map(({ id }) => id) : codes } };
};
