import { describe, expect, test } from 'vitest';
import type { Digest, DrawId, PlainDate, Timestamp } from '../base/brand.js';
import { portableHash as hash } from '../base/digest.js';
import { ok } from '../base/result.js';
import type { Notice } from '../record/notice.js';
import type { SeedDocument } from '../record/round-schemas.js';
import { right, sampleRecord, type SampleOptions } from '../record/sample.properties.js';
import { type Claim, claimsOf } from './claims.js';
import { openRecord, type OpenedRecord } from './opened-record.js';

const OPTIONS: SampleOptions = { number: 3, scheme: 'ssj/1', publication: 'after-visits', sampling: 'flat', isFeasible: true, stage: 'revealed' };
const opened = (options: Partial<SampleOptions> = {}): OpenedRecord => openRecord(sampleRecord({ ...OPTIONS, ...options }).texts, hash);
const told = (record: OpenedRecord, more: { readonly today?: PlainDate; readonly overlaps?: Parameters<typeof claimsOf>[0]['overlaps'] } = {}): readonly Claim[] =>
  claimsOf({ record, tokens: new Map(), trustedKeys: [], overlaps: [], past: undefined, today: undefined, ...more });
const of = <Code extends Claim['code']>(code: Code, claims: readonly Claim[]): readonly Claim[] => claims.filter((claim) => claim.code === code);

const RECORD = opened();
const SEED = right(RECORD.rounds[0].seed)!;
const withSeeds = (...seeds: readonly Partial<SeedDocument>[]): OpenedRecord => {
  const [first, ...later] = seeds.map((seed) => ({ ...RECORD.rounds[0], seed: ok({ ...SEED, ...seed }) }));
  return { ...RECORD, rounds: [first!, ...later] };
};
const lines = (...texts: readonly string[]): Pick<SeedDocument, 'lines'> => ({ lines: texts.map((line) => ({ line, tenthBits: 0, witnesses: [] })) });

