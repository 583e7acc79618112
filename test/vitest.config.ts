import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const slow = 'test/**/*.slow.test.ts'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      project({
        name: 'unit',
        include: ['test/**/*.test.ts'],
        exclude: ['test/browser/**', 'test/site/**', slow],
        // A machine that does other things, too, may take its time.
        testTimeout: 120_000,
      }),
      project({
        name: 'site',
        include: ['test/site/**/*.test.ts'],
        exclude: [slow],
        testTimeout: 120_000,
        // The first file that wants a site builds it, the others wait for it.
        hookTimeout: 240_000,
      }),
      project({
        name: 'browser',
        include: ['test/browser/**/*.test.ts'],
        exclude: [slow],
        testTimeout: 60_000,
        hookTimeout: 240_000,
        expect: { poll: { timeout: 10_000 } },
        // A browser that was starved once; what is wrong fails twice.
        retry: 1,
      }),
      project({
        name: 'slow',
        include: [slow],
        testTimeout: 600_000,
        hookTimeout: 600_000,
        expect: { poll: { timeout: 10_000 } },
      }),
    ],
  },
})

function project(
  test: NonNullable<TestProjectInlineConfiguration['test']>,
): TestProjectInlineConfiguration {
  return { extends: true, test }
}
