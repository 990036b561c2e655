// Times things in turn, A B C A B C …, so that a busy machine slows all of them alike.

const timed = async (work, round) => {
  const start = performance.now();
  await work(round);
  return performance.now() - start;
};

/**
 * Samples of each contestant, in the order of the rounds.
 *
 * @param contestants - by name, each called with the number of the round; warm-up rounds are negative
 * @returns milliseconds by name
 */
export const interleave = async ({ rounds, warmUp, contestants }) => {
  const names = Object.keys(contestants);
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  // Once, not between the samples: sweeping everything up throws compiled code away too, and what is timed then is the compiler.
  globalThis.gc?.();
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of names) {
      const taken = await timed(contestants[name], round);
      if (round >= 0) samples[name].push(taken);
    }
  }
  return samples;
};

/** The middle one, or the mean of the middle two. */
export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** The median of the ratios round by round: neighbours in time met the same load. */
export const pairedRatio = (samples, peerSamples) => median(samples.map((sample, round) => sample / peerSamples[round]));