describe('R11.1 what no recomputation can show is listed apart', () => {
  test('a secret that was not revealed by its day, from the next day on', () => {
    const drawn = opened({ stage: 'drawn' });
    const { revealBy } = right(drawn.sealed).seed.secret!;
    const overdue = (record: OpenedRecord, today?: string) => of('reveal-overdue', told(record, today === undefined ? {} : { today: today as PlainDate }));
    expect([overdue(drawn), overdue(drawn, revealBy), overdue(RECORD, '2099-01-01'), overdue(opened({ stage: 'drawn', scheme: 'ssj/1-rehearsal' }), '2099-01-01'), overdue(opened({ stage: 'drawn', publication: 'at-once' }), '2099-01-01')]).toEqual([[], [], [], [], []]);
    expect(overdue(drawn, '2099-01-01')).toEqual([{ code: 'reveal-overdue', revealBy }]);
  });
  test('a clock that somebody set, at the seal, at any draw or at the revelation', () => {
    const clocks = (record: OpenedRecord) => told(record).map(({ code }) => code).filter((code) => code.startsWith('clock'));
    expect(clocks(RECORD)).toEqual(['clock-trusted']);
    expect(clocks(withSeeds({}, { clock: 'fixed' }))).toEqual(['clock-fixed']);
    expect(clocks({ ...RECORD, sealed: ok({ ...right(RECORD.sealed), clock: 'fixed' }) })).toEqual(['clock-fixed']);
    expect(clocks({ ...RECORD, reveal: ok({ ...right(RECORD.reveal)!, clock: 'fixed' }) })).toEqual(['clock-fixed']);
  });
  test('the warnings of all seeds, each once', () => {
    expect(of('seed-warnings', told(RECORD))).toEqual([]);
    expect(of('seed-warnings', told(withSeeds({ warnings: ['entropy-low'] }, { warnings: ['entropy-low', 'seed-typed'] })))).toEqual([{ code: 'seed-warnings', warnings: ['entropy-low', 'seed-typed'] }]);
  });
  test('D2.7, D2.8 who vouches for a line follows from its kind: people, the beacon, the parties', () => {
    const codes = ['seed-came-so', 'seed-from-drand', 'seed-from-joint'] as const;
    const seedClaims = (...texts: readonly string[]) => told(withSeeds(lines(...texts))).filter(({ code }) => codes.some((one) => one === code));
    expect(seedClaims('dice:d10x2=07', 'typed:=x', 'more:=1')).toEqual([{ code: 'seed-came-so', lines: ['dice:d10x2=07', 'typed:=x', 'more:=1'] }]);
    expect(seedClaims('drand:quicknet:2=a', 'joint:A,B=b')).toEqual([{ code: 'seed-from-drand', rounds: [{ round: 2, at: 1692803370 }] }, { code: 'seed-from-joint', parties: ['A', 'B'] }]);
  });
  test('the witnesses by name and agency, each once, and the sheets', () => {
    const seen = (...names: readonly string[]) => ({ line: 'dice:d10x2=07', tenthBits: 0, witnesses: names.map((name) => ({ name, agency: '公证处' })), sheet: 'a'.repeat(64) as Digest });
    expect(of('witnesses', told(withSeeds(lines('typed:=x'))))).toEqual([]);
    expect(of('witnesses', told(withSeeds({ lines: [seen('张三', '李四')] }, { lines: [seen('张三')] })))).toEqual([{ code: 'witnesses', names: ['张三（公证处）', '李四（公证处）'], sheets: ['a'.repeat(64), 'a'.repeat(64)] }]);
  });
  test('D2.6 a lottery issue that was surely drawn before the notice named it', () => {
    const naming = (...lefts: readonly string[]): OpenedRecord => {
      const notice = { ...right(RECORD.rounds[0].notice)!, seed: { lines: lefts, notBefore: '2026-06-01T09:00:00+08:00' as Timestamp } } as Notice;
      return { ...RECORD, rounds: [{ ...RECORD.rounds[0], notice: ok(notice) }] };
    };
    expect(of('lottery-issue-passed', told(naming('lottery:kl8:2026152', 'dice:d10x2', 'more:')))).toEqual([]);
    expect(of('lottery-issue-passed', told(naming('lottery:kl8:2025300', 'dice:d10x2', 'lottery:ssq:2026001')))).toEqual([{ code: 'lottery-issue-passed', lines: ['lottery:kl8:2025300', 'lottery:ssq:2026001'] }]);
  });
  test('R10.5 lines of the ledger whose time goes back', () => {
    const ledger = right(RECORD.ledger);
    expect(of('ledger-times-back', told(RECORD))).toEqual([]);
    const back = [3, 5].map((row) => ({ code: 'ledger-time', severity: 'warning', where: { file: 'ledger.jsonl', row }, fields: { row, before: '', at: '' } }) as const);
    const ahead = { code: 'ledger-time-ahead', severity: 'warning', where: { file: 'ledger.jsonl', row: 4 }, fields: { row: 4, at: '', count: 1 } } as const;
    expect(of('ledger-times-back', told({ ...RECORD, ledger: ok({ ...ledger, problems: [back[0]!, ahead, back[1]!] }) }))).toEqual([{ code: 'ledger-times-back', rows: [3, 5] }]);
  });
  test('other draws on the same seed, the day the visits ended, a forecast where there was one', () => {
    const draws = [{ drawId: '652722-2026-0009' as DrawId, batch: '1', shared: 3, isVoid: false }];
    expect([of('overlapping-draws', told(RECORD)), of('overlapping-draws', told(RECORD, { overlaps: draws }))]).toEqual([[], [{ code: 'overlapping-draws', draws }]]);
    expect([of('visits-finished', told(opened({ stage: 'drawn' }))), of('visits-finished', told(RECORD))]).toEqual([[], [{ code: 'visits-finished', on: right(RECORD.reveal)!.visitsFinishedOn }]]);
    const sealed = right(RECORD.sealed);
    const forecast = (simulated: number) => of('forecast-not-replayed', told({ ...RECORD, sealed: ok({ ...sealed, forecast: { ...sealed.forecast, draws: simulated } }) }));
    expect([forecast(0), forecast(1)]).toEqual([[], [{ code: 'forecast-not-replayed' }]]);
  });
  test('without a seal that can be read there is nothing to list', () => {
    expect(told(openRecord(new Map(), hash))).toEqual([]);
  });
});
