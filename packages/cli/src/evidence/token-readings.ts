/** All time-stamp tokens of a record, read against the statements that the record itself gives. */
import type { X509Certificate } from 'node:crypto';
import { type HashText, isEvidencePath, parseLedger, PATHS, readEvidence, readSealed, type RecordTexts, statementsOf, statementText, type TokenReading, type TokenReadings } from '@shuangsuiji/core';

export interface TokenReadingsInput {
  readonly texts: RecordTexts;
  readonly roots: readonly X509Certificate[];
  readonly hash: HashText;
}

/** What cannot be read because the record itself is damaged has no reading. */
export const tokenReadings = async ({ texts, roots, hash }: TokenReadingsInput): Promise<TokenReadings> => {
  const readings = new Map<string, TokenReading>();
  const documents = [...texts].flatMap(([path, text]) => (isEvidencePath(path) ? [{ path, reading: readEvidence(path, text) }] : []));
  const stamps = documents.flatMap(({ path, reading }) => (reading.ok && reading.value.format === 'ssj-timestamp/1' ? [{ path, stamp: reading.value }] : []));
  const sealed = readSealed(texts);
  if (stamps.length === 0 || !sealed.ok) return readings;
  const { scheme, drawId, sealedAt } = sealed.value;
  const { entries } = parseLedger({ file: PATHS.ledger, text: texts.get(PATHS.ledger) ?? '', hash });
  const statements = statementsOf({ texts, scheme, drawId, entries, hash });
  // The library for certificates is loaded only where there is something to read.
  const { readToken } = await import('./read-token.js');
  for (const { path, stamp } of stamps) {
    const statement = statements.find(({ round }) => round === stamp.round)?.statement;
    if (statement === undefined) continue;
    readings.set(path, await readToken({ token: Buffer.from(stamp.token, 'base64'), text: statementText(statement), roots, offset: sealedAt.slice(19) }));
  }
  return readings;
};
