/** Read stop words and synonyms of the search in one language, `content/search/<locale>.json`. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { linkProblems } from './symlinks.ts'
import type { FileSystem } from './file-system.ts'
import { beyondJsonLimits } from './json.ts'
import { pointsIn } from './source-position.ts'
import { surrogateProblem } from './well-formed.ts'

const problem = defineProblems('configuration', {
  'search-json': (actual: string) => ({
    severity: 'error',
    reason: `Search words are wrong: ${actual}. Write \`{"stop": ["a the"], "synonyms": [["OneDrive", "SkyDrive"]]}\`.`,
  }),
})

/** What a language has for questions to the search; `Wordings` of the search says what each part means. */
export interface SearchWords {
  stop: string[]
  synonyms: string[][]
}

/** The stop words and synonyms of one file; invalid entries are reported and left out. */
export function readSearchWords(
  text: string,
  name: string,
): { words: SearchWords; messages: VFileMessage[] } {
  const words: SearchWords = { stop: [], synonyms: [] }
  const messages: VFileMessage[] = []
  const placeOf = pointsIn(text)
  const root = rootOf(text, report)
  for (const property of root?.children ?? []) {
    const [key, value] = property.children ?? []
    if (!key || !value) continue
    if (key.value === 'stop') words.stop = strings(value)
    else if (key.value === 'synonyms') words.synonyms = itemsOf(value).map(strings)
    else report(`unknown key \`${String(key.value)}\``, key.offset)
  }
  return { words, messages }

  function report(match: string, offset: number): void {
    messages.push(problemAt(name, problem('search-json', match), placeOf(offset)))
  }

  function itemsOf(node: Node): Node[] {
    if (node.type === 'array') return node.children ?? []
    report(`${node.type} in place of a list`, node.offset)
    return []
  }

  function strings(node: Node): string[] {
    return itemsOf(node).flatMap((item) => {
      if (item.type !== 'string') {
        report(`${item.type} in place of a text`, item.offset)
        return []
      }
      const value = String(item.value)
      const broken = surrogateProblem(value, name, placeOf(item.offset))
      if (broken) messages.push(broken)
      return [value.toWellFormed()]
    })
  }
}

function rootOf(text: string, report: (match: string, offset: number) => void): Node | undefined {
  const limit = beyondJsonLimits(text)
  if (limit) {
    report(limit.message, limit.offset)
    return undefined
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true })
  const [error] = errors
  if (error) report(printParseErrorCode(error.error), error.offset)
  else if (root?.type !== 'object')
    report(root ? `${root.type} in place of an object` : 'no JSON', 0)
  else return root
  return undefined
}

/** Problems of the search words of all languages of a site. */
export async function searchWordsProblems({
  root,
  files,
  nameOf,
}: {
  root: string
  files: FileSystem
  nameOf: (absolute: string) => string
}): Promise<VFileMessage[]> {
  const folder = `${root}/content/search`
  const listed = (await files.list(folder)).filter((path) => /^[^/]+\.json$/.test(path))
  const problems = listed.map(async (path) => {
    const bytes = (await files.read(`${folder}/${path}`)) ?? new Uint8Array()
    const text = new TextDecoder().decode(bytes)
    return readSearchWords(text, nameOf(`${folder}/${path}`)).messages
  })
  return [...(await linkProblems(files, folder, nameOf)), ...(await Promise.all(problems)).flat()]
}
