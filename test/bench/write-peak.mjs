// Imported before a command on machines without GNU time: writes the peak memory in KiB when the process ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.SSJ_BENCH_PEAK, String(process.resourceUsage().maxRSS)));
