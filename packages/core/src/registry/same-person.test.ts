import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portableHash as hash } from '../base/digest.js';
import { importRegistries } from './import-registries.js';
import { makeSnapshot } from './snapshot.js';
import { SAME_PERSON_GROUND } from './same-person.js';
import { agencyTable, GROUNDS, inspectorTable, itemTable, recusalTable, targetTable, TODAY, uscc } from './tables.properties.js';

const CARD = '652722199001011234';
const MASKED = '652722********1234';
/** Another person with the same ends. */
const TWIN = '652722198512121234';

type Cells = Parameters<typeof inspectorTable>[number];
const inspector = (cells: Cells = {}): Cells => ({ number: 1, name: '艾山·买买提', agency: 'SCJG', licenceNumber: 'XJ1', licenceUntil: '2030-01-01', identity: CARD, ...cells });
const firm = (cells: Parameters<typeof targetTable>[number] = {}) => ({ name: '甲商店', code: uscc(1), ...cells });
const imported = (people: readonly Cells[], firms: readonly ReturnType<typeof firm>[], recusals: Parameters<typeof recusalTable> = []) =>
  importRegistries({
    agencies: agencyTable({ code: 'SCJG', name: '市监局' }, { code: 'YJ', name: '应急局' }),
    targets: targetTable(...firms), inspectors: inspectorTable(...people), items: itemTable({ number: 1, name: '检查', agencies: 'SCJG' }), recusals: recusalTable(...recusals),
    today: TODAY, grounds: [...GROUNDS, SAME_PERSON_GROUND], hash,
  });
const found = (...[people, firms]: Parameters<typeof imported>) => {
  const { recusals, problems } = imported(people, firms);
  return { grounds: recusals.map(({ target, inspector: id, ground }) => [target, id, ground]), codes: problems.map(({ code, severity, where }) => [code, severity, where?.column]) };
};
const RECUSED = [[`uscc:${uscc(1)}`, 'SCJG/1', SAME_PERSON_GROUND]];

describe('D5.6 the same person', () => {
  it.each([
    ['both numbers whole', CARD, CARD, '艾山•买买提'],
    ['one of them masked, the name written otherwise', CARD, MASKED, '艾山 • 买买提'],
    ['both masked', MASKED, '652722199001**1234', '艾山·买买提'],
    ['full-width digits', '６５２７２２１９９００１０１１２３４', CARD, undefined],
  ])('is a recusal: %s', (_, own, theirs, representative) => {
    expect(found([inspector({ identity: own })], [firm({ representativeIdentity: theirs, ...(representative === undefined ? {} : { representative }) })])).toEqual({ grounds: RECUSED, codes: [['same-person-recused', 'warning', '[representativeIdentity]']] });
  });
  it('is a recusal for a shareholder whose number is whole', () => {
    expect(found([inspector()], [firm({ shareholderIdentities: `${TWIN}、${CARD}` })])).toEqual({ grounds: RECUSED, codes: [['same-person-recused', 'warning', '[shareholderIdentities]']] });
  });
  it('is only told where the number is masked and there is no name', () => {
    expect(found([inspector()], [firm({ shareholderIdentities: MASKED })])).toEqual({ grounds: [], codes: [['same-person-unsure', 'warning', '[shareholderIdentities]']] });
    expect(found([inspector()], [firm({ representativeIdentity: MASKED })])).toEqual({ grounds: [], codes: [['same-person-unsure', 'warning', '[representativeIdentity]']] });
  });
  it.each([
    ['another name', { representativeIdentity: MASKED, representative: '艾山·吐尔逊' }],
    ['another whole number with the same ends', { representativeIdentity: TWIN, representative: '艾山·买买提' }],
    ['another number', { representativeIdentity: '652722199001011235', representative: '艾山·买买提' }],
    ['a passport', { representativeIdentity: 'E12345678', representative: '艾山·买买提' }],
    ['no number', { representative: '艾山·买买提' }],
  ])('is nobody: %s', (_, cells) => expect(found([inspector()], [firm(cells)])).toEqual({ grounds: [], codes: [] }));
  it('stands once beside what was declared on other grounds, and leaves a declaration its day', () => {
    const declared = [{ agency: 'SCJG', number: 1, code: uscc(1), ground: '近亲属', declaredOn: '2026-01-05' }, { agency: 'SCJG', number: 1, code: uscc(1), ground: SAME_PERSON_GROUND, declaredOn: '2026-01-06' }];
    const { recusals } = imported([inspector()], [firm({ representativeIdentity: CARD })], declared);
    expect(recusals.map(({ ground, declaredOn }) => [ground, declaredOn])).toEqual([[SAME_PERSON_GROUND, '2026-01-06'], ['近亲属', '2026-01-05']]);
  });
  it('refuses both rows of one person in two agencies, by number and name, and neither of two people', () => {
    const second = (cells: Cells) => inspector({ number: 7, agency: 'YJ', licenceNumber: 'XJ7', ...cells });
    const rows = (cells: Cells) => imported([inspector(), second(cells)], [firm()]).problems.map(({ code, where }) => [code, where?.row]);
    expect(rows({})).toEqual([['person-twice', 3], ['person-twice', 4]]);
    expect(rows({ identity: MASKED })).toEqual([['person-twice', 3], ['person-twice', 4]]);
    expect(rows({ identity: MASKED, name: '王一' })).toEqual([]);
    expect(rows({ identity: TWIN })).toEqual([]);
    expect(imported([inspector(), second({})], [firm()]).problems[0]).toMatchObject({ fields: { id: 'SCJG/1', otherId: 'YJ/7', otherRow: 4 } });
  });
  it('tells a number that a spreadsheet has rounded, and one that cannot be read', () => {
    expect(found([inspector({ identity: 652722199001011200 })], [firm({ representativeIdentity: 652722199001011200 })]).codes).toEqual([['identity-unreadable', 'warning', '[identity]'], ['identity-unreadable', 'warning', '[representativeIdentity]']]);
    expect(found([inspector({ identity: '无' })], [firm()]).codes).toEqual([['identity-unreadable', 'warning', '[identity]']]);
  });
});

it('no number of an identity card, whole or in part, reaches a snapshot or a problem', () => {
  const card = fc.tuple(fc.integer({ min: 110000, max: 659999 }), fc.constantFrom('19900101', '20011231'), fc.integer({ min: 0, max: 999 }), fc.constantFrom('X', '7')).map(([area, born, serial, check]) => `${area}${born}${String(serial).padStart(3, '0')}${check}`);
  const written = (number: string) => fc.constantFrom(number, `${number.slice(0, 6)}********${number.slice(14)}`, ` ${number}`, `${number}\ufffd`, number.slice(0, 17));
  fc.assert(
    fc.property(card.chain((number) => fc.tuple(fc.constant(number), written(number), written(number), written(number))), ([number, own, theirs, shares]) => {
      const { problems, ...rest } = imported([inspector({ identity: own }), inspector({ number: 2, agency: 'YJ', licenceNumber: 'XJ2', identity: own })], [firm({ representative: '艾山·买买提', representativeIdentity: theirs, shareholderIdentities: shares })]);
      const texts = [...Object.values(makeSnapshot({ ...rest, hash }).files), JSON.stringify(problems)].join('\n').replaceAll(uscc(1), '');
      for (const part of [number, number.slice(0, 6), number.slice(6, 14), `${number.slice(0, 6)}*`]) expect(texts.replace(/[0-9a-f]{64}/g, '')).not.toContain(part);
    }),
  );
});
