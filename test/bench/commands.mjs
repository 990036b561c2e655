// Whole commands: start, check, draw, verify; wall time and peak memory.
import { join } from 'node:path';
import { BATCH, DICE, DRAW_ID } from './county.mjs';
import { interleave } from './measure.mjs';
import { isThere, peakMegabytes, runProgram, ssj } from './process.mjs';

const replay = join(import.meta.dirname, '../replay.py');
const DRAW = ['draw', BATCH, '--rehearsal', '--seed', DICE, '--witness', '见证人甲@市场监督管理局', '--witness', '见证人乙@卫生健康委员会'];
const drawArgs = (dir) => [...DRAW, '--sheet', join(dir, '掷骰记录〔演练〕.txt'), '--dir', dir];

const bare = () => runProgram(process.execPath, ['-e', '0']);
const BARE = 'node -e 0';

const measureStart = async (rounds) => {
  const samples = await interleave({ rounds, warmUp: 1, contestants: { help: () => ssj('--help'), bare } });
  return [{ what: 'ssj --help', samples: samples.help, peer: BARE, peerSamples: samples.bare, mostRatio: 2.5 }];
};

export const measureCommands = async ({ county, isQuick }) => {
  const rounds = isQuick ? 3 : 9;
  const check = ['check', '--dir', county.demo];
  // Out of its county, as an auditor has it; within, its workbooks are made again and compared.
  const verify = ['verify', county.recordAlone];
  const within = ['verify', DRAW_ID, '--rehearsal', '--dir', county.demo];
  // Sealed folders for the warm-up round, the timed ones, and the memory; nothing drawn is ever drawn again.
  const folders = Array.from({ length: rounds + 2 }, county.sealedCopy);
  const samples = await interleave({
    rounds,
    warmUp: 1,
    contestants: {
      bare,
      check: () => ssj(...check),
      draw: () => ssj(...drawArgs(folders.pop())),
      verify: () => ssj(...verify),
      within: () => ssj(...within),
      ...(isThere('python3') ? { replay: () => runProgram('python3', [replay, county.record]) } : {}),
    },
  });
  const peaks = { check: peakMegabytes(...check), draw: peakMegabytes(...drawArgs(folders.pop())), verify: peakMegabytes(...verify) };
  return [
    ...(await measureStart(isQuick ? 5 : 15)),
    { what: 'ssj check, 12,362 targets', samples: samples.check, peer: BARE, peerSamples: samples.bare, most: 4000 },
    { what: 'ssj check, peak memory', samples: [peaks.check], unit: 'MB', most: 500 },
    { what: 'ssj draw, demo batch', samples: samples.draw, peer: BARE, peerSamples: samples.bare, most: 1500 },
    { what: 'ssj draw, peak memory', samples: [peaks.draw], unit: 'MB' },
    { what: 'ssj verify, demo batch', samples: samples.verify, most: 1500, ...(samples.replay === undefined ? {} : { peer: 'python3 replay.py', peerSamples: samples.replay }) },
    { what: 'ssj verify, with 7 workbooks', samples: samples.within, peer: BARE, peerSamples: samples.bare, most: 4000 },
    { what: 'ssj verify, peak memory', samples: [peaks.verify], unit: 'MB' },
  ];
};
