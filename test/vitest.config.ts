import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 60_000,
          // A machine that does other things, too, may take its time.
          expect: { poll: { timeout: 10_000 } },
          // The first file that wants a site builds it, the others wait for it.
          hookTimeout: 240_000,
        },
      },
    ],
  },
})
