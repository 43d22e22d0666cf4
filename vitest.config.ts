import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // More than the two cores that we count on: tests of processes and browsers wait for them half of the time.
    maxWorkers: 4,
  },
})
