// A county whose ledger has any number of entries: 24 batches a year, year after year, each with everything that may happen to a draw.
import { hash as hashOf } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMPTY_HEAD, ledgerLines, timestampAt } from '@shuangsuiji/core';

const hash = (text) => hashOf('sha256', text, 'hex');
const AUTHORITY = '652722';
const YEAR = 2026;
const BATCHES_A_YEAR = 24;
const AGENCIES = ['SCJG', 'GA', 'WJW', 'YJ'];
const WHY = { reason: '检查对象已注销，检查不能进行', by: '市场监督管理局 信用监督管理股', evidence: '准予注销登记通知书〔2026〕第 118 号' };
/** Half a month in seconds. */
const STEP = Math.floor((365.25 * 86_400) / BATCHES_A_YEAR);
/** 2026-01-01T00:00:00+08:00: no time of a ledger may lie ahead of the clock. */
const LAST = 1_767_196_800;

/** What happens to one batch, `[type, body]` in order; `file` makes the workbooks that the county's folder then holds. */
const eventsOf = (index, file) => {
  const serial = String(index + 1).padStart(4, '0');
  const drawId = `${AUTHORITY}-${YEAR}-${serial}`;
  const batch = `${YEAR}-JH-${serial}`;
  const d = (name) => hash(`${drawId} ${name}`);
  const ofRound = (round) => ({ drawId, round });
  const dice = (round) => `dice:d10x20=${BigInt(`0x${d(`dice ${round}`).slice(0, 16)}`).toString().padStart(20, '0')}`;
  const witnesses = [{ agency: '市场监督管理局', name: '见证人甲' }, { agency: '卫生健康委员会', name: '见证人乙' }];
  const documents = (round) => Object.fromEntries(['assignments.jsonl', 'match.json', 'odds.jsonl', 'seed.json', 'targets.jsonl'].map((name) => [`rounds/${round}/${name}`, d(`${round} ${name}`)]));
  const evidence = (round, number) => ['evidence', { ...ofRound(round), kind: ['signature', 'timestamp', 'written'][number % 3], path: `evidence/${number}.json`, document: d(`evidence ${number}`) }];
  const published = (list, form, name) => ['published', { ...(list === 'draw' ? { drawId } : {}), batch, list, form, ...file(`公示/${name}.xlsx`) }];
  const round = (number) => [
    ['changed', { drawId, change: { kind: 'target-withdrawn', target: `local:${serial}.${number}` }, ...WHY }],
    ['changed', { drawId, change: { kind: 'inspector-withdrawn', inspector: `${AGENCIES[number % 4]}/${serial}` }, ...WHY }],
    ['changed', { drawId, change: { kind: 'capacity-set', inspector: `GA/${serial}`, capacity: 12 }, ...WHY }],
    ['announced', { ...ofRound(number), commitment: d(`commitment ${number}`) }],
    evidence(number, 2 + number),
    ['entered', { ...ofRound(number), line: dice(number), witnesses, sheet: d(`sheet ${number}`) }],
    ['drawn', { ...ofRound(number), outcome: 'matched', documents: documents(number) }],
  ];
  const snapshot = d('snapshot');
  return [
    ['imported', { snapshot, counts: { agencies: 26, inspectors: 208, items: 61, names: 208, recusals: 40, targets: 12362 }, refused: index % 5 }],
    published('plan', 'full', `抽查计划公示-${batch}`),
    ['sealed', { drawId, batch, scheme: 'ssj/1', commitment: d('C'), notice: d('notice 0'), snapshot }],
    evidence(0, 1),
    evidence(0, 2),
    ['entered', { ...ofRound(0), line: dice(0), witnesses, sheet: d('sheet 0') }],
    ['drawn', { ...ofRound(0), outcome: 'matched', documents: documents(0) }],
    published('draw', 'counts', `抽取结果公示-${drawId}-数量`),
    ...round(1),
    ...round(2),
    ['revealed', { drawId, document: d('reveal') }],
    published('draw', 'full', `抽取结果公示-${drawId}-名单`),
  ];
};

/**
 * Writes ledger, records and workbooks into a county's folder made by `ssj init`, in place of its ledger.
 * A record holds the ledger's first line and its seal's head: whole prefixes of all of them would fill a disk.
 *
 * @returns the lines of the ledger
 */
export const writeBigLedger = ({ dir, entries }) => {
  const files = new Map();
  const file = (path) => {
    files.set(path, path);
    return { file: path, document: hash(path) };
  };
  const first = { type: 'opened', body: { authority: { code: AUTHORITY, name: '样例县' }, year: YEAR, program: { name: 'shuangsuiji', version: '0.1.0' } } };
  const events = [first];
  for (let index = 0; events.length < entries; index += 1) events.push(...eventsOf(index, file).map(([type, body]) => ({ type, body })));
  const draws = Math.ceil(entries / 26);
  const start = LAST - draws * STEP;
  let head = EMPTY_HEAD;
  const lines = [];
  const opened = [];
  events.slice(0, entries).forEach((event, index) => {
    if (event.type === 'sealed') opened.push([event.body.drawId, head]);
    const appended = ledgerLines({ head, at: timestampAt(start + Math.floor((index / entries) * draws * STEP), '+08:00'), events: [event], hash });
    lines.push(appended.text);
    head = appended.head;
  });
  for (const [drawId, ledgerHead] of opened) {
    const folder = join(dir, '批次', drawId);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'ledger.jsonl'), lines[0]);
    writeFileSync(join(folder, 'sealed.json'), `${JSON.stringify({ drawId, ledgerHead: { digest: ledgerHead.digest, seq: ledgerHead.seq } })}\n`);
  }
  rmSync(join(dir, '台账.jsonl'), { force: true });
  writeFileSync(join(dir, '台账.jsonl'), lines.join(''));
  mkdirSync(join(dir, '公示'), { recursive: true });
  for (const [path, text] of files) writeFileSync(join(dir, path), text);
  return lines;
};
