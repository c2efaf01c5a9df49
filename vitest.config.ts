import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** What has no page and no module state of its own shares a worker from file to file: most files are imported much longer than they run. */
const pure = ['tests/core/**/*.test.ts', 'tests/cli/**/*.test.ts', 'tests/host/**/*.test.ts']
const elsewhere = ['tests/e2e/**', 'tests/bench/**', '**/node_modules/**']

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'core, host, cli', include: pure, isolate: false } },
      { extends: true, test: { name: 'the rest', include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'], exclude: [...elsewhere, ...pure] } },
    ],
    // Vitest leaves one core to the person; on a machine with two that is half of it.
    maxWorkers: availableParallelism(),
    // Nothing that a test does reaches the data of whoever runs it; tests of the outside place name a folder of their own.
    env: { FOOTING_BACKUPS: 'off' },
    testTimeout: 60_000,
    // Some build the whole program first, on machines that do other things as well.
    hookTimeout: 120_000,
  },
})
