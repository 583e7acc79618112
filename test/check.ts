/**
 * `npm run check`: everything that can be wrong, in one read-only run.
 *
 * Each part is an npm script that can be run alone. One that fails does not keep the next from being
 * heard. `--except test` leaves parts out, for who has run them already.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs, styleText } from 'node:util'

const parts = [
  'check:types',
  'check:lint',
  'check:format',
  'check:imports',
  'check:dead',
  'check:lock',
  'test',
  'check:content',
]

const { values } = parseArgs({ options: { except: { type: 'string', multiple: true } } })
const { except = [] } = values
const unknown = except.filter((part) => !parts.includes(part))

process.exitCode = unknown.length ? refuse() : run()

function refuse(): number {
  console.error(`Unexpected \`--except ${unknown.join(' ')}\`, expected one of ${parts.join(', ')}`)
  return 2
}

function run(): number {
  const root = new URL('..', import.meta.url)
  const asked = parts.filter((part) => !except.includes(part))
  const failed = asked.filter((part) => {
    console.log(styleText('bold', `\n— npm run ${part}`))
    return spawnSync('npm', ['run', '--silent', part], { cwd: root, stdio: 'inherit' }).status !== 0
  })
  const without = except.length ? `, without ${except.join(', ')}` : ''
  console.log(
    failed.length
      ? `\nFailed: ${failed.join(', ')}. \`npm run fix\` repairs lint and format where it can.`
      : `\nAll parts passed${without}.`,
  )
  return failed.length ? 1 : 0
}
