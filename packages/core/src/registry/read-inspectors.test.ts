import { describe, expect, it } from 'vitest';
import { agencyResolver } from './agency-resolver.js';
import { readAgencies } from './read-agencies.js';
import { readInspectors } from './read-inspectors.js';
import { agencyTable, day, inspectorTable, TODAY } from './tables.properties.js';

const agencies = agencyResolver({ agencies: readAgencies({ table: agencyTable({ code: 'SCJG', name: '市监局' }, { code: 'YJ', name: '应急局' }) }).entities });
const read = (...rows: Parameters<typeof inspectorTable>) => readInspectors({ table: inspectorTable(...rows), agencies, today: TODAY });
const codes = (...rows: Parameters<typeof inspectorTable>): unknown => read(...rows).problems.map(({ code, severity, where }) => [code, severity, where?.row]);
const sound = { number: 1, name: '丁一', agency: '市监局', licenceNumber: 'XJ1', licenceUntil: '2026-03-02' };

describe('readInspectors', () => {
  it('reads every column and keeps the name apart', () => {
    const { entities, names, problems } = read({ ...sound, number: 'a/9', qualifications: '食品、药品', otherLicenceNumber: 'G1', otherLicenceUntil: '2030-01-01', status: '病假', capacity: '0', mayLead: '是' });
    expect(problems).toEqual([]);
    expect(entities).toEqual([
      { id: 'SCJG/A/9', agency: 'SCJG', qualifications: ['药品', '食品'].toSorted(), licences: [{ number: 'G1', validUntil: '2030-01-01' }, { number: 'XJ1', validUntil: '2026-03-02' }], isOnDuty: false, capacity: 0, mayLead: true },
    ]);
    expect(names).toEqual([{ id: 'SCJG/A/9', name: '丁一' }]);
  });
  it('D5.5 reads grade, caps, areas, leave and the first day of both licences', () => {
    const { entities, problems } = read({
      ...sound, licenceFrom: '2020-01-01', otherLicenceNumber: 'G1', otherLicenceFrom: '2021-01-01', otherLicenceUntil: '2030-01-01', capacityPerYear: 20, grade: '资深',
      ownAreas: '精河镇、托里镇', regions: '托托镇', away: '2026年5月、2026-03-05;2026-03-20至2026-04-02、2026-03-05',
    });
    expect(problems).toEqual([]);
    expect(entities[0]).toMatchObject({
      licences: [{ number: 'G1', validFrom: '2021-01-01', validUntil: '2030-01-01' }, { number: 'XJ1', validFrom: '2020-01-01', validUntil: '2026-03-02' }],
      capacityPerYear: 20, grade: 'senior', ownAreas: ['托里镇', '精河镇'].toSorted(), regions: ['托托镇'],
      away: [{ from: '2026-03-05', to: '2026-03-05' }, { from: '2026-03-20', to: '2026-04-02' }, { from: '2026-05-01', to: '2026-05-31' }],
    });
  });
  it.each([
    [{ grade: '骨干' }, 'grade-unknown'],
    [{ away: '3月2日至3月20日' }, 'away-unreadable'],
    [{ away: '年休假' }, 'away-unreadable'],
    [{ away: '2026-03-20至2026-03-02' }, 'away-backwards'],
    [{ licenceFrom: '2026-03-03' }, 'licence-backwards'],
    [{ capacityPerYear: '二十' }, 'capacity-bad'],
  ])('refuses %o', (cells, code) => expect(codes({ ...sound, ...cells })).toEqual([[code, 'error', 3]]));
  it('keeps columns out of an entity that nobody filled, so that old digests stand', () => {
    expect(JSON.parse(JSON.stringify(read(sound).entities[0]))).toEqual({ id: 'SCJG/1', agency: 'SCJG', qualifications: [], licences: [{ number: 'XJ1', validUntil: '2026-03-02' }], isOnDuty: true });
  });
  it('sorts by bytes: A/10 before A/9', () => {
    expect(read({ ...sound, number: 'A/9' }, { ...sound, number: 'A/10', licenceNumber: 'XJ2' }).entities.map(({ id }) => id)).toEqual(['SCJG/A/10', 'SCJG/A/9']);
  });
  it('counts the last day of a licence as valid and the day after as lapsed', () => {
    expect(codes(sound)).toEqual([]);
    expect(codes({ ...sound, licenceUntil: '2026-03-01' })).toEqual([['licence-lapsed', 'error', 3]]);
    expect(codes({ ...sound, licenceUntil: '2026-03-01', otherLicenceNumber: 'G1', otherLicenceUntil: { kind: 'date', date: day('9999-09-09') } })).toEqual([]);
  });
  it('asks nobody off duty for a licence', () => {
    expect(codes({ number: 1, name: '丁一', agency: 'YJ', status: '退休' }, { ...sound, licenceUntil: '2020-01-01', status: '离岗' })).toEqual([]);
  });
  it('tells a missing licence from a half-filled and an unreadable one', () => {
    const { licenceNumber: _, licenceUntil: __, ...bare } = sound;
    expect(codes(bare)).toEqual([['licence-missing', 'error', 3]]);
    expect(codes({ ...bare, licenceNumber: 'XJ1' })).toEqual([['licence-incomplete', 'error', 3]]);
    expect(codes({ ...bare, licenceNumber: 'XJ1', licenceUntil: '长期' })).toEqual([['date-unreadable', 'error', 3]]);
    expect(codes({ ...sound, otherLicenceNumber: 'G1' })).toEqual([['licence-incomplete', 'warning', 3]]);
  });
  it('finds every problem of a row', () => {
    expect(codes({ number: '王一', agency: '市监句', status: '不详', capacity: 8192, mayLead: '也许' })).toEqual(
      ['agency-unknown', 'inspector-number-bad', 'name-missing', 'status-unknown', 'capacity-bad', 'yes-no-unreadable'].map((code) => [code, 'error', 3]),
    );
    expect(codes({ name: '丁一', licenceNumber: 'XJ1', licenceUntil: '2027-01-01' })).toEqual([['agency-missing', 'error', 3], ['inspector-number-missing', 'error', 3]]);
  });
  it('names the nearest agency', () => expect(read({ ...sound, agency: '市监句' }).problems[0]).toMatchObject({ code: 'agency-unknown', fields: { raw: '市监句', nearest: '市监局' } }));
  it('refuses both rows of one number in one agency, and none in two', () => {
    expect(codes(sound, { ...sound, number: '１', name: '丁二', licenceNumber: 'XJ2' })).toEqual([['inspector-duplicate', 'error', 3], ['inspector-duplicate', 'error', 4]]);
    expect(codes(sound, { ...sound, agency: 'YJ', licenceNumber: 'XJ2' })).toEqual([]);
  });
  it('refuses two people with one licence number, and names both rows', () => {
    expect(codes(sound, { ...sound, number: 2 })).toEqual([['licence-number-twice', 'error', 3], ['licence-number-twice', 'error', 4]]);
    expect(read(sound, { ...sound, number: 2 }).entities).toEqual([]);
    expect(codes({ ...sound, otherLicenceNumber: 'XJ1', otherLicenceUntil: '2030-01-01' })).toEqual([]);
  });
});
