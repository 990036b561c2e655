/** The statement of a round of a draw that stands in the county. */
import { readSealed, type RecordTexts, type RoundStatement, type Sealed, type Statement, statementsOf } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import { type County, failed, type Outcomes } from './county.js';
import { findDraw } from './draws.js';
import { recordOf } from './record.js';

export interface StatementInput {
  readonly context: Context;
  readonly county: County;
  /** A batch or a drawId. */
  readonly word: string;
  /** As given; absent: the last one that was sealed or announced. */
  readonly round: string | undefined;
}

export interface DrawStatements {
  readonly texts: RecordTexts;
  readonly sealed: Sealed;
  readonly statements: readonly RoundStatement[];
  /** Of the round that is meant. */
  readonly statement: Statement;
}

export const statementOf = ({ context, county: { workspace }, word, round }: StatementInput): Outcomes<DrawStatements> => {
  const found = findDraw({ ledger: workspace.ledger, word, rehearsal: context.options.rehearsal });
  if (!found.ok) return found;
  const { drawId } = found.value;
  const texts = recordOf(context, workspace, drawId);
  if (!texts.ok) return texts;
  const sealed = readSealed(texts.value);
  if (!sealed.ok) return sealed;
  const statements = statementsOf({ texts: texts.value, scheme: sealed.value.scheme, drawId, entries: workspace.ledger.entries, hash: context.host.hash });
  const last = statements.at(-1)?.round ?? 0;
  const meant = statements.find((one) => String(one.round) === (round ?? String(last)));
  if (meant === undefined) return failed({ code: 'round-unknown', severity: 'error', fields: { raw: round ?? '', last } });
  if (meant.statement === undefined) return failed({ code: 'notice-missing', severity: 'error', fields: { drawId, round: meant.round } });
  return { ok: true, value: { texts: texts.value, sealed: sealed.value, statements, statement: meant.statement } };
};
