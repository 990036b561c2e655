/** Records that went on after the main draw: every kind of change, a notice, a later round. For tests. */
import * as fc from 'fast-check';
import { unsafeBrand } from '../base/brand.js';
import { portableHash } from '../base/digest.js';
import { code } from '../plan/county.properties.js';
import { parseSeedSources } from '../seed/source.js';
import { announce } from './announce.js';
import type { Change } from './changes.js';
import { drawRound } from './draw-round.js';
import { drawState, type PastRound, presentAssignments } from './draw-state.js';
import { type LedgerEvent, type LedgerHead, ledgerLines } from './ledger.js';
import { withManifest } from './manifest.js';
import type { NoticedChange } from './notice.js';
import { parseLedger } from './parse-ledger.js';
import { PATHS, type RecordTexts } from './paths.js';
import { readSealedInputs } from './read-sealed.js';
import { reveal } from './reveal.js';
import { laterStart, mainStart } from './round-start.js';
import { enteredEvent } from './seed-events.js';
import { anySampleOptions, moment, right, sampleRecord, type SampleOptions, seedOf } from './sample.properties.js';
import type { SealedInputs } from './sealed-inputs.js';

export interface LaterOptions extends Omit<SampleOptions, 'stage'> {
  /** How far it went: changes in the ledger alone, the notice of round 1, its draw, the revelation. */
  readonly stage: 'changed' | 'announced' | 'redrawn' | 'revealed';
  /** Voided before the revelation. */
  readonly isVoid?: boolean;
}

export interface LaterSample {
  readonly texts: RecordTexts;
  readonly changes: readonly NoticedChange[];
}

export const anyLaterOptions: fc.Arbitrary<LaterOptions> = fc
  .tuple(anySampleOptions, fc.constantFrom('changed' as const, 'announced' as const, 'redrawn' as const, 'revealed' as const))
  .map(([options, stage]) => ({ ...options, stage }));

const WHY = { reason: '已核实', by: '双随机办', evidence: '情况说明 1 号' } as const;
/** Somebody of an agency that the county does not know. */
export const BORROWED = unsafeBrand<'InspectorId'>('XF/0001');

/** One change of every kind, where there is somebody or something to change. */
const changesOf = ({ roster, recusals, frame }: SealedInputs, main: PastRound): readonly Change[] => {
  const [first, second, third] = main.targets.map(({ id }) => id);
  const waiting = frame.find(({ id }) => main.targets.every((row) => row.id !== id));
  const rows = presentAssignments(drawState({ rounds: [main], changes: [] })).filter(({ target }) => target !== first && target !== second);
  const sick = rows[0]?.inspectors[0];
  const late = rows.flatMap(({ target, inspectors }) => inspectors.filter((id) => id !== sick).map((inspector) => ({ target, inspector })))[0];
  const free = roster.find(({ id, reason }) => reason === undefined && id !== sick);
  const released = recusals.find(({ target }) => target === third);
  return [
    ...(first === undefined ? [] : [{ kind: 'target-withdrawn', target: first } as const]),
    ...(second === undefined ? [] : [{ kind: 'target-postponed', target: second } as const]),
    ...(waiting === undefined ? [] : [{ kind: 'target-withdrawn', target: waiting.id } as const]),
    ...(sick === undefined ? [] : [{ kind: 'inspector-withdrawn', inspector: sick } as const]),
    ...(late === undefined ? [] : [{ kind: 'pair-withdrawn', ground: '近亲属', ...late } as const]),
    ...(free === undefined ? [] : [{ kind: 'capacity-set', inspector: free.id, capacity: 12 } as const]),
    ...(released === undefined ? [] : [{ kind: 'recusal-released', target: released.target, inspector: released.inspector } as const]),
    { kind: 'borrowed', agency: code('SCJG'), inspector: BORROWED, capacity: 9, qualifications: ['电梯', '食品'] },
  ];
};

export const laterSample = (options: LaterOptions): LaterSample => {
  const { number, stage, hash = portableHash } = options;
  const { texts: base, secret, sealed: { sealed } } = sampleRecord({ ...options, stage: 'drawn' });
  const texts = new Map(base);
  const { inputs } = right(readSealedInputs(texts, hash));
  const { drawId } = sealed;
  let { head, whole } = parseLedger({ file: PATHS.ledger, text: texts.get(PATHS.ledger) ?? '', hash });
  const append = (minutes: number, ...events: readonly LedgerEvent[]): LedgerHead => {
    const lines = ledgerLines({ head, at: moment(minutes).at, events, hash });
    whole += lines.text;
    head = lines.head;
    return head;
  };
  const keep = (more: RecordTexts): void => more.forEach((text, path) => texts.set(path, text));
  const drawn = drawRound({ ...inputs, start: mainStart(inputs), publicSeed: seedOf(right(parseSeedSources(sealed.seed.lines)), number, hash), secret, now: moment(60), hash });
  const main: PastRound = { targets: drawn.targets, assignments: drawn.match.assignments ?? [] };
  const changes = changesOf(inputs, main).map((change): NoticedChange => ({ seq: append(70, { type: 'changed', body: { drawId, change, ...WHY } }).seq, change, ...WHY }));
  if (stage !== 'changed') {
    const start = laterStart({ ...inputs, rounds: [main], before: [], changes: changes.map(({ change }) => change) });
    const lines = ['dice:d10x20', 'lottery:fc3d:2026034'];
    const announced = announce({ sealed, start, changes, seed: { lines, notBefore: moment(85).at }, ledgerHead: head, now: moment(80), hash });
    keep(announced.texts);
    append(80, announced.event);
    if (stage !== 'announced') {
      const publicSeed = seedOf(right(parseSeedSources(lines)), number + 5000, hash);
      append(82, ...publicSeed.lines.filter(({ source }) => source.kind === 'dice').map((line) => enteredEvent({ drawId, round: 1, line })));
      const round = drawRound({ ...inputs, start, publicSeed, secret, now: moment(90), hash });
      keep(round.texts);
      append(90, round.event);
    }
  }
  if (options.isVoid === true) append(95, { type: 'voided', body: { drawId, ...WHY } });
  if (stage === 'revealed' && secret !== undefined) {
    const revelation = reveal({ sealed, secret, visitsFinishedOn: sealed.batch.period.to, now: moment(100), hash });
    keep(revelation.texts);
    append(100, revelation.event);
  }
  texts.set(PATHS.ledger, whole);
  return { texts: withManifest({ drawId, texts, hash }), changes };
};
