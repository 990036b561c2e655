/** A record opened for telling, and how far it can be believed. */
import { type JsonValue, openRecord, type RecordStory, recordStory, type Result } from '@shuangsuiji/core';
import type { Context, Outcome } from '../context.js';
import { NO_TRUST } from '../evidence/trust-options.js';
import { EXIT } from '../exit-codes.js';
import { type RecordTrust, recordTrust } from '../present/record-trust.js';
import { findRecord } from './find-record.js';
import { refused } from './outcome.js';
import { verifyFound } from './verify-found.js';

export interface TrustedStory {
  readonly record: RecordStory;
  readonly trust: RecordTrust;
}

/**
 * The story of the record a word means, verified first.
 *
 * @returns the end of the command where it is no record, or lacks what the story needs
 */
export const trustedStory = async (context: Context, word: string): Promise<Result<TrustedStory, Outcome>> => {
  const found = findRecord(context, word);
  if (!found.ok) return { ok: false, error: refused(found.error) };
  context.progress.step('复算');
  const trust = recordTrust(await verifyFound({ context, found: found.value, trust: NO_TRUST }));
  const record = recordStory(openRecord(found.value.texts, context.host.hash));
  if (!record.ok) return { ok: false, error: refused(record.error, trust.exit === EXIT.done ? EXIT.unverifiable : trust.exit) };
  return { ok: true, value: { record: record.value, trust } };
};

/** What a document of `--json` says of the record, whatever is told of it. */
export const recordData = ({ record: { inputs: { sealed: { drawId, scheme, batch } }, voiding }, trust }: TrustedStory): Readonly<Record<string, JsonValue | undefined>> => ({
  drawId, scheme, batch: batch.number, voiding: voiding === undefined ? undefined : { ...voiding }, verification: trust.data,
});
