// `npm run bench [-- --quick] [section…]`: how long things take, beside peers and goals, in one run. Exits 0 whatever comes out.
import { availableParallelism, cpus, loadavg, platform } from 'node:os';
import { makeCounty } from './county.mjs';
import { aligned, tableOf } from './report.mjs';

const isQuick = process.argv.includes('--quick');
/** Words a section's name must have one of; all sections where none is given. */
const words = process.argv.slice(2).filter((word) => word !== '--quick');
const say = (text) => process.stderr.write(`· ${text}\n`);
const load = () => loadavg().map((value) => value.toFixed(1)).join(' ');

/** Whole commands come first and modules are loaded when their turn comes: this process stays small while it starts others. */
const SECTIONS = [
  ['whole commands', async (setting) => (await import('./commands.mjs')).measureCommands(setting)],
  ['a large record', async (setting) => (await import('./big-record.mjs')).measureBigRecord(setting)],
  ['ledger', async (setting) => (await import('./ledger.mjs')).measureLedger(setting)],
  ['tickets', async (setting) => (await import('./tickets.mjs')).measureTickets(setting)],
  ['matching', async (setting) => (await import('./matching.mjs')).measureMatching(setting)],
  ['peers of the match', async (setting) => (await import('./peers.mjs')).measurePeers(setting)],
  ['large matches', async (setting) => (await import('./large-match.mjs')).measureLargeMatch(setting)],
  ['year of a county', async (setting) => (await import('./county-year.mjs')).measureCountyYear(setting)],
  ['record', async (setting) => (await import('./record.mjs')).measureRecord(setting)],
  ['workbooks', async (setting) => (await import('./workbooks.mjs')).measureWorkbooks(setting)],
];

/** What was asked for; where that is nothing, the names are told. */
const chosen = () => {
  const found = SECTIONS.filter(([name]) => words.length === 0 || words.some((word) => name.includes(word)));
  if (found.length === 0) say(`no section has ${words.join(' or ')} in its name: ${SECTIONS.map(([name]) => name).join(', ')}`);
  return found;
};

/** The rows of a section; none, and the reason on stderr, where it cannot be measured. */
const measured = async (name, measure, setting) => {
  say(name);
  try {
    return await measure(setting);
  } catch (error) {
    say(`${name} cannot be measured: ${error.stack}`);
    return [];
  }
};

const main = async () => {
  const before = load();
  say('sample county');
  const county = makeCounty();
  try {
    const rows = [];
    for (const [name, measure] of chosen()) rows.push(...(await measured(name, measure, { county, isQuick })));
    const open = rows.filter((row) => row.open !== undefined);
    process.stdout.write(`\n${tableOf(rows)}\n`);
    if (open.length > 0) process.stdout.write(`\n${aligned((await import('./matching.mjs')).openPlacesLines(open))}\n`);
    process.stdout.write(`\nNode ${process.version}, ${platform()}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}; load ${before} before, ${load()} after${isQuick ? '; quick' : ''}\n`);
  } finally {
    county.remove();
  }
};

await main().catch((error) => say(`bench: ${error.stack}`));
process.exitCode = 0;
