import { describe, expect, it } from 'vitest';
import { portableHash as hash } from '../base/digest.js';
import { importRegistries } from './import-registries.js';
import { parseSnapshot } from './parse-snapshot.js';
import { makeSnapshot } from './snapshot.js';
import type { SnapshotFiles } from './snapshot-files.js';
import { agencyTable, GROUNDS, inspectorTable, itemTable, recusalTable, targetTable, TODAY, uscc } from './tables.properties.js';

const snapshot = makeSnapshot({
  ...importRegistries({
    agencies: agencyTable({ code: 'SCJG', name: '市监局' }),
    targets: targetTable({ name: '甲商店', code: uscc(1) }, { name: '乙商店', code: uscc(2) }),
    inspectors: inspectorTable({ number: 1, name: '丁一', agency: 'SCJG', licenceNumber: 'XJ1', licenceUntil: '2030-01-01' }),
    items: itemTable({ number: 1, name: '登记事项检查', agencies: 'SCJG' }),
    recusals: recusalTable({ agency: 'SCJG', number: 1, code: uscc(1), ground: '其他' }),
    today: TODAY,
    grounds: GROUNDS,
    hash,
  }),
  hash,
});
const problems = (changes: Partial<SnapshotFiles>): unknown => {
  const parsed = parseSnapshot({ files: { ...snapshot.files, ...changes }, hash });
  return parsed.ok ? [] : parsed.error.map(({ code, where }) => [code, where?.file, where?.row]);
};
const without = (name: keyof SnapshotFiles) => parseSnapshot({ files: Object.fromEntries(Object.entries(snapshot.files).filter(([key]) => key !== name)), hash });

describe('snapshot', () => {
  it('has the digest of snapshot.json without its final LF', () => {
    expect(snapshot.files['snapshot.json'].endsWith('}\n')).toBe(true);
    expect(snapshot.digest).toBe(hash(snapshot.files['snapshot.json'].slice(0, -1)));
  });
  it('should not change its output', () => {
    expect(snapshot.files).toMatchInlineSnapshot(`
      {
        "agencies.jsonl": "{"aliases":[],"code":"SCJG","name":"市监局"}
      ",
        "inspectors.jsonl": "{"agency":"SCJG","id":"SCJG/1","isOnDuty":true,"licences":[{"number":"XJ1","validUntil":"2030-01-01"}],"qualifications":[]}
      ",
        "items.jsonl": "{"agencies":["SCJG"],"appliesTo":{},"id":"1","name":"登记事项检查","qualifications":[]}
      ",
        "names.jsonl": "{"id":"SCJG/1","name":"丁一"}
      ",
        "recusals.jsonl": "{"ground":"其他","inspector":"SCJG/1","target":"uscc:91659900TE5T00001P"}
      ",
        "report.json": "{"problems":"4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945","refused":[],"warnings":0}
      ",
        "snapshot.json": "{"counts":{"agencies":1,"inspectors":1,"items":1,"names":1,"recusals":1,"targets":2},"files":{"agencies.jsonl":"166713dc6034dbde2f9af5299f3fea750edacfb58c881d322d8189d80ad77ba0","inspectors.jsonl":"f81bcfa209069bf103f3d88d8746910b0dadcf68d509031d19c82b36a5bb34fe","items.jsonl":"afc50cf116aba883ec153d3ec44c45f7a8e7fff0f095ca554727d24e36e7f6da","names.jsonl":"ce396e3050abf085e54fa31374e0d5d696d0fbfaa71393165061848794f067da","recusals.jsonl":"f704318ac4190ad58f031f85ef76d4c173d57625a03ebda37f08ccc319f64923","report.json":"b69fa1f7fe1c3ba35ed84f1289a4d35347c24f1c285663b8d39898c07831814a","targets.jsonl":"cd1cc83ab31c35f5a97146cafb256d7540e1b6137f5f0badc37ca08e8c4a3519"},"format":"ssj-snapshot/1"}
      ",
        "targets.jsonl": "{"id":"uscc:91659900TE5T00001P","name":"甲商店","tags":[]}
      {"id":"uscc:91659900TE5T00002T","name":"乙商店","tags":[]}
      ",
      }
    `);
    expect(snapshot.digest).toMatchInlineSnapshot(`"6eead7df74d233dc13162ce244d8204c92bd467aba70922eda883f1c99a09a9a"`);
  });
  it('holds names of persons in names.jsonl only', () => {
    expect(Object.entries(snapshot.files).filter(([, text]) => text.includes('丁一')).map(([name]) => name)).toEqual(['names.jsonl']);
  });
});

describe('parseSnapshot', () => {
  it('accepts what was written', () => expect(problems({})).toEqual([]));
  it('accepts an archive without names, and nothing else missing', () => {
    const parsed = without('names.jsonl');
    expect(parsed.ok && parsed.value.names).toBeUndefined();
    expect(parsed.ok && parsed.value.digest).toBe(snapshot.digest);
    for (const name of ['snapshot.json', 'targets.jsonl', 'report.json'] as const) expect(without(name)).toMatchObject({ error: [{ code: 'document-missing', where: { file: name } }] });
  });
  it('a changed byte is never identical', () => {
    for (const [name, text] of Object.entries(snapshot.files)) {
      if (name === 'snapshot.json') continue;
      for (const changed of [`${text} `, text.slice(0, -1), text.replace('"', "'"), `\ufeff${text}`]) expect(problems({ [name]: changed })).toContainEqual(['digest-differs', name, undefined]);
    }
  });
  it('names file and line of what is wrong in a changed file', () => {
    const [first = '', second = ''] = snapshot.files['targets.jsonl'].split('\n');
    expect(problems({ 'targets.jsonl': `${second}\n${first}\n` })).toEqual([['digest-differs', 'targets.jsonl', undefined], ['rows-out-of-order', 'targets.jsonl', 2]]);
    expect(problems({ 'targets.jsonl': `${first}\n` })).toEqual([['digest-differs', 'targets.jsonl', undefined], ['count-differs', 'targets.jsonl', undefined]]);
    expect(problems({ 'snapshot.json': snapshot.files['snapshot.json'].replace(/"targets":2/, '"targets":3') })).toEqual([['count-differs', 'targets.jsonl', undefined]]);
  });
});
