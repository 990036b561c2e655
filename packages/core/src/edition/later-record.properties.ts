/** A record with a later round, for tests: one drawn target and one that was not leave, one is postponed, one person falls ill. */
import { portableHash } from '../base/digest.js';
import { timestampAt } from '../base/plain-date.js';
import { announce } from '../record/announce.js';
import type { Change } from '../record/changes.js';
import type { Moment } from '../record/common-schemas.js';
import { drawRound } from '../record/draw-round.js';
import { entriesOf, type LedgerEvent, ledgerLines } from '../record/ledger.js';
import { withManifest } from '../record/manifest.js';
import { parseLedger } from '../record/parse-ledger.js';
import { PATHS, type RecordTexts } from '../record/paths.js';
import { readSealedInputs } from '../record/read-sealed.js';
import { reveal } from '../record/reveal.js';
import { laterStart } from '../record/round-start.js';
import { right, sampleRecord, type SampleOptions } from '../record/sample.properties.js';
import { publicSeed } from '../seed/seed.js';
import { parseSeedSources } from '../seed/source.js';
import { changesBefore } from '../record/noticed-changes.js';
import { openRecord } from '../verify/opened-record.js';
import { pastRounds } from '../verify/parts.js';

const moment = (minutes: number): Moment => ({ at: timestampAt(1769994000 + minutes * 60, '+08:00'), clock: 'system' });
const why = { reason: '见附件', by: '王主任', evidence: '通知书' };

/** Sealed, drawn, changed, announced, drawn again, revealed where there is a secret. */
export const laterRecord = (options: Omit<SampleOptions, 'stage'>): RecordTexts => {
  const { hash = portableHash } = options;
  const { texts: before, secret, sealed: { sealed } } = sampleRecord({ ...options, stage: 'drawn' });
  const texts = new Map(before);
  const inputs = right(readSealedInputs(texts, hash)).inputs;
  const append = (minutes: number, ...events: readonly LedgerEvent[]): void => {
    const text = texts.get(PATHS.ledger)!;
    const { head } = parseLedger({ file: PATHS.ledger, text, hash });
    texts.set(PATHS.ledger, text + ledgerLines({ head, at: moment(minutes).at, events, hash }).text);
  };
  const past = right(pastRounds(openRecord(texts, hash).rounds.slice(0, 1)));
  const drawn = past.rounds[0]!.targets.map(({ id }) => id);
  const undrawn = inputs.frame.find(({ id }) => !drawn.includes(id));
  const changes: readonly Change[] = [
    { kind: 'target-withdrawn', target: drawn[0]! },
    { kind: 'target-postponed', target: drawn[1]! },
    { kind: 'inspector-withdrawn', inspector: inputs.roster[0]!.id },
    ...(undrawn === undefined ? [] : [{ kind: 'target-withdrawn', target: undrawn.id } as const]),
  ];
  append(70, ...changes.map((change): LedgerEvent => ({ type: 'changed', body: { drawId: sealed.drawId, change, ...why } })));
  const start = laterStart({ ...inputs, rounds: past.rounds, before: past.changes, changes });
  const { entries, head } = parseLedger({ file: PATHS.ledger, text: texts.get(PATHS.ledger)!, hash });
  const own = entriesOf(entries, sealed.drawId);
  const lines = ['dice:d10x20'];
  const announced = announce({ sealed, start, changes: changesBefore(own, { seq: head.seq + 1 }), seed: { lines, notBefore: moment(75).at }, ledgerHead: head, now: moment(71), hash });
  append(71, announced.event);
  const seed = right(publicSeed({ sources: right(parseSeedSources(lines)), values: ['12345678901234567890'], witnesses: [] }));
  const round = drawRound({ ...inputs, start, publicSeed: seed, secret, now: moment(80), hash });
  append(80, round.event);
  for (const [path, text] of [...announced.texts, ...round.texts]) texts.set(path, text);
  if (secret !== undefined) {
    const revealed = reveal({ sealed, secret, visitsFinishedOn: sealed.batch.period.to, now: moment(100), hash });
    append(100, revealed.event);
    for (const [path, text] of revealed.texts) texts.set(path, text);
  }
  return withManifest({ drawId: sealed.drawId, texts, hash });
};
