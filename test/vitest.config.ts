import { fileURLToPath } from 'node:url'
import { availableParallelism } from 'node:os'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import Sequencer from './support/sequencer.ts'

const slow = 'test/**/*.slow.test.ts'

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    // One more than there are processors: tests in a browser wait for it half of the time.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: Sequencer },
    projects: [
      project({
        name: 'unit',
        include: ['test/**/*.test.ts'],
        exclude: ['test/browser/**', 'test/site/**', slow],
        // A build ends here with what is wrong; that no test imports the browser is a rule in `dependencies.mjs`.
        alias: [
          {
            find: /^astro$/,
            replacement: fileURLToPath(new URL('support/no-astro.ts', import.meta.url)),
          },
        ],
        // No test changes what others import.
        isolate: false,
        // Limits end what hangs. They are far beyond what tests take on a machine that does other things, too.
        testTimeout: 300_000,
        hookTimeout: 300_000,
      }),
      project({
        name: 'site',
        include: ['test/site/**/*.test.ts'],
        exclude: [slow],
        // Some build a site of their own; others wait until one that they share is built.
        testTimeout: 600_000,
        hookTimeout: 600_000,
      }),
      project({
        name: 'browser',
        include: ['test/browser/**/*.test.ts'],
        exclude: [slow],
        globalSetup: 'test/support/global-setup.ts',
        testTimeout: 600_000,
        hookTimeout: 600_000,
        expect: { poll: { timeout: 30_000 } },
        // A browser that was starved once; what is wrong fails twice.
        retry: 1,
      }),
      project({
        name: 'slow',
        include: [slow],
        // Tests that take a sample of their cases take them all (`support/sample.ts`).
        env: { PASSERELLE_SLOW_TESTS: '1' },
        testTimeout: 600_000,
        hookTimeout: 600_000,
        expect: { poll: { timeout: 30_000 } },
      }),
    ],
  },
})

function project(
  test: NonNullable<TestProjectInlineConfiguration['test']>,
): TestProjectInlineConfiguration {
  // Commands that tests start print the same on a developer’s machine and in CI.
  return { extends: true, test: { ...test, env: { CI: '', ...test.env } } }
}
