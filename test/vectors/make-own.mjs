// Makes own-1.json, further worked cases in the shape of ssj-1.json, from the built core. A case is kept only where test/replay.py agrees.
// `node test/vectors/make-own.mjs` after a build; needs python3.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  canonicalId, drawKey, feasibility, inspectorStream, oddsTable, ODDS_BITS, passesCheckCharacter, quotaOf, rehearsalSecret, roundOdds, secretCommitment, streamSeed, ticket, usccCheckCharacter,
} from '../../packages/core/dist/index.js';

const here = import.meta.dirname;
const hash = (text) => createHash('sha256').update(text).digest('hex');
/** Invented numbers, the same every time. */
const chance = (question, n) => Number.parseInt(hash(`own-1 ${question}`).slice(0, 8), 16) % n;
const count = (n) => [...Array(n).keys()];

const scheme = 'ssj/1';
const drawId = 'A1B2-2027-12345';
const secret = hash('own-1 secret');
const seed = ['lottery:kl8:2027042=01.05.09.12.17.23.28.30.31.36.41.44.48.52.57.60.66.71.75.80', 'dice:d6x25=1662534414326553216415243', `secret:sha256=${secret}`].join('\n');
const keyOf = (stage, round) => drawKey({ scheme, drawId, stage, round, seed, hash });
const inspectors = keyOf('inspectors', 0);

const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const uscc = (serial) => {
  const body = count(17).map((at) => letters[chance(`uscc ${serial} ${at}`, 31)]).join('');
  return `uscc:${body}${usccCheckCharacter(body)}`;
};
const id = (at) => [uscc(at), `reg:${String(6527220000000 + chance(`reg ${at}`, 1e6)).padEnd(13 + (at % 3), '7')}`, `local:Z-${at}/${chance(`local ${at}`, 99)}`][chance(`kind ${at}`, 3)];
const rows = [...new Set(count(40).map(id))].sort().map((one, at) => [one, ['甲层', 'ALL', 'S10', 'S9'][chance(`stratum ${at}`, 4)], [1, 1, 2, 5, 17, 64][chance(`balls ${at}`, 6)]]);
const tickets = rows.map(([one, , balls]) => [one, ticket({ scheme, key: keyOf('targets', 0), id: one, balls, hash })]);
const quota = { '甲层': 2, ALL: 3, S10: 0, S9: 1 };
const selected = Object.fromEntries(Object.entries(quota).map(([stratum, n]) => [
  stratum,
  tickets.filter((_, at) => rows[at][1] === stratum).map(([one, text]) => [text, one]).sort((a, b) => (a.join() < b.join() ? -1 : 1)).slice(0, n),
]));

const rawIds = [
  ['uscc', '91330000668306747t'], ['uscc', 'ｕ１３３００００６６８３０６７４７Ｔ'], ['uscc', '91330000668306747TT'], ['uscc', '91330000 66830674 7-T'], ['uscc', '9133000066830674７Ｔ\u2028'], ['uscc', '91330000\u3000668306747T'], ['uscc', '９１３５０２１１Ｍ０００１３ＦＡ１Ｎ'],
  ['uscc', '9133000066830674OT'], ['uscc', '00000000000000000０'], ['uscc', ''], ['reg', '3306004000123'], ['reg', '330600400012'], ['reg', '33060040001234'], ['reg', '3306004000123456'], ['reg', '３３０６００４０００１２３４５'], ['reg', '\t330600400012345\r\n'], ['reg', '33060040001234X'],
  ['local', 'ａ－１７／３'], ['local', ' \u200b\u2060z_1.2\ufeff'], ['local', 'A/10'], ['local', '/10'], ['local', '甲-1'], ['local', 'ß1'], ['local', 'A\u0085'], ['local', 'A\nB'], ['local', '0'], ['local', `\u{1f600}`], ['local', 'ı1'], ['local', 'A\udc00'],
];
const canonicalIds = rawIds.map(([kind, raw]) => {
  const found = canonicalId(kind, raw);
  return found === undefined ? [kind, raw, null] : [kind, raw, found, ...(kind === 'uscc' ? [passesCheckCharacter(found)] : [])];
});

const ratios = [[12362, 1], [12362, 9999], [12362, 10000], [42779, 333], [9999, 1], [10000, 1], [10001, 1], [9007199254, 10000], [3, 3333], [3, 6667], [2, 5000], [1, 10000], [208, 481]];
const quotas = ratios.flatMap(([pool, basisPoints]) => ['up', 'down'].map((rounding) => [pool, basisPoints, rounding, quotaOf(pool, { kind: 'ratio', basisPoints, rounding })]));

const streamOf = (agency) => inspectorStream({ scheme, key: inspectors, agency, hash });
const long = streamOf('SCJG');
const mixed = streamOf('X.Y_Z-9');
const streams = {
  SCJG: { key: streamSeed({ scheme, key: inspectors, agency: 'SCJG', hash }), words: count(20).map(() => long.word()) },
  'X.Y_Z-9': {
    words: count(3).map(() => mixed.word()),
    below: [0, 1, 2, 4294967296, 4294967295, 2863311531, 6, 65536].map((n) => [n, mixed.below(n)]),
    bits: count(33).map(() => mixed.bit()),
    thenShuffle12: mixed.shuffled(count(12)),
  },
};

