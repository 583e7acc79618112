/** Pagefind at work: words or entries in, files of an index out. */
import { readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { append } from '#plugins/large-arrays.ts'
import type { IndexEntry } from '../search/entries.ts'
import { type IndexPart, type PagefindFiles, readPart, signature } from '../search/index-part.ts'
import { type KnownWords, learnWords, type NewWords } from '../search/known-words.ts'

/** So many entries are with Pagefind at once. */
const atOnce = 64

/** A part, and the program that searches in its language. */
export interface MadePart {
  part: IndexPart
  wasm: Uint8Array
}

/** @returns The version of Pagefind, which is not started for that. */
export async function pagefindVersion(): Promise<string> {
  const path = findPackageJSON('pagefind', import.meta.url) ?? ''
  const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string }
  return version
}

/**
 * Index entries of one language.
 *
 * The process goes on for the next ones, until `stopPagefind`.
 */
export async function pagefindPart(entries: readonly IndexEntry[]): Promise<MadePart> {
  const files = await filesOf(entries)
  return { part: readPart(files, entries), wasm: files.wasm }
}

/** Learn how words stand in an index; gives the program that searches in their language. */
export async function askPagefind(
  words: NewWords,
  language: string,
  known: KnownWords,
): Promise<Uint8Array> {
  const [text, fields] = [words.text, words.fields].map((list) =>
    list.map(({ word }) => word).join(' '),
  )
  // An entry without a word is not indexed.
  const content = text || language
  const entry = { url: '/', content, language, meta: { fields: fields ?? '' }, filters: {} }
  const { chunks, wasm } = await filesOf([entry])
  learnWords(words, chunks, known)
  return wasm
}

async function filesOf(
  entries: readonly IndexEntry[],
): Promise<PagefindFiles & Pick<MadePart, 'wasm'>> {
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
  try {
    // Not written to a folder: to make and remove its files costs more than to send them.
    const { files, errors: unsent } = await index.getFiles()
    append(failures, unsent)
    if (failures.length) throw new Error(`Pagefind did not index the site: ${failures.join('; ')}`)
    return usedFiles(new Map(files.map((file) => [file.path, file.content])))
  } finally {
    await index.deleteIndex()
  }
}

export async function stopPagefind(): Promise<void> {
  const { close } = await import('pagefind')
  await close()
}

/** Its widgets and the program of no language are left behind: 700 kB. */
function usedFiles(all: ReadonlyMap<string, Uint8Array>): PagefindFiles & Pick<MadePart, 'wasm'> {
  const paths = [...all.keys()].toSorted()
  const under = (folder: string) => paths.filter((path) => path.startsWith(`${folder}/`))
  /** The first file of the first pattern that has one. */
  const only = (...patterns: readonly RegExp[]) => {
    const [path = ''] = patterns.flatMap((pattern) => paths.filter((name) => pattern.test(name)))
    const file = all.get(path)
    if (!file) throw new Error(`Pagefind made no ${patterns[0]?.source}`)
    return file
  }
  const allIn = (folder: string) => under(folder).map((path) => content(all.get(path)!))
  return {
    meta: content(only(/\.pf_meta$/)),
    chunks: allIn('index'),
    filters: allIn('filter'),
    fragment(name: string) {
      const compressed = all.get(`fragment/${name}.pf_fragment`)!
      return { compressed, content: content(compressed) }
    },
    // For a language whose words it cannot reduce to their stems, such as Japanese, there is only the common program.
    wasm: only(/^wasm\.(?!unknown)/, /^wasm\./),
  }
}

function content(file: Uint8Array): Uint8Array {
  return gunzipSync(file).subarray(signature.length)
}
