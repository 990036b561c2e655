// A whole record of 12,362 targets, 600 drawn, three agencies of 70, 69 and 69 people: verified as a whole command by both implementations.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as core from '@shuangsuiji/core';
import { textsBelow } from './county.mjs';
import { interleave } from './measure.mjs';
import { isThere, peakMegabytes, runProgram, ssj } from './process.mjs';

const hash = (text) => createHash('sha256').update(text).digest('hex');
const value = (result) => {
  if (!result.ok) throw new TypeError(JSON.stringify(result.error).slice(0, 400));
  return result.value;
};

const DRAWN = 600;
/** With two places at each target this leaves about 5 % spare. */
const CAPACITY = 18;
const AGENCIES = [['A', 70], ['B', 69], ['C', 69]];
const at = (minutes) => ({ at: core.timestampAt(1772416800 + minutes * 60, '+08:00'), clock: 'system' });
const program = { name: 'shuangsuiji', version: 'bench' };

/** The targets of the sample county; people and items are made for the size. */
const registryOf = (record) => {
  const { targets } = value(core.readRegistry(textsBelow(record), hash));
  const agencies = AGENCIES.map(([code]) => ({ code, name: `${code}局`, aliases: [] }));
  const inspectors = AGENCIES.flatMap(([agency, count]) =>
    Array.from({ length: count }, (_, index) => ({ id: `${agency}/${1000 + index}`, agency, qualifications: [], licences: [{ number: '1', validUntil: '2029-12-31' }], isOnDuty: true, capacity: CAPACITY })),
  );
  const items = AGENCIES.map(([agency]) => ({ id: agency, name: `${agency} 项`, agencies: [agency], appliesTo: {}, qualifications: [] }));
  const recusals = inspectors.flatMap(({ id }, index) => targets.slice(index * 20, index * 20 + 20).map((target) => ({ target: target.id, inspector: id, ground: '近亲属' })));
  const report = { problems: hash('[]'), refused: [], warnings: 0 };
  return { agencies, targets, inspectors, items, recusals, names: inspectors.map(({ id }) => ({ id, name: id })), report };
};

/** All statuses count, so that all targets are in the pool. */
const settingsFor = (targets) => ({
  format: 'ssj-settings/1', authority: { code: '652722', name: '样例县' }, year: 2026, offset: '+08:00', defaults: { status: '存续' }, activeStatuses: [...new Set(['存续', ...targets.flatMap(({ status }) => status ?? [])])],
  rules: Object.fromEntries([['inspectorsPerVisit', 2], ['capacityPerBatch', 12], ['revealWithinDays', 30], ['forecastLimit', 100]].map(([name, number]) => [name, { value: number, source: '样例' }])),
});
const batch = {
  number: 'B-1', name: '大批次', items: AGENCIES.map(([code]) => code), lead: 'A', cooperating: ['B', 'C'], period: { from: '2026-04-01', to: '2026-06-30' }, filter: {},
  sampling: { kind: 'flat', rule: { kind: 'fixed', count: DRAWN } },
};

/** Sealed, drawn and revealed. @returns texts by path */
const makeRecord = (record) => {
  const content = registryOf(record);
  const snapshot = core.makeSnapshot({ ...content, hash });
  const { targets, items, inspectors, agencies } = content;
  const settings = settingsFor(targets);
  const plan = core.planBatch({ planned: { batch, stated: new Map() }, settings, targets, items, inspectors, agencies, past: core.NO_PAST });
  const drawId = core.drawIdOf('652722', 2026, 1);
  let ledger = core.ledgerLines({ head: core.EMPTY_HEAD, at: at(0).at, events: [{ type: 'opened', body: { authority: settings.authority, year: 2026, program } }, { type: 'imported', body: { snapshot: snapshot.digest, counts: {}, refused: 0 } }], hash });
  let text = ledger.text;
  const append = (minutes, event) => {
    ledger = core.ledgerLines({ head: ledger.head, at: at(minutes).at, events: [event], hash });
    text += ledger.text;
  };
  const sources = value(core.parseSeedSources(['dice:d10x20']));
  const secret = hash('secret');
  const sealed = core.seal({
    scheme: 'ssj/1', drawId, now: at(1), ledgerHead: ledger.head, batch, plan, settings, snapshot, sources, notBefore: at(1).at, secret: { value: secret, revealBy: '2026-07-30' }, salt: hash('salt'),
    forecast: { agencies: [], draws: 0, infeasible: 0, proven: true }, program, hash,
  });
  append(1, sealed.event);
  const texts = new Map(sealed.texts);
  const { inputs } = value(core.readSealedInputs(texts, hash));
  const publicSeed = value(core.publicSeed({ sources, values: ['08772473296991897540'], witnesses: [] }));
  const round = core.drawRound({ ...inputs, start: core.mainStart(inputs), publicSeed, secret, now: at(2), hash });
  append(2, round.event);
  const revelation = core.reveal({ sealed: sealed.sealed, secret, visitsFinishedOn: '2026-06-30', now: at(3), hash });
  append(3, revelation.event);
  return core.withManifest({ drawId, texts: new Map([...texts, ...round.texts, ...revelation.texts, [core.PATHS.ledger, text]]), hash });
};

export const measureBigRecord = async ({ county, isQuick }) => {
  const root = mkdtempSync(join(tmpdir(), 'ssj-bench-record-'));
  try {
    const folder = join(root, 'record');
    for (const [path, text] of makeRecord(county.record)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const verify = ['verify', folder];
    const replay = join(import.meta.dirname, '../replay.py');
    const contestants = { ours: () => ssj(...verify), ...(isThere('python3') ? { replay: () => runProgram('python3', [replay, folder]) } : {}) };
    const samples = await interleave({ rounds: isQuick ? 3 : 9, warmUp: 1, contestants });
    return [
      { what: 'ssj verify, 12,362 targets, 600 × 3', samples: samples.ours, most: 2000, ...(samples.replay === undefined ? {} : { peer: 'python3 replay.py', peerSamples: samples.replay }) },
      { what: 'ssj verify of it, peak memory', samples: [peakMegabytes(...verify)], unit: 'MB' },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};
