/** `ssj ledger show`: one entry as it stands in the file, with its digest. */
import type { JsonValue } from '@shuangsuiji/core';
import type { CommandAction } from '../command-action.js';
import { openCounty } from '../county/county.js';
import { done, refused } from '../county/outcome.js';
import { linesIn } from '../workspace/lines-in.js';

export const ledgerShow: CommandAction = async (context, { args }) => {
  const raw = String(args[0]);
  const county = openCounty(context, { keeps: new Set(['opened']) });
  if (!county.ok) return refused(county.error);
  const { ledger: { head, digests, problems }, ledgerBytes } = county.value.workspace;
  const row = /^[1-9]\d{0,14}$/.test(raw) ? Number(raw) : 0;
  const digest = digests[row - 1];
  const line = digest === undefined ? undefined : lineAt(ledgerBytes, row);
  if (digest === undefined || line === undefined) return refused([{ code: 'entry-unknown', severity: 'error', fields: { raw, entries: head.seq } }]);
  const data: JsonValue = { digest, entry: contentOf(line) };
  return done({ lines: [JSON.stringify(data, undefined, 2)], data, problems: problems.filter(({ where }) => where?.row === row) });
};

const lineAt = (bytes: Uint8Array, row: number): string | undefined => {
  let before = 0;
  for (const line of linesIn(bytes)) if ((before += 1) === row) return line;
  return undefined;
};

/** A line that is no JSON is shown as it is. */
const contentOf = (line: string): JsonValue => {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
};
