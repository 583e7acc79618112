/**
 * CPU time of reading pages, and a digest of all that was read.
 *
 *     node bench/read.ts [--rounds 3] [--dump <file>] [<docfx folder> …]
 *
 * Reads a site (without folders: the project’s own guides) as `build` does, several times in one process:
 * first the states of its translations, then its pages. Two versions of the program that print the same
 * digest made the same HTML, ids, links, headings, problems and states, byte for byte. `--dump` writes what
 * was digested, one line a page, to find out with `diff` where they differ. `node --cpu-prof bench/read.ts …`
 * says where the time goes.
 */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { posix, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { VFileMessage } from 'vfile-message'
import { findOwnSite } from '../src/docsets/find-own-site.ts'
import config from '../content/site.config.ts'
import { type SiteSources, findDocfxSite } from '../src/docsets/find-site.ts'
import { type ReadSite, readSite } from '../src/docsets/read-site.ts'
import { diskWithin } from '../src/node-file-system.ts'
import { withStates } from '../src/translation/site/with-states.ts'

const { values, positionals: folders } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, dump: { type: 'string' } },
  allowPositionals: true,
})
const root = process.cwd()
const opened = await open(folders)

for (let round = 1; round <= Number(values.rounds); round++) {
  const [states, withKnown] = await measured(() => withStates(opened, root))
  const [reading, site] = await measured(() => readSite(withKnown))
  const lines = linesOf(site, withKnown.translations)
  const { length } = site.documents
  const digest = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)
  console.log(
    `round ${round}: states ${seconds(states)} s, reading ${seconds(reading)} s, ${(reading / length).toFixed(2)} ms a page of ${length}, digest ${digest}`,
  )
  if (values.dump !== undefined) await writeFile(values.dump, lines.join('\n'))
}

async function open(names: readonly string[]): Promise<SiteSources> {
  const absolute = names.map((name) => resolve(name))
  const files = diskWithin([...absolute, `${root}/content`])
  const nameOf = (path: string) => posix.normalize(relative(root, path)) || '.'
  if (names.length === 0) return findOwnSite({ root, config }, files)
  return findDocfxSite(absolute, { root, files, nameOf, url: 'http://localhost', base: '/' })
}

/** CPU milliseconds of this process, all threads, while something is done. */
async function measured<Result>(work: () => Promise<Result>): Promise<[number, Result]> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return [(user + system) / 1000, result]
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2)
}

/** Everything that was read as text that says nothing of where the project’s folder is. */
function linesOf(
  { documents, contents, links, offers, messages }: ReadSite,
  status: object,
): string[] {
  const parts = [...documents, ...contents, { links, offers }, { messages }, { status }]
  return parts.map((part) => JSON.stringify(part, withWholeMessages).replaceAll(root, ''))
}

/** A message is an error, of which JSON keeps less than readers see. */
function withWholeMessages(key: string, value: unknown): unknown {
  if (key !== 'messages' || !Array.isArray(value)) return value
  return (value as VFileMessage[]).map(({ file, place, ruleId, fatal, reason, note }) => {
    return { file, place, ruleId, fatal, reason, note }
  })
}
