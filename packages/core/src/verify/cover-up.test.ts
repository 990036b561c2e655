import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Digest } from '../base/brand.js';
import { secretCommitment } from '../seed/secret.js';
import { PATHS, type RecordTexts, roundPaths } from '../record/paths.js';
import { sampleRecord, type SampleOptions } from '../record/sample.properties.js';
import { coveredUp, changed, type Loose, manifested, rowsOf, without } from './tampering.properties.js';
import { type PointId, verifyRecord } from './verify-record.js';

const MAIN = roundPaths(0);

/** Somebody changed a value and made all digests, C, the chain of the ledger and the manifest fit again. */
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const OPTIONS: SampleOptions = { number: 3, scheme: 'ssj/1', publication: 'after-visits', sampling: 'by-risk', isFeasible: true, stage: 'revealed', hash };
const record = (options: Partial<SampleOptions> = {}): RecordTexts => sampleRecord({ ...OPTIONS, ...options }).texts;
const different = (texts: RecordTexts): readonly PointId[] => {
  const { points, verdict } = verifyRecord({ texts, hash });
  const ids = points.filter((point) => point.verdict === 'different').map(({ id }) => id);
  expect(verdict).toBe(ids.length > 0 ? 'different' : 'identical');
  return ids;
};
const REGISTRY = { targets: 'registry/targets.jsonl', inspectors: 'registry/inspectors.jsonl', recusals: 'registry/recusals.jsonl', items: 'registry/items.jsonl' } as const;

/** One change of one document. */
type Change = (rows: Loose[]) => unknown;
const afterwards = (texts: RecordTexts, path: string, change: Change): readonly PointId[] =>
  different(coveredUp(changed(texts, path, (rows) => void change(rows)), hash));

/** What stands at a place such as `lines.0.line` of a row. */
const at = (row: unknown, place: string): Loose => place.split('.').reduce((value, key) => (value as Record<string, unknown>)[key], row) as Loose;
/** Puts a value at a place of the first row. */
const put = (place: string, value: Loose[string]): Change => ([first]) => {
  const parts = place.split('.');
  const key = parts.pop()!;
  (parts.length === 0 ? first! : at(first, parts.join('.')))[key] = value;
};
const takeLast = (place: string): Change => ([first]) => (at(first, place) as unknown as unknown[]).pop();
const ofType = (rows: Loose[], type: string): Loose => rows.find((row) => row['type'] === type)!;

test('covering up a record that nobody changed changes nothing', () => {
  for (const kind of [{}, { isFeasible: false }, { scheme: 'ssj/1-rehearsal' }, { number: 2 }] as const) expect(coveredUp(record(kind), hash)).toEqual(record(kind));
});

