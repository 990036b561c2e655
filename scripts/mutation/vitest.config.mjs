import { env } from 'node:process';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { loadFailures } from './load-failures.mjs';

/** Set by mutation.mjs: the rooms whose tests are asked, nearest to the mutants first. */
const rooms = (env.SSJ_MUTATION_TESTS ?? '').split(',');
const rankOf = ({ moduleId }) => rooms.findIndex((room) => moduleId.includes(`/src/${room}/`));

class NearestFirst extends BaseSequencer {
  async sort(files) {
    return [...files].sort((a, b) => rankOf(a) - rankOf(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

export default defineConfig({
  test: {
    include: rooms.map((room) => `packages/core/src/${room}/**/*.test.ts`),
    setupFiles: ['scripts/mutation/setup.mjs'],
    reporters: [loadFailures],
    testTimeout: 120_000,
    sequence: { sequencer: NearestFirst },
    env: { TZ: 'America/St_Johns' },
  },
});
