/**
 * `npm run check`: everything that can be wrong, in one read-only run.
 *
 * Each part is an npm script that can be run alone. One that fails does not keep the next from being
 * heard.
 */
import { spawnSync } from 'node:child_process'
import { styleText } from 'node:util'

const parts = [
  'check:types',
  'check:lint',
  'check:format',
  'check:imports',
  'check:dead',
  'test',
  'check:content',
]

const root = new URL('..', import.meta.url)
const failed = parts.filter((part) => {
  console.log(styleText('bold', `\n— npm run ${part}`))
  return spawnSync('npm', ['run', '--silent', part], { cwd: root, stdio: 'inherit' }).status !== 0
})
console.log(
  failed.length
    ? `\nFailed: ${failed.join(', ')}. \`npm run fix\` repairs lint and format where it can.`
    : '\nAll parts passed.',
)
process.exitCode = failed.length ? 1 : 0
