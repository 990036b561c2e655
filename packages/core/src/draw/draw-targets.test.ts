import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digest, DrawId, TargetId } from '../base/brand.js';
import { drawTargets, type DrawnTarget, type PoolEntry } from './draw-targets.js';
import { drawIdOf, drawKey, isDrawId, type Stage } from './key.js';
import { smallest } from './smallest.js';
import { ticket } from './ticket.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const vectors = JSON.parse(readFileSync(new URL('../../../../test/vectors/ssj-1.json', import.meta.url), 'utf8'));
const scheme = 'ssj/1';
const drawId = vectors.drawId as DrawId;
const keyOf = (stage: Stage, round: number, seed: string = vectors.seed): Digest => drawKey({ scheme, drawId, stage, round, seed, hash });
const key = (): Digest => keyOf('targets', 0);

describe('the worked cases', () => {
  test.each<[string, string]>(Object.entries(vectors.keys))('D3.1 key %s', (name, expected) => {
    const [stage, round] = name.split('/') as [Stage, string];
    expect(keyOf(stage, Number(round))).toBe(expected);
  });
  test('D4.1 tickets, weights included', () => {
    const balls = new Map<string, number>(vectors.rows.map(([id, , weight]: [string, string, number]) => [id, weight]));
    expect(vectors.tickets.map(([id]: [TargetId]) => [id, ticket({ scheme, key: key(), id, balls: balls.get(id)!, hash })])).toEqual(vectors.tickets);
  });
  test('D7.1 of the tickets the smallest are drawn', () => {
    const entries = vectors.rows.map(([id, stratum]: [string, string], at: number) => ({ id, stratum, ticket: vectors.tickets[at][1] }));
    for (const [stratum, count] of Object.entries<number>(vectors.quota)) {
      const pool: DrawnTarget[] = entries.filter((entry: PoolEntry) => entry.stratum === stratum);
      const compare = (a: DrawnTarget, b: DrawnTarget): number => (`${a.ticket} ${a.id}` < `${b.ticket} ${b.id}` ? -1 : 1);
      expect(smallest({ items: pool, count, compare }).map((row) => [row.ticket, row.id])).toEqual(vectors.selected[stratum]);
    }
  });
  test('D7.1, D8.1 the targets of a whole draw and of its later round', () => {
    const { frame, quota, selected, seed, round1 } = vectors.wholeDraw;
    const pool: PoolEntry[] = frame.map(([id, stratum]: [TargetId, string]) => ({ id, stratum }));
    const drawn = drawTargets({ scheme, key: keyOf('targets', 0, seed), pool, quotas: new Map(Object.entries(quota)), hash });
    expect(drawn.map(({ id }) => id).sort()).toEqual(selected);
    const { stratum } = drawn.find(({ id }) => id === round1.withdrawnTarget)!;
    const rest = pool.filter(({ id }) => !selected.includes(id));
    expect(drawTargets({ scheme, key: keyOf('targets', 1, round1.seed), pool: rest, quotas: new Map([[stratum, 1]]), hash }).map(({ id }) => id)).toEqual(round1.drawn);
  });
});

/** A RangeError that names its argument. */
const outside = (argument: RegExp) => expect.objectContaining({ name: 'RangeError', message: expect.stringMatching(argument) });

describe('D1.5, D3 what is refused', () => {
  test('a draw has an identifier of three parts', () => {
    expect(drawIdOf('652722', 2026, 25)).toBe('652722-2026-0025');
    expect(drawIdOf('652722', 2026, 12345)).toBe('652722-2026-12345');
    expect(['652722-2026-0025', 'A-2026-0001'].every(isDrawId)).toBe(true);
    expect(['652722-2026-25', '652722-26-0025', 'a-2026-0001', '652722-2026-0025\n', '县652722-2026-0025', '-2026-0001', 7, ['652722-2026-0025']].some(isDrawId)).toBe(false);
  });
  test('a round is an integer from 0', () => {
    for (const round of [-1, 0.5, Number.NaN]) expect(() => keyOf('targets', round)).toThrow(outside(/round/));
  });
  test('D4.1 balls are 1 to 64', () => {
    const id = 'local:A' as TargetId;
    for (const balls of [0, 65, 1.5, Number.NaN]) expect(() => ticket({ scheme, key: key(), id, balls, hash })).toThrow(outside(/balls/));
    const best = Array.from({ length: 64 }, (_, ball) => hash(`ssj/1 ticket\n${key()}\n${id}\n${ball + 1}\n`)).sort()[0];
    expect(ticket({ scheme, key: key(), id, balls: 64, hash })).toBe(best);
  });
  test.each(['local:A\nB', 'local:A\n', 'A', 'uscc:1', 'name:甲', 'local:a', ''])('D4.2 %j is no identifier and gets no ticket', (id) => {
    expect(() => ticket({ scheme, key: key(), id: id as TargetId, balls: 1, hash })).toThrow(outside(/id/));
  });
  test('a pool holds nobody twice', () => {
    const pool = [entry(1, 'A'), entry(1, 'B')];
    expect(() => drawTargets({ scheme, key: key(), pool, quotas: new Map([['A', 1]]), hash })).toThrow(outside(/pool/));
  });
  test('D6.2 a quota above its stratum is not adjusted', () => {
    for (const quota of [3, -1, 0.5]) expect(() => drawTargets({ scheme, key: key(), pool: [entry(1, 'A'), entry(2, 'A')], quotas: new Map([['A', quota]]), hash })).toThrow(outside(/quota/));
    expect(() => drawTargets({ scheme, key: key(), pool: [], quotas: new Map([['A', 1]]), hash })).toThrow(outside(/quota/));
  });
});

