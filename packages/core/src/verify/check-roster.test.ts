import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { DrawId, InspectorId, TargetId } from '../base/brand.js';
import type { Scheme } from '../draw/scheme.js';
import { levelCaps } from '../forecast/level-caps.js';
import { areasOf } from '../match/draw-setting.js';
import { sampleCounty } from '../plan/county.properties.js';
import { capsOf, levelled } from '../plan/level-cap.js';
import { NO_PAST, type PastVisits } from '../plan/past-visits.js';
import type { Batch } from '../plan/batch.js';
import { planBatch } from '../plan/plan-batch.js';
import type { Rules } from '../plan/settings.js';
import { EMPTY_HEAD, ledgerLines } from '../record/ledger.js';
import { withManifest } from '../record/manifest.js';
import { PATHS, type RecordTexts } from '../record/paths.js';
import { moment, sealInputOf, snapshotOf } from '../record/sample.properties.js';
import { seal } from '../record/seal.js';
import { changed, rowsOf, without } from './tampering.properties.js';
import { verifyRecord } from './verify-record.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const drawId = '652722-2026-0001' as DrawId;
const EARLIER = '652722-2025-0001' as DrawId;
const rule = (value: number) => ({ value, source: '县局规定' });
const COUNTY = sampleCounty({ number: 3, sampling: 'flat', isFeasible: true });
const PERSON = COUNTY.inspectors.find(({ id }) => id === 'SCJG/5')!.id;

