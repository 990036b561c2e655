// One large match in this process: `node large-match-process.mjs ours|augmenting SIZE EACH SPARE` writes the milliseconds it took, on the clock and of the processor.
import seedrandom from 'seedrandom';
import { augmentingPaths } from './augmenting.mjs';
import { drawInstance, mustBeFilled, squareInstance, streamFor } from './instance.mjs';

const [way, size, each, spare] = process.argv.slice(2);
const ways = { ours: (instance) => drawInstance(instance, streamFor('A')), augmenting: (instance) => augmentingPaths(instance, seedrandom('augmenting')) };
const instance = squareInstance({ random: seedrandom(`bench large ${size} ${spare}`), size: Number(size), each: Number(each), spare: Number(spare) });
const before = process.cpuUsage();
const start = performance.now();
const people = ways[way](instance);
const taken = performance.now() - start;
const { user, system } = process.cpuUsage(before);
mustBeFilled(instance, people);
process.stdout.write(JSON.stringify({ taken, processor: (user + system) / 1000 }));
