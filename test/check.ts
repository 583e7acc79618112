/**
 * `npm run check`: everything that can be wrong, in one read-only run.
 *
 * A part that fails does not keep the next from being heard.
 */
import { spawnSync } from 'node:child_process'
import { styleText } from 'node:util'

/** Name of the part, and its command; the programs are those of `node_modules/.bin`. */
const parts: readonly (readonly [name: string, ...command: string[]])[] = [
  ['types', 'astro', 'check', '--minimumFailingSeverity', 'warning'],
  ['lint', 'eslint', '.', '--max-warnings', '0'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  [
    'import rules',
    'depcruise',
    '--config',
    'test/dependencies.mjs',
    'plugins',
    'src',
    'test',
    'bench',
  ],
  ['dead code', 'knip', '--treat-config-hints-as-errors'],
  ['tests', 'vitest', 'run', '--config', 'test/vitest.config.ts'],
  ['content', 'node', 'src/cli/main.ts', 'check'],
]

const root = new URL('..', import.meta.url)
const failed: string[] = []
for (const [name, program = '', ...args] of parts) {
  console.log(styleText('bold', `\n— ${name}: ${[program, ...args].join(' ')}`))
  const { status } = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) failed.push(name)
}
console.log(
  failed.length
    ? `\nFailed: ${failed.join(', ')}. \`npm run fix\` repairs lint and format where it can.`
    : '\nAll parts passed.',
)
process.exitCode = failed.length ? 1 : 0
