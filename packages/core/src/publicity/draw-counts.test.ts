import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TargetId } from '../base/brand.js';
import type { FrameRow } from '../plan/frame.js';
import type { Sealed } from '../record/sealed.js';
import type { Target } from '../registry/schemas.js';
import { countsByAgency, countsByArea } from './draw-counts.js';

/** Targets of areas with so many in the pool and so many drawn; every second one is visited by FEW too. */
const inputOf = (areas: Readonly<Record<string, readonly [pool: number, count: number]>>, few = 0) => {
  const rows = Object.entries(areas).flatMap(([area, [pool, count]]) => Array.from({ length: pool }, (_, at) => ({ id: `local:${area}${String(at)}`, area, isDrawn: at < count })));
  return {
    sealed: { visits: [{ id: 'V1', needs: [{ agency: 'ALL' }] }, { id: 'V2', needs: [{ agency: 'ALL' }, { agency: 'FEW' }] }] } as unknown as Sealed,
    frame: rows.map(({ id }, at) => ({ id, stratum: 'ALL', visit: at < few ? 'V2' : 'V1' }) as FrameRow),
    drawn: rows.filter(({ isDrawn }) => isDrawn).map(({ id }) => ({ id: id as TargetId })),
    targets: rows.map(({ id, area }) => ({ id, name: id, area: area === '' ? undefined : area, tags: [] }) as unknown as Target),
    agencies: [],
  };
};

test('large areas have a line each in byte order', () => {
  expect(countsByArea(inputOf({ 乙: [40, 5], 甲: [20, 0] }))).toEqual([{ area: '乙', pool: 40, count: 5 }, { area: '甲', pool: 20, count: 0 }]);
});

test('an area too small, one drawn whole and targets without an area come together', () => {
  expect(countsByArea(inputOf({ 乙: [40, 5], 小: [3, 1], 全: [12, 12], '': [15, 2] }))).toEqual([{ area: '乙', pool: 40, count: 5 }, { area: undefined, pool: 30, count: 15 }]);
});

test('where the rest is too small itself the smallest area joins it', () => {
  expect(countsByArea(inputOf({ 乙: [40, 5], 丙: [20, 1], 小: [3, 1] }))).toEqual([{ area: '乙', pool: 40, count: 5 }, { area: undefined, pool: 23, count: 2 }]);
});

test('a draw of the whole pool has nothing to hide', () => {
  expect(countsByArea(inputOf({ 甲: [3, 3] }))).toEqual([{ area: '甲', pool: 3, count: 3 }]);
  expect(countsByAgency(inputOf({ 甲: [3, 3] }, 1))).toEqual([{ agency: 'ALL', count: 3 }, { agency: 'FEW', count: 1 }]);
});

test('an agency that could visit few targets has no number', () => {
  expect(countsByAgency(inputOf({ 甲: [30, 4] }, 2))).toEqual([{ agency: 'ALL', count: 4 }, { agency: 'FEW', count: undefined }]);
});

test('areas always add up to the draw, and no line tells who was drawn unless the whole county does', () => {
  const figures = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(30)).map(([pool, count]) => [pool, Math.min(pool, count)] as const);
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('甲', '乙', '丙', '丁', ''), figures, { minKeys: 1 }), (areas) => {
      const input = inputOf(areas);
      const lines = countsByArea(input);
      expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(input.drawn.length);
      expect(lines.reduce((sum, { pool }) => sum + pool, 0)).toBe(input.frame.length);
      if (lines.length > 1 && input.drawn.length < input.frame.length) {
        for (const { pool, count } of lines) expect(count === 0 || (pool >= 10 && count < pool)).toBe(true);
      }
    }),
  );
});
