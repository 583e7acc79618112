/** What it costs to ask how far a real docset is. */
import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { fastTrack, hasFastTrack } from '../support/fasttrack.ts'

const cwd = fileURLToPath(new URL('../..', import.meta.url))
const folders = [`${fastTrack}fr-fr`, `${fastTrack}en-us`]

/** Measured: 1.6 on two cores that others used too. Twice the cost would be 3.2. */
const limit = 2.25

const tellCost =
  'data:text/javascript,process.on("exit",()=>console.error(JSON.stringify(process.cpuUsage())))'

/** Parses the same pages ten times, and nothing else: how fast this machine is now. */
const yardstick = `
  import { readFileSync } from 'node:fs'
  import { fromMarkdown } from 'mdast-util-from-markdown'
  const texts = process.argv.slice(1).map((path) => readFileSync(path, 'utf8'))
  for (let time = 0; time < 10; time++) for (const text of texts) fromMarkdown(text)`

/** Seconds of CPU that Node took, which must have ended well, and what it printed. */
async function costOf(...args: string[]): Promise<{ seconds: number; stdout: string }> {
  const all = ['--import', tellCost, ...args]
  const options = { cwd, maxBuffer: Infinity }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, all, options)
  const { user, system } = JSON.parse(stderr) as { user: number; system: number }
  return { seconds: (user + system) / 1e6, stdout }
}

async function costOfStatus(): Promise<number> {
  const { seconds, stdout } = await costOf('src/cli/main.ts', 'status', '--json', ...folders)
  const { translations } = JSON.parse(stdout) as { translations: { pages: unknown[] }[] }
  expect(translations[0]?.pages).toHaveLength(39)
  return seconds
}

async function costOfYardstick(): Promise<number> {
  const paths = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder, { recursive: true }))
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(folder, name)),
    ),
  )
  const { seconds } = await costOf('--input-type=module', '-e', yardstick, ...paths.flat())
  return seconds
}

test.skipIf(!hasFastTrack)(
  `status of the FastTrack pair, 39 files in two languages, takes less than ${limit} times what it takes to parse them ten times`,
  async () => {
    let [status, parsing, runs] = [Infinity, Infinity, 0]
    // What else runs on the machine makes a run dearer, nothing makes it cheaper: the least ones count.
    while (runs < 2 || (runs < 6 && status >= limit * parsing)) {
      status = Math.min(status, await costOfStatus())
      parsing = Math.min(parsing, await costOfYardstick())
      runs++
    }
    const ratio = status / parsing
    console.info(
      `status of FastTrack: ${ratio.toFixed(2)} times the parsing (${status.toFixed(2)} s CPU, the least of ${runs})`,
    )
    expect(ratio).toBeLessThan(limit)
  },
)
