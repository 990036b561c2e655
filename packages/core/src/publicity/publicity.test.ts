import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJsonDocument, readJsonLines } from '../base/read-json-lines.js';
import { commitmentOf } from '../record/sealed.js';
import { PATHS, roundPaths } from '../record/paths.js';
import { readFrame, readRegistry, readRoster } from '../record/read-sealed.js';
import { assignmentRowSchema, drawnTargetSchema, revealDocumentSchema, seedDocumentSchema } from '../record/round-schemas.js';
import { EMPTY_HEAD } from '../record/ledger.js';
import { portableHash as hash } from '../base/digest.js';
import { right, sampleRecord, type SampleOptions } from '../record/sample.properties.js';
import { approvalForms } from './approval-forms.js';
import { assignmentLists } from './assignment-list.js';
import { drawList } from './draw-list.js';
import { planList } from './plan-list.js';
import { sealNotice } from './seal-notice.js';

const MAIN = roundPaths(0);

/** Everything a list is made of, read out of a record. */
const readSample = (options: Partial<SampleOptions>) => {
  const { texts, sealed } = sampleRecord({ number: 1, scheme: 'ssj/1', publication: 'after-visits', sampling: 'by-risk', isFeasible: true, stage: 'revealed', ...options });
  const { targets, agencies, items, inspectors } = right(readRegistry(texts, hash));
  const drawn = right(readJsonLines({ file: MAIN.targets, text: texts.get(MAIN.targets) ?? '', schema: drawnTargetSchema, keyOf: ({ stratum, ticket }) => `${stratum} ${ticket}` }));
  const assignments = right(readJsonLines({ file: MAIN.assignments, text: texts.get(MAIN.assignments) ?? '', schema: assignmentRowSchema, keyOf: ({ agency, target }) => `${agency} ${target}` }));
  return {
    texts, targets, agencies, items, inspectors, drawn, assignments, hash,
    sealed: sealed.sealed,
    notice: sealed.notice,
    frame: right(readFrame(texts)),
    roster: right(readRoster(texts)),
    laterRounds: [], changes: [], lentTo: new Map(),
    seed: right(readJsonDocument({ file: MAIN.seed, text: texts.get(MAIN.seed) ?? '', schema: seedDocumentSchema })),
    reveal: texts.has(PATHS.reveal) ? right(readJsonDocument({ file: PATHS.reveal, text: texts.get(PATHS.reveal) ?? '', schema: revealDocumentSchema })) : undefined,
    ledgerHead: EMPTY_HEAD,
    names: new Map(inspectors.map(({ id }) => [id, `人${id}`])),
  };
};
type Material = ReturnType<typeof readSample>;

const listsOf = (material: Material) => ({
  plan: planList({ isRehearsal: false, authority: material.sealed.authority, year: 2026, ledgerHead: EMPTY_HEAD, batches: [material.sealed], agencies: material.agencies, items: material.items }),
  notice: sealNotice(material),
  counts: drawList({ ...material, reveal: undefined }),
  full: drawList(material),
});

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? [...Object.keys(value), ...Object.values(value).flatMap(textsIn)] : [];

describe('no list for publication', () => {
  test('names an inspector, a witness, a risk class or a ratio of one', () => {
    fc.assert(
      fc.property(fc.record({ number: fc.nat(50), publication: fc.constantFrom('after-visits', 'at-once') }), (options) => {
        const material = readSample(options);
        const texts = textsIn(listsOf(material));
        for (const { id } of material.inspectors) expect(texts.some((text) => text.includes(id))).toBe(false);
        for (const { witnesses } of material.seed.lines) for (const { name } of witnesses) expect(texts).not.toContain(name);
        for (const word of ['A', 'B', 'C', 'D', 'ALL', 'riskClass', 'stratum', 'strata', 'riskClasses', 'basisPoints']) expect(texts).not.toContain(word);
      }),
      { numRuns: 10 },
    );
  });

  test('says whom a batch limited to risk classes is for', () => {
    const { sealed, agencies, items } = readSample({});
    const batch = { ...sealed.batch, targets: '信用风险较高的单位' };
    const rowOf = (filter: typeof batch.filter) =>
      planList({ isRehearsal: false, authority: sealed.authority, year: 2026, ledgerHead: EMPTY_HEAD, batches: [{ batch: { ...batch, filter }, strata: sealed.strata }], agencies, items }).rows[0];
    expect(rowOf({ riskClasses: ['C', 'D'] })?.targets).toBeUndefined();
    expect(rowOf({ areas: ['城关镇'] })?.targets).toBe('信用风险较高的单位');
  });

  test('gives the pool or the quota of one class', () => {
    const { plan, notice } = listsOf(readSample({}));
    const { strata } = readSample({}).sealed;
    const quota = strata.reduce((sum, stratum) => sum + stratum.quota, 0);
    expect(plan.rows[0]).toMatchObject({ quota, rule: undefined });
    expect(notice.quota).toBe(quota);
  });
});

