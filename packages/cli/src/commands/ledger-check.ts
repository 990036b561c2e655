/** `ssj ledger check`: whether the chain holds, and whether everything that names it agrees. */
import { headRow, isHeadText, type JsonValue, type LedgerEntry } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import { openCounty } from '../county/county.js';
import { ledgerEvidence } from '../county/ledger-evidence.js';
import { listOption } from '../county/options.js';
import { refused } from '../county/outcome.js';
import { settledAction } from '../county/settled.js';
import { EXIT } from '../exit-codes.js';
import type { AnyProblem } from '../messages/any-problem.js';
import { headLine } from './ledger.js';

/** All that the check needs of the entries themselves, also of a ledger of a hundred thousand. */
const KEEPS: ReadonlySet<LedgerEntry['type']> = new Set(['opened', 'sealed', 'published']);
/** Clocks of two machines of one office may differ, zones mixed up included. */
const DAY = 86_400;

export const ledgerCheck: CommandAction = settledAction(async (context, { options }) => {
  const given = listOption(options, 'head').map((raw) => ({ raw, head: raw.trim().toLowerCase() }));
  const bad = given.filter(({ head }) => !isHeadText(head));
  if (bad.length > 0) return refused(bad.map(({ raw }) => ({ code: 'head-bad', severity: 'error', fields: { raw } })));
  const time = context.host.now();
  if (!time.ok) return refused(time.error);
  const county = openCounty(context, { keeps: KEEPS, latest: time.value.epochSeconds + DAY });
  if (!county.ok) return refused(county.error);
  const { workspace } = county.value;
  const { head, digests, problems: own } = workspace.ledger;
  const heads = given.map((one) => ({ ...one, row: headRow(digests, one.head) }));
  const unknown = heads.flatMap(({ raw, row }): readonly AnyProblem[] => (row === undefined ? [{ code: 'head-unknown', severity: 'error', fields: { head: raw, entries: head.seq } }] : []));
  const problems = [...own, ...unknown, ...ledgerEvidence(context, workspace)];
  const isWhole = problems.every(({ severity }) => severity === 'warning');
  const words = isWhole ? [`台账完整：${head.seq} 条，编号连续，前后相连，与存档和公示一致。`, headLine(head)] : [`台账与存档、公示或给出的台账头有不符：${headLine(head)}`];
  const data: JsonValue = { head: { ...head }, entries: head.seq, heads: heads.map(({ head: text, row }) => ({ head: text, row })) };
  return { exit: isWhole ? EXIT.done : EXIT.different, lines: [...words, ...heads.flatMap(headWords)], data, problems };
});

const headWords = ({ head, row }: { readonly head: string; readonly row: number | undefined }): readonly string[] => (row === undefined ? [] : [`${head} 是第 ${row} 条之后的台账头。`]);
