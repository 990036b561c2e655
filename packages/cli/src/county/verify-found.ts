/** Verifies a record with everything that is at hand: its county's ledger, other draws, the auditor's trust, today. */
import { dayOf, isRehearsal, openRecord, type Overlap, PATHS, type PastVisits, type PlainDate, roundPaths, timestampAt, type Verification, verifyRecord } from '@shuangsuiji/core';
import type { Context } from '../context.js';
import { tokenReadings } from '../evidence/token-readings.js';
import type { Trust } from '../evidence/trust-options.js';
import type { FoundRecord } from './find-record.js';
import { overlapsOf, seedUseOf } from './overlaps.js';
import { countyPast } from './past-visits.js';

export interface VerifyFoundInput {
  readonly context: Context;
  readonly found: FoundRecord;
  readonly trust: Trust;
}

export const verifyFound = async ({ context, found, trust }: VerifyFoundInput): Promise<Verification> => {
  const { texts, workspace } = found;
  const { hash } = context.host;
  const evidence = await tokenReadings({ texts, roots: trust.roots, hash });
  return verifyRecord({ texts, countyLedger: workspace?.ledgerText, evidence, trustedKeys: trust.keys, overlaps: overlapsAround(context, found), past: pastAround(context, found), today: todayOf(context), hash });
};

/** What tells which targets a draw takes from which seed: no more is read for it. */
const SEED_USE: ReadonlySet<string> = new Set([PATHS.sealed, PATHS.frame, roundPaths(0).seed]);

/** Other draws of its county on the same seed; none outside a county. */
const overlapsAround = (context: Context, { texts, workspace }: FoundRecord): readonly Overlap[] => {
  if (workspace === undefined) return [];
  const record = openRecord(new Map([...texts].filter(([path]) => SEED_USE.has(path))), context.host.hash);
  const seed = seedUseOf(record);
  if (seed === undefined || !record.sealed.ok || !record.frame.ok) return [];
  const { drawId, scheme } = record.sealed.value;
  return overlapsOf({ context, workspace, drawId, isRehearsal: isRehearsal(scheme), frame: record.frame.value, seed });
};

/** Earlier visits by the county's own ledger and records; none outside a county, or where one of its records cannot be read. */
const pastAround = (context: Context, { texts, workspace }: FoundRecord): PastVisits | undefined => {
  if (workspace === undefined) return undefined;
  const { sealed, registry } = openRecord(new Map([...texts].filter(([path]) => path === PATHS.sealed || path.startsWith(PATHS.registry))), context.host.hash);
  if (!sealed.ok || !registry.ok) return undefined;
  const { drawId, batch, rules } = sealed.value;
  const before = workspace.ledger.entries.find((entry) => entry.type === 'sealed' && entry.body.drawId === drawId)?.seq;
  if (before === undefined) return undefined;
  const past = countyPast({ context, workspace, before })({ batch, rules, registries: registry.value });
  return past.ok ? past.value : undefined;
};

/** In China's time: whether a revelation is overdue is a question of days. */
const todayOf = ({ host }: Context): PlainDate | undefined => {
  const now = host.now();
  return now.ok ? dayOf(timestampAt(now.value.epochSeconds, '+08:00')) : undefined;
};
