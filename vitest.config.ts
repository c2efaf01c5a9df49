import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**', 'tests/bench/**', '**/node_modules/**'],
    // Vitest leaves one core to the person; on a machine with two that is half of it.
    maxWorkers: availableParallelism(),
    // Nothing that a test does reaches the data of whoever runs it; tests of the outside place name a folder of their own.
    env: { FOOTING_BACKUPS: 'off' },
    testTimeout: 60_000,
    // Some build the whole program first, on machines that do other things as well.
    hookTimeout: 120_000,
  },
})
