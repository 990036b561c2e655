import { type Claim, type Digest, type DrawId, type Finding, type Point, POINTS, type Verification } from '@shuangsuiji/core';
import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { sampleProblems } from '../messages/sample-problems.properties.js';
import { sentences } from '../messages/describe.js';
import { recordSentences } from '../messages/record.js';
import { seedSentences } from '../messages/seed.js';
import { verifySentences } from '../messages/verify.js';
import { digest, name } from './realistic.properties.js';
import { verificationLines } from './verification.js';

const AT = '2026-03-02T10:00:00+08:00';
const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const claims = [
  {
    code: 'sealed-before-seed', round: 0, sealedAt: AT, drawnAt: AT, notBefore: AT, isShown: true,
    evidence: [
      { kind: 'signature', path: 'evidence/1.json', keyDigest: DIGEST, card: { holder: '阿卜杜热合曼·买买提明', body: '公证处', publicKey: DIGEST, validFrom: '2026-01-01', validUntil: '2027-12-31' }, signedAt: AT, clock: 'system', isTrusted: true, isBefore: true },
      { kind: 'signature', path: 'evidence/2.json', keyDigest: DIGEST, card: { holder: '李四', body: '司法局', publicKey: DIGEST, validFrom: '2026-01-01', validUntil: '2027-12-31' }, signedAt: AT, clock: 'fixed', isTrusted: false, isBefore: false },
      { kind: 'timestamp', path: 'evidence/3.json', isBefore: true, token: { ok: true, at: AT, latest: AT, subject: 'C=CN, O=某时间戳服务中心, CN=TSA', issuer: 'C=CN, O=某时间戳服务中心, CN=CA', fingerprint: DIGEST, policy: '1.2.156.1', serial: '01', trust: 'not-checked' } },
      { kind: 'written', path: 'evidence/4.json', words: '公布于县政府网站，收文登记第 12 号', scan: DIGEST },
    ],
  },
  { code: 'clock-fixed' },
  { code: 'clock-trusted' },
  { code: 'seed-came-so', lines: ['dice:d10x20=08772473296991897540', `lottery:kl8:2026315=${'01.'.repeat(19)}80`] },
  { code: 'witnesses', names: ['张三（公证处）', '阿卜杜热合曼·买买提明（司法局）'], sheets: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' as Digest] },
  { code: 'names-of-inspectors' },
  { code: 'visits-finished', on: '2026-11-30' },
  { code: 'ledger-times-back', rows: [7, 9] },
  { code: 'forecast-not-replayed' },
  { code: 'undrawn-by-proof' },
  { code: 'files-withheld', files: 18 },
  { code: 'withdrawn-as-stated', count: 2 },
] as readonly unknown[] as readonly Claim[];
const ofVerification = { ...recordSentences, ...seedSentences, ...verifySentences, 'file-missing': sentences['file-missing'] };
const findings = sampleProblems.filter(({ code }) => code in ofVerification).map((problem) => ({ ...problem, where: { file: 'rounds/0/assignments.jsonl', row: 1234 } })) as readonly Finding[];
const verificationOf = (own: Partial<Record<Point['id'], readonly Finding[]>>, verdict: Verification['verdict']): Verification => ({
  drawId: '652722-2026-0001' as DrawId,
  scheme: 'ssj/1',
  verdict,
  points: POINTS.map((id) => ({ id, verdict: own[id] === undefined ? 'identical' : verdict, findings: own[id] ?? [] })),
  claims,
});

describe('verificationLines', () => {
  it('goes point by point to the verdict, which is the last line', () => {
    const lines = verificationLines({ verification: verificationOf({}, 'identical'), columns: 80 });
    expect(lines).toContain('文件完整      一致');
    expect(lines).toContain('抽取检查对象  一致');
    expect(lines).toContain('不能由复算证明的事项');
    expect(lines.at(-1)).toBe('核验结论：一致');
    expect(lines.filter((line) => line.endsWith('  一致'))).toHaveLength(POINTS.length);
  });

  it('puts the recorded and the recomputed value one above the other', () => {
    const finding: Finding = { code: 'value-differs', severity: 'error', where: { file: 'sealed.json', row: 1 }, fields: { field: 'snapshot', recorded: '"aa"', replayed: '"bb"' } };
    const lines = verificationLines({ verification: verificationOf({ snapshot: [finding] }, 'different'), columns: 80 });
    const at = lines.indexOf('名录库快照    不一致');
    expect(lines.slice(at + 1, at + 4)).toEqual(['  · sealed.json，第 1 行：名录库快照的摘要（snapshot）不一致（value-differs）', '    档案  "aa"', '    复算  "bb"']);
    expect(lines.at(-1)).toBe('核验结论：不一致');
  });

  it('shows a long difference from where it is', () => {
    const recorded = `${'a'.repeat(110)}X`;
    const finding: Finding = { code: 'value-differs', severity: 'error', fields: { field: '', recorded, replayed: `${'a'.repeat(110)}Y` } };
    expect(verificationLines({ verification: verificationOf({ form: [finding] }, 'different'), columns: 200 }).join('\n')).toMatch(/档案 {2}…a+X\n {4}复算 {2}…a+Y\n/);
    const cut: Finding = { ...finding, fields: { ...finding.fields, replayed: recorded } };
    expect(verificationLines({ verification: verificationOf({ form: [cut] }, 'different'), columns: 200 }).join('\n')).toContain('不同处在显示的部分以后');
  });

  it('says once how to mend what is found many times', () => {
    const missing: Finding = { code: 'file-missing', severity: 'error', where: { file: 'frame.jsonl' }, fields: {} };
    const text = verificationLines({ verification: verificationOf({ files: [missing], ledger: [missing, missing] }, 'unverifiable'), columns: 80 }).join('\n');
    expect(text.match(/请向抽取机关索取/g)).toHaveLength(1);
    expect(text).toContain('核验结论：无法核验');
  });

  it('is never wider than 80 columns', () => {
    expect(findings.length).toBeGreaterThan(40);
    fc.assert(
      fc.property(fc.subarray([...findings]), fc.oneof(name, digest), fc.oneof(name, digest), (own, recorded, replayed) => {
        const differs: Finding = { code: 'value-differs', severity: 'error', where: { file: recorded, row: 3 }, fields: { field: replayed, recorded, replayed } };
        for (const line of verificationLines({ verification: verificationOf({ files: own, odds: [differs] }, 'different'), columns: 80 })) expect(stringWidth(line)).toBeLessThanOrEqual(80);
      }),
      { numRuns: 40 },
    );
  });
});
