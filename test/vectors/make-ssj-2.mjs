// Makes ssj-2.json, worked cases of the rules on who goes together (match-spec M9), from the built core. It is kept only where test/replay.py agrees.
// `node test/vectors/make-ssj-2.mjs` after a build; needs python3.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawKey, feasibility, groupTree, inspectorStream, oddsTable, ODDS_BITS, roundOdds, rowGroups, secretCommitment, streamSeed } from '../../packages/core/dist/index.js';

const here = import.meta.dirname;
const hash = (text) => createHash('sha256').update(text).digest('hex');
/** Invented numbers, the same every time. */
const chance = (question, n) => Number.parseInt(hash(`ssj-2 ${question}`).slice(0, 8), 16) % n;
const count = (n) => [...Array(n).keys()];

const scheme = 'ssj/2';
const drawId = '652722-2026-0026';
const secret = hash('ssj-2 secret');
const seed = ['dice:d10x20=31415926535897932384', `secret:sha256=${secret}`].join('\n');
const keyOf = (stage, round) => drawKey({ scheme, drawId, stage, round, seed, hash });
const streamOf = (agency) => inspectorStream({ scheme, key: keyOf('inspectors', 0), agency, hash });

const all = (n) => count(n);
const group = (name, members, lo, hi = null) => ({ name, members, lo, hi });
const alone = (people, capacity, wanted, ...groups) => ({ eligible: [all(people)], demand: [wanted], capacity: Array(people).fill(capacity), groups: [groups] });

/** One thing each. */
const fixed = [
  ['a lower bound lifts a group', alone(6, 1, 2, group('leader', [0, 1], 1))],
  ['an upper bound holds a group down', alone(5, 1, 2, group('trainee', [0, 1, 2, 3], 0, 1))],
  ['a bound that is met already changes nothing', alone(4, 1, 2, group('leader', [0, 1, 2], 1))],
  ['groups apart', alone(9, 1, 4, group('leader', [0, 1], 1), group('trainee', [2, 3, 4, 5], 0, 1))],
  ['a group within a group', alone(9, 1, 3, group('leader', [0, 1, 2, 3], 1, 2), group('qualification:电梯', [1, 3], 1))],
  ['two groups of the same people', alone(6, 1, 3, group('leader', [0, 4], 1), group('qualification:电梯', [0, 4], 0, 1))],
  ['a group of everybody', alone(4, 1, 2, group('leader', [0, 1, 2, 3], 2, 2))],
  ['both bounds press', alone(8, 1, 4, group('leader', [0], 1), group('qualification:食品', [1, 2], 2), group('trainee', [3, 4, 5, 6], 0, 1))],
  ['nobody of the group is there', alone(4, 1, 2, group('qualification:电梯', [], 1))],
  ['an upper bound leaves a place open', alone(3, 1, 2, group('trainee', [0, 1, 2], 0, 1))],
  ['the only leader goes everywhere', { eligible: count(3).map(() => all(5)), demand: [2, 2, 2], capacity: [3, 1, 1, 1, 1], groups: count(3).map(() => [group('leader', [0], 1)]) }],
  ['the only leader cannot go everywhere', { eligible: count(3).map(() => all(5)), demand: [2, 2, 2], capacity: [2, 2, 2, 2, 2], groups: count(3).map(() => [group('leader', [0], 1)]) }],
  ['a number is forced though nobody is', { eligible: [all(6), [0, 1, 2, 3]], demand: [2, 2], capacity: [1, 1, 1, 1, 1, 1], groups: [[group('leader', [0, 1], 0)], [group('leader', [0, 1], 2)]] }],
  ['rules at some targets only', { eligible: count(6).map(() => all(7)), demand: [2, 2, 2, 2, 2, 2], capacity: [2, 2, 2, 2, 2, 2, 2], groups: count(6).map((e) => (e % 2 === 0 ? [] : [group('leader', [1, 4], 1, 1)])) }],
  ['three levels', alone(10, 1, 5, group('leader', [0, 1, 2, 3, 4, 5], 2, 4), group('qualification:特种', [1, 2, 3], 1, 2), group('qualification:电梯', [2, 3], 0, 1))],
];