const entry = (number: number, stratum: string): PoolEntry => ({ id: `local:Z-${number}` as TargetId, stratum });
const anyDraw = fc
  .record({ numbers: fc.uniqueArray(fc.nat(10_000), { minLength: 2, maxLength: 60 }), seed: fc.string(), share: fc.nat(100) })
  .map(({ numbers, seed, share }) => {
    const pool = numbers.map((number) => entry(number, number % 3 === 0 ? 'B' : 'A'));
    const size = (name: string): number => pool.filter(({ stratum }) => stratum === name).length;
    return { pool, key: keyOf('targets', 0, seed), quotas: new Map(['A', 'B'].map((name) => [name, Math.floor((size(name) * share) / 100)])) };
  });
type Draw = typeof anyDraw extends fc.Arbitrary<infer T> ? T : never;
const ids = ({ pool, key: by, quotas }: Draw): readonly string[] => drawTargets({ scheme, key: by, pool, quotas, hash }).map(({ id }) => id);

test('D7.1 of equal tickets the smaller identifier goes first', () => {
  const pool = [3, 1, 2].map((number) => entry(number, 'A'));
  const drawn = drawTargets({ scheme, key: key(), pool, quotas: new Map([['A', 3]]), hash: () => '0'.repeat(64) });
  expect(drawn.map(({ id }) => id)).toEqual(['local:Z-1', 'local:Z-2', 'local:Z-3']);
});
test('a target of a stratum without a quota is not drawn', () => {
  const pool = [entry(1, 'A'), entry(2, 'B')];
  expect(drawTargets({ scheme, key: key(), pool, quotas: new Map([['A', 1]]), hash }).map(({ id }) => id)).toEqual(['local:Z-1']);
});

describe('D7.2 laws', () => {
  test('the order of rows never matters', () => {
    fc.assert(fc.property(anyDraw, fc.func(fc.integer()), (draw, rank) => {
      const pool = [...draw.pool].sort((a, b) => rank(a.id) - rank(b.id));
      expect(ids({ ...draw, pool })).toEqual(ids(draw));
    }), { numRuns: 60 });
  });
  test('a sample of n is a prefix of a sample of n + 1', () => {
    fc.assert(fc.property(anyDraw, (draw) => {
      const inA = draw.pool.filter(({ stratum }) => stratum === 'A').length;
      const all = ids({ ...draw, quotas: new Map([['A', inA]]) });
      for (let n = 0; n <= inA; n += 1) expect(ids({ ...draw, quotas: new Map([['A', n]]) })).toEqual(all.slice(0, n));
    }), { numRuns: 20 });
  });
  test('one target more changes at most one selection of its stratum, and none of another', () => {
    fc.assert(fc.property(anyDraw, fc.boolean(), (draw, inB) => {
      const more = { ...draw, pool: [...draw.pool, entry(20_000, inB ? 'B' : 'A')] };
      const before = new Set(ids(draw));
      const gone = [...before].filter((id) => !ids(more).includes(id));
      expect(gone.length).toBeLessThanOrEqual(1);
      if (inB) for (const id of gone) expect(draw.pool.find((one) => one.id === id)!.stratum).toBe('B');
    }), { numRuns: 60 });
  });
  test('rows stand by stratum, ticket and identifier, each with its quota', () => {
    fc.assert(fc.property(anyDraw, (draw) => {
      const rows = drawTargets({ scheme, ...draw, hash });
      const keys = rows.map((row) => `${row.stratum} ${row.ticket} ${row.id}`);
      expect(keys).toEqual([...keys].sort());
      for (const [name, quota] of draw.quotas) expect(rows.filter(({ stratum }) => stratum === name).length).toBe(quota);
    }), { numRuns: 60 });
  });
  test('every target of a pool can be drawn, each about as often as the others', () => {
    const pool = Array.from({ length: 40 }, (_, number) => entry(number, 'ALL'));
    const counts = new Map(pool.map(({ id }) => [id, 0]));
    for (let seed = 0; seed < 400; seed += 1) {
      for (const { id } of drawTargets({ scheme, key: keyOf('targets', 0, `dice:d10x3=${seed}`), pool, quotas: new Map([['ALL', 4]]), hash })) counts.set(id, counts.get(id)! + 1);
    }
    expect(Math.min(...counts.values())).toBeGreaterThan(20);
    expect(Math.max(...counts.values())).toBeLessThan(65);
  });
});
test('the few smallest are the same as sorting all and cutting', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.integer(), { maxLength: 200 }), fc.nat(200), (items, count) => {
    const compare = (a: number, b: number): number => a - b;
    expect(smallest({ items, count, compare })).toEqual([...items].sort(compare).slice(0, count));
  }));
});
test('the few smallest of many are found without sorting the many', () => {
  let compared = 0;
  const compare = (a: string, b: string): number => {
    compared += 1;
    return a < b ? -1 : 1;
  };
  smallest({ items: Array.from({ length: 10_000 }, (_, number) => hash(String(number))), count: 100, compare });
  expect(compared).toBeLessThan(20_000);
});
