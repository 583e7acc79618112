/**
 * `npm run check`: everything that can be wrong, in one read-only run.
 *
 * Each part is an npm script that can be run alone. Parts run beside each other, as many as the machine has
 * processors; what one prints appears whole when it ends. One that fails does not keep the next from
 * running. `--except test` leaves parts out, for who has run them already.
 */
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs, styleText } from 'node:util'

/** The longest first, so that none is left to run alone at the end; tests need all processors for themselves. */
const parts = [
  'check:lint',
  'check:types',
  'check:format',
  'check:dead',
  'check:lock',
  'check:content',
  'check:imports',
  'check:structure',
  'check:manual',
  'check:rules',
  'test',
]

const { values } = parseArgs({ options: { except: { type: 'string', multiple: true } } })
const { except = [] } = values
const unknown = except.filter((part) => !parts.includes(part))

process.exitCode = unknown.length ? refuse() : await run()

function refuse(): number {
  console.error(`There is no part ${unknown.join(' ')} for --except. Use ${parts.join(', ')}.`)
  return 2
}

async function run(): Promise<number> {
  const selected = parts.filter((part) => !except.includes(part))
  const failed = await failuresOf(selected.filter((part) => part !== 'test'))
  if (selected.includes('test') && !(await passes('test', 'inherit'))) failed.push('test')
  const without = except.length ? `, without ${except.join(', ')}` : ''
  console.log(
    failed.length
      ? `\nFailed: ${failed.join(', ')}. \`npm run fix\` repairs lint and format where it can.`
      : `\nAll parts passed${without}.`,
  )
  return failed.length ? 1 : 0
}

/** Parts that fail, run beside each other. */
async function failuresOf(waiting: string[]): Promise<string[]> {
  const failed: string[] = []
  const work = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift())
      if (!(await passes(part, 'pipe'))) failed.push(part)
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work))
  return failed
}

/** Whether a part passes; `pipe` prints its output when it ends, `inherit` at once. */
function passes(part: string, output: 'pipe' | 'inherit'): Promise<boolean> {
  const title = styleText('bold', `\n— npm run ${part}`)
  if (output === 'inherit') console.log(title)
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', part], {
      cwd: new URL('..', import.meta.url),
      stdio: ['ignore', output, output],
    })
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', (error) => chunks.push(Buffer.from(`${error.message}\n`)))
    child.once('close', (code) => {
      if (output === 'pipe') {
        const seconds = ((performance.now() - started) / 1000).toFixed(0)
        console.log(`${title} (${seconds} s)\n${Buffer.concat(chunks).toString().trimEnd()}`)
      }
      resolve(code === 0)
    })
  })
}
