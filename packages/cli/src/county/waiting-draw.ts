/** A round of a draw, read from its record, that waits for what is still missing of its seed. */
import {
  commitmentOf, type Digest, epochSecondsOf, laterStart, type LedgerHead, linesKnown, mainStart, noticeDigest, type PublicLine, type RoundStart, seedReadyProblems, seedSourceText, type SeedSource,
  seedSteps, seedTermsOf,
} from '@shuangsuiji/core';
import type { Context } from '../context.js';
import { type County, failed, type Outcomes } from './county.js';
import { type CurrentDraw, currentDraw } from './current-draw.js';
import type { DrawOfLedger } from './draws.js';
import { overProblems } from './over.js';

export interface Waiting {
  readonly current: CurrentDraw;
  readonly start: RoundStart;
  /** C, or C_k of a later round. */
  readonly commitment: Digest;
  /** The ledger when it was read: as long as it is the last line, the record is what it was. */
  readonly ledgerHead: LedgerHead;
  readonly sources: readonly SeedSource[];
  /** Lines that the ledger already has. */
  readonly known: readonly PublicLine[];
}

/** Everything that can be refused is refused before anybody is asked for a seed. */
export const waitingDraw = (context: Context, { workspace, now }: County, draw: DrawOfLedger): Outcomes<Waiting> => {
  const { drawId, stage } = draw;
  const over = overProblems(draw);
  if (over.length > 0) return failed(...over);
  if (stage.open === undefined) return failed({ code: 'already-drawn', severity: 'error', fields: { drawId } });
  const current = currentDraw({ context, workspace, word: drawId });
  if (!current.ok) return current;
  const { inputs, notice, rounds, before } = current.value;
  const terms = seedTermsOf(inputs.sealed, notice);
  if (!terms.ok) return terms;
  const { notBefore, sources } = terms.value;
  if (epochSecondsOf(now.at) < epochSecondsOf(notBefore)) return failed({ code: 'not-yet-before', severity: 'error', fields: { notBefore, now: now.at } });
  const steps = seedSteps(workspace.ledger.entries, terms.value);
  const missing = seedReadyProblems(terms.value, steps, now.at);
  if (missing.length > 0) return failed(...missing);
  const { hash } = context.host;
  const start = notice === undefined ? mainStart(inputs) : laterStart({ ...inputs, rounds, before, changes: notice.changes.map(({ change }) => change) });
  const commitment = notice === undefined ? commitmentOf(inputs.sealed, hash) : noticeDigest(notice, hash);
  return { ok: true, value: { current: current.value, start, commitment, ledgerHead: workspace.ledger.head, sources, known: linesKnown(steps, sources, hash) } };
};

/** Sources whose values the draw itself must be given. */
export const sourcesAsked = ({ sources, known }: Pick<Waiting, 'sources' | 'known'>): readonly SeedSource[] => {
  const there = new Set(known.map(({ source }) => seedSourceText(source)));
  return sources.filter((source) => !there.has(seedSourceText(source)));
};

/** All lines in the seal's order. */
export const linesInOrder = (sources: readonly SeedSource[], lines: readonly PublicLine[]): readonly PublicLine[] =>
  sources.flatMap((source) => lines.find((line) => seedSourceText(line.source) === seedSourceText(source)) ?? []);
