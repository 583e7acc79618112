/** Read a site’s own strings, `content/ui/<locale>.json`. */
import { type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { StringTable } from '../i18n/interface-strings.ts'
import type { FileSystem } from './file-system.ts'
import { beyondJsonLimits } from './json.ts'
import { searchWordsProblems } from './search-words.ts'
import { pointsIn } from './source-position.ts'
import { linkProblems } from './symlinks.ts'
import { surrogateProblem } from './well-formed.ts'

const problem = defineProblems('configuration', {
  'ui-json': (actual: string) => ({
    severity: 'error',
    reason: `Interface strings cannot be read: ${actual}. Write \`{"key": "text"}\`.`,
  }),
})

/** Where a site’s strings are. */
interface StringSources {
  /** The project’s folder, absolute. */
  root: string
  files: FileSystem
  nameOf: (path: string) => string
}

/**
 * Read the strings of all languages of a site.
 *
 * @returns The tables by locale, and the problems of all files with words of the site, those of its search included.
 */
export async function readSiteStrings({ root, files, nameOf }: StringSources) {
  const folder = `${root}/content/ui`
  const messages = [
    ...(await linkProblems(files, folder, nameOf)),
    ...(await searchWordsProblems({ root, files, nameOf })),
  ]
  const tables: Map<string, StringTable> = new Map()
  const listed = (await files.list(folder)).filter((path) => /^[^/]+\.json$/.test(path))
  for (const path of listed) {
    const text = new TextDecoder().decode(
      (await files.read(`${folder}/${path}`)) ?? new Uint8Array(),
    )
    const { table, messages: tableMessages } = readStringTable(text, nameOf(`${folder}/${path}`))
    append(messages, tableMessages)
    if (table) tables.set(path.slice(0, -'.json'.length), table)
  }
  return { tables, messages }
}

/** The strings by key; values that are not text are reported and left out. */
export function readStringTable(
  text: string,
  name: string,
): { table?: Readonly<Record<string, string>>; messages: VFileMessage[] } {
  const placeOf = pointsIn(text)
  const damage = (message: string, offset: number) =>
    problemAt(name, problem('ui-json', message), placeOf(offset))
  const limit = beyondJsonLimits(text)
  if (limit) return { messages: [damage(limit.message, limit.offset)] }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  const [error] = errors
  if (error) return { messages: [damage(printParseErrorCode(error.error), error.offset)] }
  if (root?.type !== 'object') return { messages: [damage(root?.type ?? 'nothing', 0)] }
  const strings: [string, string][] = []
  const messages: VFileMessage[] = []
  for (const { children: [key, value] = [] } of root.children ?? []) {
    if (!key || !value) continue
    if (value.type === 'string') {
      const string = String(value.value)
      const broken = surrogateProblem(string, name, placeOf(value.offset))
      if (broken) messages.push(broken)
      strings.push([String(key.value).toWellFormed(), string.toWellFormed()])
    } else messages.push(damage(`${value.type} as \`${String(key.value)}\``, key.offset))
  }
  return { table: Object.fromEntries(strings), messages }
}