/** Matches of many kinds: roomy, tight, without any freedom, with people who have nothing, impossible. */
const instance = (name, { targets, people, wanted, barred, spare }) => {
  const eligible = count(targets).map((e) => count(people).filter((i) => chance(`${name} ${e} ${i}`, 100) >= barred));
  const demand = eligible.map((row, e) => Math.min(Math.max(1, row.length), 1 + chance(`${name} r ${e}`, wanted)));
  const places = demand.reduce((sum, r) => sum + r, 0);
  const capacity = count(people).map((i) => (chance(`${name} none ${i}`, 8) === 0 ? 0 : 1 + chance(`${name} c ${i}`, Math.max(1, Math.round((2 * places) / people) + spare))));
  return { eligible: eligible.map((row) => row.filter((i) => capacity[i] > 0)), demand, capacity };
};
const shapes = [
  ...count(6).map((at) => [`tight ${at}`, { targets: 6 + at, people: 7 + at, wanted: 2, barred: 30, spare: 0 }]),
  ...count(3).map((at) => [`roomy ${at}`, { targets: 10, people: 6, wanted: 3, barred: 10, spare: 6 }]),
  ...count(4).map((at) => [`sparse ${at}`, { targets: 9, people: 12, wanted: 2, barred: 70, spare: 1 }]),
];
const fixed = [
  ['no freedom', { eligible: [[0, 1], [1, 2]], demand: [2, 2], capacity: [1, 2, 1] }],
  ['one place too many', { eligible: [[0, 1], [0, 1]], demand: [2, 2], capacity: [2, 1] }],
  ['nobody', { eligible: [[]], demand: [1], capacity: [] }],
  ['more wanted than there are', { eligible: [[0, 1]], demand: [3], capacity: [5, 5] }],
  ['three for two', { eligible: [[0, 1, 2], [0, 1, 2]], demand: [1, 1], capacity: [1, 1, 1] }],
  ['odd thirds', { eligible: count(7).map(() => [0, 1, 2]), demand: count(7).map(() => 1), capacity: [2, 3, 2] }],
];
const matching = [...shapes.map(([name, shape]) => [name, instance(name, shape)]), ...fixed].map(([name, given], at) => {
  const agency = `OWN-${at + 1}`;
  const flow = feasibility({ wanted: given.demand, capacity: given.capacity, eligible: given.eligible });
  const head = { agency, case: name, K: ODDS_BITS, ...given };
  if (!flow.ok) return { ...head, shortage: flow.error.shortage };
  const table = oddsTable({ flow: flow.value, bits: ODDS_BITS });
  const { graph, chance: q, iterations, repairPhases, forcedPairs } = table;
  const odds = given.eligible.map((_, e) => [...q.subarray(graph.rowStart[e], graph.rowStart[e + 1])]);
  const assignment = roundOdds({ table, stream: streamOf(agency) }).flatMap((team, e) => team.map((i) => [e, i]));
  return { ...head, iterations, repairPhases, forcedPairs, odds, assignment };
});

const file = {
  scheme, drawId, seed,
  keys: Object.fromEntries([['targets', 0], ['targets', 12], ['inspectors', 0], ['inspectors', 3]].map(([stage, round]) => [`${stage}/${round}`, keyOf(stage, round)])),
  rows, tickets, quota, selected, streams, matching, canonicalId: canonicalIds,
  rehearsal: { drawId, secret: rehearsalSecret({ drawId, hash }), 'key targets 0': drawKey({ scheme: 'ssj/1-rehearsal', drawId, stage: 'targets', round: 0, seed, hash }) },
  quotas,
  secretCommitment: secretCommitment({ scheme, drawId, secret, hash }),
};

const python = (args) => spawnSync('python3', [join(here, '..', 'replay.py'), ...args], { encoding: 'utf8' });
const folder = mkdtempSync(join(tmpdir(), 'own-'));
try {
  const instances = join(folder, 'instances.jsonl');
  writeFileSync(instances, matching.map(({ agency, eligible, demand, capacity }) => `${JSON.stringify({ scheme, key: inspectors, agency, eligible, demand, capacity })}\n`).join(''));
  const solved = python(['--instances', instances]).stdout.trim().split('\n').map((line) => JSON.parse(line));
  const isSame = (ours, theirs) => (ours.shortage === undefined ? ['iterations', 'repairPhases', 'odds', 'assignment'].every((key) => JSON.stringify(ours[key]) === JSON.stringify(theirs[key])) : ours.shortage === theirs.shortage);
  const disputed = matching.filter((one, at) => solved[at] === undefined || !isSame(one, solved[at]));
  if (disputed.length > 0) throw new Error(`replay.py disagrees about ${disputed.map((one) => one.case).join(', ')}`);

  const text = `${JSON.stringify(file).replace(/\[(?=\[|\{)|(?<=[\]}]),(?=[[{])/g, '$&\n')}\n`;
  const out = join(folder, 'own-1.json');
  writeFileSync(out, text);
  const lines = python(['--vectors', out]).stdout.trim().split('\n');
  const wrong = lines.filter((line) => !line.startsWith('pass') && Object.hasOwn(file, line.split(/\s+/)[1]));
  if (wrong.length > 0) throw new Error(`replay.py disagrees: ${wrong.join('; ')}`);
  writeFileSync(join(here, 'own-1.json'), readFileSync(out));
  process.stdout.write(`${lines.join('\n')}\n${matching.filter((one) => one.shortage !== undefined).length} of ${matching.length} matches are infeasible\n`);
} finally {
  rmSync(folder, { recursive: true });
}