/** Capacities drawn round a hidden assignment that keeps the rules, so most can be done, many but just. */
const family = (people) => {
  const kind = (i) => i % 5;
  return { leader: all(people).filter((i) => kind(i) < 2), 'qualification:电梯': all(people).filter((i) => kind(i) === 1), trainee: all(people).filter((i) => kind(i) === 4) };
};
const instance = (name, { targets, people, spare, barred }) => {
  const groups = family(people);
  const loads = Array(people).fill(0);
  const rows = count(targets).map((e) => {
    const row = all(people).filter((i) => chance(`${name} ${e} ${i}`, 100) >= barred);
    const wanted = Math.min(row.length, 2 + chance(`${name} r ${e}`, 2));
    const chosen = [...row].sort((a, b) => chance(`${name} o ${e} ${a}`, 1e6) - chance(`${name} o ${e} ${b}`, 1e6)).slice(0, wanted);
    for (const i of chosen) loads[i] += 1;
    const rules = Object.entries(groups).filter(([key]) => chance(`${name} g ${e} ${key}`, 3) > 0).map(([key, members]) => {
      const held = chosen.filter((i) => members.includes(i)).length;
      return group(key, members, Math.max(0, held - chance(`${name} l ${e} ${key}`, 2)), key === 'trainee' ? held + chance(`${name} h ${e}`, 2) : null);
    });
    return { row, wanted, rules };
  });
  const capacity = loads.map((load, i) => load + (chance(`${name} s ${i}`, 100) < spare ? 1 : 0));
  return { eligible: rows.map(({ row }) => row.filter((i) => capacity[i] > 0)), demand: rows.map(({ wanted }) => wanted), capacity, groups: rows.map(({ rules }) => rules) };
};
const shapes = [
  ...count(5).map((at) => [`tight ${at}`, { targets: 8 + 2 * at, people: 10 + at, spare: 20, barred: 15 }]),
  ...count(4).map((at) => [`exact ${at}`, { targets: 10, people: 11, spare: 0, barred: 10 }]),
  ...count(3).map((at) => [`roomy ${at}`, { targets: 12, people: 10, spare: 100, barred: 10 }]),
  ...count(3).map((at) => [`sparse ${at}`, { targets: 9, people: 15, spare: 30, barred: 60 }]),
];

const groupsOf = (groups, people) => {
  if (groups.length === 0) return undefined;
  const members = all(people).map((i) => ({ qualifications: groups.filter((one) => one.members.includes(i)).map(({ name }) => name) }));
  return rowGroups(groupTree(groups.map(({ name, lo, hi }) => ({ group: `qualification:${name}`, atLeast: lo, atMost: hi ?? undefined })), members), []);
};
const matching = [...fixed, ...shapes.map(([name, shape]) => [name, instance(name, shape)])].map(([name, given], at) => {
  const agency = `RULES-${at + 1}`;
  const head = { agency, case: name, K: ODDS_BITS, ...given };
  const flow = feasibility({ wanted: given.demand, capacity: given.capacity, eligible: given.eligible, groups: given.groups.map((row) => groupsOf(row, given.capacity.length)) });
  if (!flow.ok) return { ...head, shortage: flow.error.shortage };
  const table = oddsTable({ flow: flow.value, bits: ODDS_BITS });
  const { graph, chance: q, iterations, repairPhases, forcedPairs } = table;
  const odds = given.eligible.map((_, e) => [...q.subarray(graph.rowStart[e], graph.rowStart[e + 1])]);
  const assignment = roundOdds({ table, stream: streamOf(agency) }).flatMap((team, e) => team.map((i) => [e, i]));
  return { ...head, iterations, repairPhases, forcedPairs, odds, assignment };
});

const stream = streamOf('RULES-1');
const file = {
  scheme, drawId, seed,
  keys: Object.fromEntries([['targets', 0], ['inspectors', 0], ['inspectors', 1]].map(([stage, round]) => [`${stage}/${round}`, keyOf(stage, round)])),
  streams: { 'RULES-1': { key: streamSeed({ scheme, key: keyOf('inspectors', 0), agency: 'RULES-1', hash }), words: count(8).map(() => stream.word()) } },
  matching,
  secretCommitment: secretCommitment({ scheme, drawId, secret, hash }),
};

const out = join(here, 'ssj-2.json');
writeFileSync(out, `${JSON.stringify(file).replace(/\[(?=\[|\{)|(?<=[\]}]),(?=[[{])/g, '$&\n')}\n`);
const { stdout } = spawnSync('python3', [join(here, '..', 'replay.py'), '--vectors', out], { encoding: 'utf8' });
const lines = stdout.trim().split('\n');
const wrong = lines.filter((line) => !line.startsWith('pass') && Object.hasOwn(file, line.split(/\s+/)[1]));
if (wrong.length > 0) {
  rmSync(out);
  throw new Error(`replay.py disagrees: ${wrong.join('; ')}`);
}
process.stdout.write(`${lines.join('\n')}\n${matching.filter((one) => one.shortage !== undefined).length} of ${matching.length} matches are infeasible\n`);
