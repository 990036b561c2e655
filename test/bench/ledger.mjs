// A ledger of 100,000 entries with some 4,000 records and 12,500 workbooks around it, checked as a whole command.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBigLedger } from './big-ledger.mjs';
import { interleave } from './measure.mjs';
import { peakMegabytes, runProgram, ssj } from './process.mjs';

const chain = join(import.meta.dirname, 'bare-chain.mjs');

export const measureLedger = async ({ isQuick }) => {
  const dir = mkdtempSync(join(tmpdir(), 'ssj-bench-ledger-'));
  try {
    ssj('init', dir, '--code', '652722', '--name', '样例县', '--year', '2026');
    writeBigLedger({ dir, entries: 100_000 });
    const check = ['ledger', 'check', '--dir', dir];
    const contestants = { ours: () => ssj(...check), chain: () => runProgram(process.execPath, [chain, join(dir, '台账.jsonl')]) };
    const samples = await interleave({ rounds: isQuick ? 3 : 9, warmUp: 1, contestants });
    return [
      { what: 'ssj ledger check, 100,000 entries', samples: samples.ours, peer: 'node: JSON.parse and sha256 chain', peerSamples: samples.chain, most: 3000 },
      { what: 'ssj ledger check, peak memory', samples: [peakMegabytes(...check)], unit: 'MB', most: 200 },
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};
