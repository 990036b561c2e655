import { env } from 'node:process';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';

/** Set by mutation.mjs: the rooms whose tests are asked, nearest to the mutants first. */
const rooms = (env['SSJ_MUTATION_TESTS'] ?? '').split(',');
const rankOf = ({ moduleId }: TestSpecification): number => rooms.findIndex((room) => moduleId.includes(`/src/${room}/`));

class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => rankOf(a) - rankOf(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

export default defineConfig({
  test: {
    include: rooms.map((room) => `packages/core/src/${room}/**/*.test.ts`),
    setupFiles: ['scripts/mutation/setup.ts'],
    testTimeout: 120_000,
    sequence: { sequencer: NearestFirst },
    env: { TZ: 'America/St_Johns' },
  },
});