describe('drawList', () => {
  test('before the revelation holds no target, neither its code nor its name', () => {
    const material = readSample({});
    const { counts } = listsOf(material);
    expect(counts.form).toBe('counts');
    const texts = textsIn(counts);
    for (const { id, name } of material.targets) expect(texts.some((text) => text.includes(id.slice(id.indexOf(':') + 1)) || text.includes(name))).toBe(false);
    expect(texts).not.toContain(material.reveal?.secret);
  });

  test('before the revelation gives digests only of files that cannot be guessed', () => {
    const { counts, full } = listsOf(readSample({}));
    expect(counts.documents.map(({ path }) => path)).toEqual([MAIN.seed, MAIN.targets]);
    expect(full.documents.map(({ path }) => path)).toEqual([MAIN.assignments, MAIN.match, MAIN.odds, MAIN.seed, MAIN.targets]);
  });

  test('has every drawn target once the secret is revealed, ascending by id, and the secret', () => {
    const material = readSample({});
    const { full } = listsOf(material);
    if (full.form !== 'full') throw new TypeError('not full');
    expect(full.rows.map(({ position }) => position)).toEqual(material.drawn.map((_, at) => at + 1));
    expect(new Set(full.rows.map(({ code }) => code))).toEqual(new Set(material.drawn.map(({ id }) => id.slice(id.indexOf(':') + 1))));
    expect(full.secret?.value).toBe(material.reveal?.secret);
    expect(full.head.commitment).toBe(commitmentOf(material.sealed, hash));
  });

  test('is full at once where the seal has no secret', () => {
    const { counts } = listsOf(readSample({ publication: 'at-once', stage: 'drawn' }));
    expect(counts).toMatchObject({ form: 'full', secret: undefined });
  });
});

describe('assignmentLists', () => {
  test('give every agency exactly its visits, the leader first, and loads that add up', () => {
    const material = readSample({});
    const lists = assignmentLists(material);
    for (const { agency, rows, loads } of lists) {
      const own = material.assignments.filter((row) => row.agency === agency.code);
      expect(rows.map(({ id }) => id)).toEqual(own.map(({ target }) => target));
      for (const [at, { visit }] of rows.entries()) {
        expect(visit.people.map(({ id }) => id).toSorted()).toEqual(own[at]?.inspectors.toSorted());
        expect(visit.people.map(({ isLeader }) => isLeader)).toEqual(visit.people.map((_, index) => index === 0));
        expect(visit.people[0]?.name).toBe(`人${String(visit.people[0]?.id)}`);
      }
      expect(loads.reduce((sum, { visits }) => sum + visits, 0)).toBe(own.reduce((sum, { inspectors }) => sum + inspectors.length, 0));
    }
    expect(lists.map(({ agency }) => agency.code)).toEqual(['A-10', 'A-2', 'SCJG']);
  });

  test('number a target as every other list of the draw does', () => {
    const material = readSample({});
    const { full } = listsOf(material);
    if (full.form !== 'full') throw new TypeError('not full');
    const positions = new Map(full.rows.map(({ code, position }) => [code, position]));
    for (const { rows } of assignmentLists(material)) for (const { code, position } of rows) expect(position).toBe(positions.get(code));
    for (const { code, position } of approvalForms(material).forms) expect(position).toBe(positions.get(code));
  });
});

test('approvalForms have one form a visited target, with every agency that comes', () => {
  const material = readSample({});
  const { forms } = approvalForms(material);
  expect(forms.map(({ id }) => id)).toEqual([...new Set(material.assignments.map(({ target }) => target))].toSorted());
  for (const { id, visits } of forms) expect(visits.map(({ agency }) => agency)).toEqual(material.assignments.filter(({ target }) => target === id).map(({ agency }) => agency).toSorted());
});

test('a notice of a rehearsal and of a typed seed says so', () => {
  const material = readSample({ scheme: 'ssj/1-rehearsal' });
  expect(sealNotice(material).head.isRehearsal).toBe(true);
  const { seedLines } = sealNotice({ ...material, sealed: { ...material.sealed, seed: { ...material.sealed.seed, lines: ['typed:', 'lottery:kl8:2026315', 'dice:d6x25'] } } });
  expect(seedLines.map(({ words }) => words)).toEqual([expect.stringContaining('警告'), '快乐8第2026315期开奖号码', expect.stringContaining('25枚六面骰')]);
});
