/** Pagefind at work: entries in, a part of an index out. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { append } from '#plugins/large-arrays.ts'
import type { IndexEntry } from '../search/entries.ts'
import { type IndexPart, readPart, signature } from '../search/index-part.ts'

/** So many entries are with Pagefind at once. */
const atOnce = 64

/** A part, and the program that searches in its language. */
export interface MadePart {
  part: IndexPart
  wasm: Uint8Array
}

/** @returns The version of Pagefind, which is not started for that. */
export async function pagefindVersion(): Promise<string> {
  const address = new URL('../package.json', import.meta.resolve('pagefind'))
  const { version } = JSON.parse(await readFile(address, 'utf8')) as { version: string }
  return version
}

/**
 * Index entries of one language.
 *
 * The process goes on for the next ones, until `stopPagefind`.
 */
export async function makePart(entries: readonly IndexEntry[]): Promise<MadePart> {
  const { createIndex } = await import('pagefind')
  const { index, errors } = await createIndex({})
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`)
  const failures: string[] = []
  for (let start = 0; start < entries.length; start += atOnce) {
    const added = await Promise.all(
      entries
        .slice(start, start + atOnce)
        .map((entry) =>
          'html' in entry
            ? index.addHTMLFile({ url: entry.url, content: entry.html })
            : index.addCustomRecord({ ...entry }),
        ),
    )
    for (const result of added) append(failures, result.errors)
  }
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-index-'))
  try {
    append(failures, (await index.writeFiles({ outputPath: folder })).errors)
    if (failures.length) throw new Error(`Pagefind did not index the site: ${failures.join('; ')}`)
    return await readFolder(folder, entries)
  } finally {
    await index.deleteIndex()
    await rm(folder, { recursive: true, force: true })
  }
}

export async function stopPagefind(): Promise<void> {
  const { close } = await import('pagefind')
  await close()
}

/** Its widgets and the program of no language are left behind: 700 kB. */
async function readFolder(folder: string, entries: readonly IndexEntry[]): Promise<MadePart> {
  const names = await readdir(folder)
  /** The first file of the first pattern that has one. */
  const only = async (...patterns: readonly RegExp[]) => {
    const [match] = patterns.flatMap((pattern) => names.filter((name) => pattern.test(name)))
    if (match === undefined) throw new Error(`Pagefind wrote no ${patterns[0]?.source}`)
    return readFile(join(folder, match))
  }
  const allIn = async (kind: string) => {
    const files = names.includes(kind) ? (await readdir(join(folder, kind))).toSorted() : []
    return Promise.all(files.map(async (name) => content(await readFile(join(folder, kind, name)))))
  }
  const fragments = new Map(
    await Promise.all(
      (await readdir(join(folder, 'fragment'))).map(
        async (name) => [name, await readFile(join(folder, 'fragment', name))] as const,
      ),
    ),
  )
  const files = {
    meta: content(await only(/\.pf_meta$/)),
    chunks: await allIn('index'),
    filters: await allIn('filter'),
    fragment(name: string) {
      const compressed = fragments.get(`${name}.pf_fragment`)!
      return { compressed, content: content(compressed) }
    },
  }
  // For a language whose words it cannot reduce to their stems, such as Japanese, there is only the common program.
  return { part: readPart(files, entries), wasm: await only(/^wasm\.(?!unknown)/, /^wasm\./) }
}

function content(file: Uint8Array): Uint8Array {
  return gunzipSync(file).subarray(signature.length)
}