describe('a change that was covered up', () => {
  const texts = record();
  const drawn = new Set(rowsOf(texts.get(MAIN.targets)!).map(({ id }) => id));
  const one = '1'.repeat(64);

  test.each<[string, string, Change, readonly PointId[]]>([
    ['a ticket', MAIN.targets, put('ticket', '0'.repeat(64)), ['targets']],
    ['another target', MAIN.targets, put('id', rowsOf(texts.get(PATHS.frame)!).find(({ id }) => !drawn.has(id))!['id']), ['targets', 'odds', 'assignments']],
    ['a target fewer', MAIN.targets, (rows) => rows.pop(), ['targets', 'odds', 'assignments']],
    ['the odds', MAIN.odds, put('odds.0.1', 1), ['odds']],
    ['a person on a visit', MAIN.assignments, put('inspectors.0', 'A-10/0'), ['assignments']],
    ['a visit fewer', MAIN.assignments, (rows) => rows.pop(), ['assignments']],
    ['the figures of a match', MAIN.match, put('agencies.0.largestDifference', 9999), ['odds']],
    ['an infeasible match made of a feasible one', MAIN.match, (rows) => Object.assign(rows[0]!, { outcome: 'infeasible', agencies: [] }), ['ledger', 'odds']],
    ['the dice', MAIN.seed, put('lines.0.line', `dice:d10x20=${'7'.repeat(20)}`), ['targets', 'assignments']],
    ['the source of the seed', MAIN.seed, put('lines.1.line', 'lottery:fc3d:2026034=0.0.7'), ['seed', 'targets', 'assignments']],
    ['a line fewer in the seed', MAIN.seed, takeLast('lines'), ['seed', 'targets', 'assignments']],
    ['a witness', MAIN.seed, takeLast('lines.0.witnesses'), ['seed']],
    ['the entropy', MAIN.seed, put('tenthBits', 999), ['seed']],
    ['a warning', MAIN.seed, put('warnings', ['entropy-low']), ['seed']],
    ['the time of the draw', MAIN.seed, put('drawnAt', '2026-02-02T09:29:59+08:00'), ['ledger', 'seed']],
    ['the secret', PATHS.reveal, put('secret', one), ['secret', 'targets', 'assignments']],
    ['the time of the revelation', PATHS.reveal, put('revealedAt', '2027-01-01T00:00:00+08:00'), ['ledger', 'secret']],
    ['a row of the frame', PATHS.frame, (rows) => rows.splice(rows.findIndex(({ id }) => !drawn.has(id)), 1), ['frame', 'quotas']],
    ['the stratum of a row', PATHS.frame, put('stratum', 'C'), ['frame', 'quotas']],
    ['the visit of a row', PATHS.frame, put('visit', 'V9'), ['frame']],
    ['a reason of an exclusion', PATHS.exclusions, put('reasons', ['no-item']), ['frame']],
    ['a capacity of the roster', PATHS.roster, (rows) => put('capacity', 1)(rows.slice(-1)), ['roster', 'odds', 'assignments']],
    ['a person taken off the roster', PATHS.roster, (rows) => rows.pop(), ['roster', 'odds', 'assignments']],
    ['the quota', PATHS.sealed, put('strata.0.quota', 3), ['quotas', 'targets']],
    ['a pool', PATHS.sealed, put('strata.0.pool', 99), ['quotas']],
    ['a ratio', PATHS.sealed, put('batch.sampling.rules.A.basisPoints', 9000), ['quotas']],
    ['the people of a visit', PATHS.sealed, put('visits.0.needs.0.people', 4), ['frame']],
    ['the commitment to the secret', PATHS.sealed, put('seed.secret.commitment', one), ['secret']],
    ['the day of the revelation', PATHS.sealed, put('seed.secret.revealBy', '2026-01-01'), ['secret']],
    ['the time before which no seed may be taken', PATHS.sealed, put('seed.notBefore', '2026-12-01T00:00:00+08:00'), ['seed']],
    ['the time of the seal', PATHS.sealed, put('sealedAt', '2026-12-01T00:00:00+08:00'), ['ledger', 'seed']],
    ['the ledger before the seal', PATHS.sealed, put('ledgerHead.digest', one), ['ledger']],
    ['the name of the draw', PATHS.sealed, put('drawId', '652722-2026-0009'), ['files', 'ledger', 'seed', 'secret', 'targets', 'odds', 'assignments']],
    ['the batch', PATHS.sealed, put('batch.number', '〔2026〕9号'), ['ledger']],
    ['which status may be drawn', PATHS.sealed, put('activeStatuses', ['在业', '注销']), ['frame']],
    ['the scheme', PATHS.sealed, put('scheme', 'ssj/1-rehearsal'), ['ledger', 'secret', 'targets', 'assignments']],
    ['a recusal taken away', REGISTRY.recusals, (rows) => rows.splice(rows.findIndex(matters(texts)), 1), ['odds', 'assignments']],
    ['a recusal put in', REGISTRY.recusals, (rows) => Object.assign(rows.find(matters(texts))!, { inspector: 'SCJG/7', ground: '其他' }), ['odds', 'assignments']],
    ['the status of a target', REGISTRY.targets, put('status', '注销'), ['frame']],
    ['the class of a target', REGISTRY.targets, (rows) => put('riskClass', rows[0]!['riskClass'] === 'A' ? 'B' : 'A')(rows), ['frame']],
    ['an inspector off duty', REGISTRY.inspectors, (rows) => put('isOnDuty', false)(rows.slice(-1)), ['roster']],
    ['the people of an item', REGISTRY.items, put('people', 5), ['frame']],
    ['the outcome in the ledger', PATHS.ledger, (rows) => put('body.outcome', 'infeasible')([ofType(rows, 'drawn')]), ['ledger']],
    ['the round in the ledger', PATHS.ledger, (rows) => put('body.round', 1)([ofType(rows, 'drawn')]), ['ledger']],
    ['the time in the ledger', PATHS.ledger, (rows) => put('at', '2026-02-02T10:41:00+08:00')(rows.slice(-1)), ['ledger']],
    ['the entry before the seal', PATHS.ledger, (rows) => put('body.refused', 7)(rows.slice(1)), ['ledger']],
    ['the opening of the ledger', PATHS.ledger, (rows) => rows.splice(0, 1), ['ledger']],
    ['the draw left out of the ledger', PATHS.ledger, (rows) => rows.splice(rows.findIndex(({ type }) => (type as unknown) === 'drawn'), 1), ['ledger']],
    ['the revelation left out of the ledger', PATHS.ledger, (rows) => rows.pop(), ['ledger']],
    ['the draw twice in the ledger', PATHS.ledger, (rows) => rows.push({ ...rows.at(-2)!, seq: rows.length + 1 }), ['ledger']],
    ['a line that was not entered', PATHS.ledger, (rows) => {
      rows.splice(rows.findIndex(({ type }) => (type as unknown) === 'entered'), 1);
      rows.forEach((row, index) => (row['seq'] = index + 1));
    }, ['seed']],
    ['another line that was entered', PATHS.ledger, (rows) => put('body.line', `dice:d10x20=${'7'.repeat(20)}`)([ofType(rows, 'entered')]), ['seed']],
    ['a witness of a line that was entered', PATHS.ledger, (rows) => takeLast('body.witnesses')([ofType(rows, 'entered')]), ['seed']],
    ['a line entered when the lottery was known', PATHS.ledger, (rows) => put('at', '2026-02-02T09:30:00+08:00')([ofType(rows, 'entered')]), ['seed']],
    ['a signature on dice', MAIN.seed, put('lines.0.signature', 'a'.repeat(96)), ['seed']],
    ['another real draw of the batch', PATHS.ledger, (rows) => put('body.batch', '〔2026〕1号')([ofType(rows, 'sealed')]), ['ledger']],
  ])('%s is still different', (_, path, change, expected) => {
    expect(afterwards(texts, path, change)).toEqual(expect.arrayContaining([...expected]));
  });

  test('R2 without its assignments, or its odds, a matched draw is unverifiable, and the file is named; R10.3 where its ledger does not name them either it is different', () => {
    for (const [path, id] of [[MAIN.assignments, 'assignments'], [MAIN.odds, 'odds']] as const) {
      const lost = verifyRecord({ texts: manifested(without(texts, path), hash), hash });
      expect(lost.verdict).toBe('unverifiable');
      const missing = { code: 'file-missing', where: { file: path } };
      expect(lost.points.find((one) => one.id === id)?.findings).toMatchObject([missing]);
      const { points } = verifyRecord({ texts: coveredUp(without(texts, path), hash), hash });
      expect(points.filter(({ verdict }) => verdict === 'different').map((one) => one.id)).toEqual(['ledger']);
      expect(points.find((one) => one.id === id)?.findings).toMatchObject([missing]);
    }
  });
  test('R8.4 an infeasible draw that assigns somebody all the same is different', () => {
    const infeasible = record({ isFeasible: false });
    expect(different(coveredUp(new Map([...infeasible, [MAIN.assignments, texts.get(MAIN.assignments)!]]), hash))).toContain('odds');
    expect(different(coveredUp(new Map([...infeasible, [MAIN.odds, '']]), hash))).toContain('odds');
  });
  test('R8.4 of an infeasible draw the shortage, the short set and the outcome are recomputed', () => {
    const infeasible = record({ isFeasible: false });
    const short = (rows: Loose[]): Loose => (at(rows[0], 'agencies') as unknown as Loose[]).find(({ shortage }) => Number(shortage) > 0)!;
    const shortOnes = (change: Change): readonly PointId[] => afterwards(infeasible, MAIN.match, (rows) => change([short(rows)]));
    expect(shortOnes(put('shortage', 1))).toEqual(['odds']);
    expect(shortOnes(takeLast('targets'))).toEqual(['odds']);
    expect(shortOnes(put('targets', []))).toEqual(['odds']);
    expect(afterwards(infeasible, MAIN.match, takeLast('agencies'))).toEqual(['odds']);
    expect(afterwards(infeasible, MAIN.match, put('drawId', '652722-2026-0009'))).toEqual(['odds']);
  });
  test('R8.4 need, supply and combination, where recorded, are recomputed; the rest is information, and a record without them is whole', () => {
    const infeasible = record({ isFeasible: false });
    const short = (rows: Loose[]): Loose => (at(rows[0], 'agencies') as unknown as Loose[]).find(({ shortage }) => Number(shortage) > 0)!;
    const shortOnes = (change: (agency: Loose) => void): readonly PointId[] => afterwards(infeasible, MAIN.match, (rows) => change(short(rows)));
    const combination = (agency: Loose) => agency['combination'] as unknown as { changes: unknown[] };
    expect(shortOnes((agency) => void (agency['needed'] = Number(agency['needed']) + 1))).toEqual(['odds']);
    expect(shortOnes((agency) => void (agency['supplied'] = 0))).toEqual(['odds']);
    expect(shortOnes((agency) => void combination(agency).changes.pop())).toEqual(['odds']);
    expect(shortOnes((agency) => void combination(agency).changes.push(...Array.from({ length: 9 }, () => ({ kind: 'lower', target: (agency['targets'] as unknown as string[])[0] }))))).toEqual(['odds']);
    expect(shortOnes((agency) => void combination(agency).changes.push(...Array.from({ length: 9000 }, () => ({ kind: 'borrow', visits: 1 }))))).toEqual(['odds']);
    expect(shortOnes((agency) => {
      for (const key of ['needed', 'supplied', 'combination', 'repairs', 'people']) delete (agency as Record<string, unknown>)[key];
    })).toEqual([]);
  });
  test('R9, R10.5 the first moment a seed may be taken and the last day of the revelation are in time', () => {
    const moved = changed(texts, PATHS.ledger, (rows) => {
      put('at', '2026-02-02T09:30:00+08:00')([ofType(rows, 'drawn')]);
      put('at', '2026-12-30T23:59:59+08:00')([ofType(rows, 'revealed')]);
    });
    const drawnEarly = changed(moved, MAIN.seed, (rows) => void put('drawnAt', '2026-02-02T09:30:00+08:00')(rows));
    const inTime = changed(drawnEarly, PATHS.reveal, (rows) => void put('revealedAt', '2026-12-30T23:59:59+08:00')(rows));
    expect(different(coveredUp(inTime, hash))).toEqual([]);
    const late = changed(changed(inTime, PATHS.ledger, (rows) => void put('at', '2026-12-31T00:00:00+08:00')([ofType(rows, 'revealed')])), PATHS.reveal, (rows) => void put('revealedAt', '2026-12-31T00:00:00+08:00')(rows));
    expect(different(coveredUp(late, hash))).toEqual(['secret']);
    const early = changed(changed(inTime, PATHS.ledger, (rows) => void put('at', '2026-02-02T09:29:59+08:00')([ofType(rows, 'drawn')])), MAIN.seed, (rows) => void put('drawnAt', '2026-02-02T09:29:59+08:00')(rows));
    expect(different(coveredUp(early, hash))).toEqual(['seed']);
  });
  test('R10.5 a seed taken before its seal is different, whatever notBefore says', () => {
    const before = changed(texts, PATHS.sealed, (rows) => void put('seed.notBefore', '2026-01-01T00:00:00+08:00')(rows));
    const drawnAt = changed(changed(before, MAIN.seed, (rows) => void put('drawnAt', '2026-02-02T09:04:59+08:00')(rows)), PATHS.ledger, (rows) => void put('at', '2026-02-02T09:04:59+08:00')([ofType(rows, 'drawn')]));
    expect(different(coveredUp(drawnAt, hash))).toEqual(['seed']);
  });
  test('D9.1 a rehearsal has its own secret and no other, though it was committed to', () => {
    const { texts: rehearsed, sealed } = sampleRecord({ ...OPTIONS, scheme: 'ssj/1-rehearsal' });
    const { drawId, scheme } = sealed.sealed;
    const commitment = secretCommitment({ scheme, drawId, secret: one as Digest, hash });
    const committed = changed(rehearsed, PATHS.sealed, (rows) => void put('seed.secret.commitment', commitment)(rows));
    expect(afterwards(committed, PATHS.reveal, put('secret', one))).toContain('secret');
  });
  test.each<[string, string, Change, SampleOptions['number']]>([
    ['another real draw of the batch', 'batch-drawn-twice', (rows) => put('body.batch', '〔2026〕1号')([ofType(rows, 'sealed')]), 3],
    ['a serial left out', 'value-differs drawId', (rows) => put('body.drawId', '652722-2026-0007')([ofType(rows, 'sealed')]), 3],
    ['a draw twice', 'event-repeated', (rows) => rows.push({ ...ofType(rows, 'drawn') }), 2],
    ['a revelation before its draw', 'event-order', (rows) => rows.splice(rows.findIndex(({ type }) => (type as unknown) === 'drawn'), 1), 2],
    ['no seal', 'event-missing', (rows) => rows.splice(2, 1), 2],
    ['no opening', 'value-differs type', (rows) => rows.splice(0, 1), 2],
    ['a line after the last event', 'value-differs last entry', (rows) => rows.push({ ...rows[1]!, seq: rows.length + 1 }), 2],
  ])('R10.4 in the ledger %s has its own finding', (_, code, change, number) => {
    const damaged = coveredUp(changed(record({ number }), PATHS.ledger, (rows) => {
      change(rows);
      rows.forEach((row, index) => (row['seq'] = index + 1));
    }), hash);
    const ledger = verifyRecord({ texts: damaged, hash }).points.find(({ id }) => id === 'ledger')!;
    expect(ledger.verdict).toBe('different');
    expect(ledger.findings.map((finding) => (finding.code === 'value-differs' ? `value-differs ${finding.fields.field}` : finding.code))).toContain(code);
  });
  test('D2.5 where the list is published at once there is nothing to reveal', () => {
    const open = record({ publication: 'at-once' });
    expect(different(coveredUp(new Map([...open, [PATHS.reveal, texts.get(PATHS.reveal)!]]), hash))).toContain('secret');
  });
  test('R10.1 a ledger rewritten as a whole shows beside the county’s own', () => {
    const { texts: mine, countyLedger } = sampleRecord(OPTIONS);
    const other = sampleRecord({ ...OPTIONS, number: 5 });
    expect(verifyRecord({ texts: mine, countyLedger, hash }).verdict).toBe('identical');
    const verification = verifyRecord({ texts: mine, countyLedger: other.countyLedger, hash });
    expect(verification.points.find(({ id }) => id === 'ledger')!.findings).toEqual([expect.objectContaining({ code: 'not-of-county-ledger', where: { file: PATHS.ledger, row: 2 } })]);
  });
});

/** A recusal of somebody who could have gone to a drawn target. */
const matters = (texts: RecordTexts) => {
  const needed = new Map(rowsOf(texts.get(MAIN.odds)!).map((row) => [`${row['agency']} ${row['target']}`, new Set((row['odds'] as [string, number][]).map(([id]) => id))]));
  const free = new Set(rowsOf(texts.get(PATHS.roster)!).filter(({ capacity }) => capacity !== 0).map(({ id }) => id));
  const all = rowsOf(texts.get(REGISTRY.recusals)!);
  return (row: unknown): boolean => {
    const { target, inspector } = row as { target: string; inspector: string };
    const isOnly = all.filter((one) => one['target'] === target && one['inspector'] === inspector).length === 1;
    return isOnly && free.has(inspector) && inspector.startsWith('SCJG') && needed.has(`SCJG ${target}`);
  };
};