interface Given {
  readonly rules?: Partial<Rules>;
  readonly batch?: Partial<Batch>;
  readonly past?: PastVisits;
  readonly scheme?: Scheme;
}
/** A seal of the sample county under other rules, with nothing drawn. */
const sealedUnder = ({ rules = {}, batch = {}, past = NO_PAST, scheme = 'ssj/1' }: Given): RecordTexts => {
  const county = { ...COUNTY, settings: { ...COUNTY.settings, rules: { ...COUNTY.settings.rules, ...rules } }, planned: { ...COUNTY.planned, batch: { ...COUNTY.planned.batch, ...batch } } };
  const { settings, planned, agencies, targets, items, inspectors, recusals } = county;
  const snapshot = snapshotOf(county, hash);
  const opening = ledgerLines({ head: EMPTY_HEAD, at: moment(0).at, events: [{ type: 'opened', body: { authority: settings.authority, year: 2026, program: { name: 'x', version: '1' } } }, { type: 'imported', body: { snapshot: snapshot.digest, counts: {}, refused: 0 } }], hash });
  const worked = planBatch({ planned, settings, agencies, targets, items, inspectors, past });
  expect(worked.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { rows: frame, visits, roster, strata, bars = [] } = worked;
  const isLevelled = rules.levelling?.value === 1;
  const levelling = isLevelled ? levelCaps({ drawId, frame, visits, roster, strata, recusals, areas: areasOf(targets), bars, closesOwnAreas: rules.ownArea?.value === 1, hash }) : undefined;
  const plan = { ...worked, levelling, roster: levelled(roster, capsOf(levelling)) };
  const { input } = sealInputOf({ scheme, drawId, county, snapshot, secret: undefined, head: opening.head, hash });
  const record = seal({ ...input, plan });
  const ledger = opening.text + ledgerLines({ head: opening.head, at: moment(5).at, events: [record.event], hash }).text;
  return withManifest({ drawId, texts: new Map([...record.texts, [PATHS.ledger, ledger]]), hash });
};
const verify = (texts: RecordTexts, past?: PastVisits) => {
  const { points, claims } = verifyRecord({ texts, past, hash });
  return {
    different: points.filter(({ verdict }) => verdict === 'different').map(({ id }) => id),
    roster: points.find(({ id }) => id === 'roster')!.findings.map(({ code, where, fields }) => [code, where?.file, 'field' in fields ? fields.field : '']),
    claims: claims.filter(({ code }) => code.endsWith('-as-stated')),
  };
};
const rows = (texts: RecordTexts, path: string) => rowsOf(texts.get(path)!);
const SOUND = { different: [], roster: [], claims: [] };

describe('D5.8 visits of the year', () => {
  const past = { ...NO_PAST, used: new Map([[PERSON, 7], ['SCJG/6' as InspectorId, 40]]) };
  const texts = sealedUnder({ rules: { capacityPerYear: rule(10) }, past });
  test('are in the roster with what they leave', () => {
    expect(rows(texts, PATHS.roster).find(({ id }) => id === PERSON)).toMatchObject({ capacity: 3, used: 7 });
    expect(rows(texts, PATHS.roster).find(({ id }) => id === 'SCJG/6')).toMatchObject({ capacity: 0, reason: 'year-used-up', used: 40 });
    expect(rows(texts, PATHS.roster).every((row) => typeof row['used'] === 'number')).toBe(true);
  });
  test('are replayed as they stand without the county’s ledger, and told as its word', () => {
    expect(verify(texts)).toEqual({ ...SOUND, claims: [{ code: 'used-as-stated', people: rows(texts, PATHS.roster).length, withVisits: 2 }] });
  });
  test('are identical with it, or different in the rows that lie', () => {
    expect(verify(texts, past)).toEqual(SOUND);
    expect(verify(texts, { ...past, used: new Map([[PERSON, 6], ['SCJG/6' as InspectorId, 40]]) })).toEqual({ ...SOUND, different: ['roster'], roster: [['value-differs', PATHS.roster, '']] });
  });
});

describe('D5.9 rotation', () => {
  const [first] = COUNTY.targets;
  const bars = [{ target: first!.id, inspector: PERSON, drawId: EARLIER }, { target: 'local:OUTSIDE' as TargetId, inspector: PERSON, drawId: EARLIER }];
  const past = { ...NO_PAST, bars };
  const texts = sealedUnder({ batch: { rotation: 1 }, past });
  test('is sealed as bars.jsonl, with targets of the frame and people of the roster only', () => {
    expect(rows(texts, PATHS.bars)).toEqual(bars.slice(0, 1));
    expect(rows(texts, PATHS.sealed)[0]!['documents']).toMatchObject({ 'bars.jsonl': hash(texts.get(PATHS.bars)!) });
    expect(verify(texts)).toEqual({ ...SOUND, claims: [{ code: 'bars-as-stated', pairs: 1 }] });
    expect(verify(texts, past)).toEqual(SOUND);
  });
  test('a pair that the county’s ledger does not know, or one it knows, is different', () => {
    const { different, roster } = verify(texts, NO_PAST);
    expect([different, new Set(roster.map(([, file]) => file))]).toEqual([['roster'], new Set([PATHS.bars])]);
    const more = { ...past, bars: [...bars, { target: COUNTY.targets[1]!.id, inspector: PERSON, drawId: EARLIER }] };
    expect(verify(texts, more).different).toEqual(['roster']);
  });
  test('a document that was changed, or taken away, does not pass', () => {
    expect(verify(changed(texts, PATHS.bars, (pairs) => void pairs.pop())).different).toEqual(expect.arrayContaining(['files', 'roster']));
    const { points } = verifyRecord({ texts: without(texts, PATHS.bars), hash });
    expect(points.filter(({ findings }) => findings.some(({ where }) => where?.file === PATHS.bars)).map(({ id }) => id)).toEqual(['files', 'form']);
  });
  test('where no rotation is in force there is none', () => {
    const none = sealedUnder({ rules: { rotation: rule(2) }, batch: { rotation: 0 }, past });
    expect(none.has(PATHS.bars)).toBe(false);
    expect(verify(none, past)).toEqual(SOUND);
    const slipped = withManifest({ drawId, texts: new Map([...none, [PATHS.bars, texts.get(PATHS.bars)!]]), hash });
    expect(verify(slipped).different).toEqual(['roster']);
  });
});

describe('D5.10 levelling', () => {
  const texts = sealedUnder({ rules: { levelling: rule(1), ownArea: rule(1) } });
  test('is sealed for every agency, the roster keeps to it, and both are worked out again', () => {
    const caps = rows(texts, PATHS.sealed)[0]!['levelling'] as readonly { agency: string; cap: number }[];
    expect(caps.map(({ agency }) => agency)).toEqual(['A-10', 'A-2', 'SCJG']);
    for (const { agency, cap } of caps) expect(Math.max(...rows(texts, PATHS.roster).filter(({ id }) => String(id).startsWith(`${agency}/`)).map(({ capacity }) => Number(capacity)))).toBe(cap);
    expect(verify(texts)).toEqual(SOUND);
  });
  test('another cap, more room for one, or a seal without them is different', () => {
    expect(verify(changed(texts, PATHS.sealed, ([sealed]) => void ((sealed!['levelling'] as { cap: number }[])[0]!.cap += 1))).roster).toContainEqual(['value-differs', PATHS.sealed, 'levelling']);
    expect(verify(changed(texts, PATHS.sealed, ([sealed]) => void delete sealed!['levelling'])).roster).toContainEqual(['value-differs', PATHS.sealed, 'levelling']);
    const plain = sealedUnder({});
    expect(verify(changed(plain, PATHS.sealed, ([sealed]) => void (sealed!['levelling'] = [{ agency: 'SCJG', cap: 9 }]))).roster).toContainEqual(['value-differs', PATHS.sealed, 'levelling']);
  });
});

describe('D1.8 the scheme', () => {
  test('is ssj/2 where a need has a composition, and such a seal is worked out again', () => {
    const texts = sealedUnder({ scheme: 'ssj/2', rules: { leadersPerVisit: rule(1) } });
    expect(rows(texts, PATHS.sealed)[0]).toMatchObject({ scheme: 'ssj/2', visits: expect.arrayContaining([expect.objectContaining({ needs: expect.arrayContaining([expect.objectContaining({ composition: [{ atLeast: 1, group: 'leader' }] })]) })]) });
    expect(verify(texts)).toEqual(SOUND);
  });
  test('no seal is made under another one', () => {
    expect(() => sealedUnder({ scheme: 'ssj/2' })).toThrow(new TypeError('seal: scheme ssj/2 is not that of the batch and its visits'));
    expect(() => sealedUnder({ rules: { traineesPerVisit: rule(0) } })).toThrow(TypeError);
  });
  test.each<[Scheme, Given]>([['ssj/2', {}], ['ssj/1', { scheme: 'ssj/2', rules: { leadersPerVisit: rule(1) } }]])('a seal that says %s where its visits ask for the other is different', (scheme, given) => {
    const { points } = verifyRecord({ texts: changed(sealedUnder(given), PATHS.sealed, ([sealed]) => void (sealed!['scheme'] = scheme)), hash });
    expect(points.find(({ id }) => id === 'frame')!.findings).toContainEqual(expect.objectContaining({ code: 'value-differs', fields: expect.objectContaining({ field: 'scheme' }) as unknown }));
  });
});
