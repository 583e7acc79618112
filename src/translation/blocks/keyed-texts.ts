/** Keyed texts, such as cells of a table, as Markdown: each is a heading with its key as id. */
import { toString } from 'mdast-util-to-string'
import type { Point } from 'unist'
import { type YamlMarkdown, escapeSigns } from '../../docsets/docfx/yaml-pages/yaml-markdown.ts'
import { pointsIn } from '../../docsets/source-position.ts'
import type { Block } from './block.ts'

/** A text with a key. */
export interface KeyedText {
  /** Unique in the file, and the same in every language. */
  key: string
  words: string
  /** Offset in the file where the text begins. */
  offset: number
}

/**
 * The texts of a file in one language as Markdown, with a function that writes them back.
 *
 * @param write - Gives the file with these texts by key, including keys that it lacks; undefined if it cannot hold exactly
 *   these texts.
 */
export function keyedMarkdown(
  file: string,
  texts: readonly KeyedText[],
  write: NonNullable<YamlMarkdown['write']>,
): YamlMarkdown {
  const marks = texts.map(({ key }) => `## <a name="${idOf(key)}"></a>`)
  const lines = texts.flatMap(({ words }, index) => [
    (marks[index] ?? '') + withCodes(onOneLine(words)),
    '',
  ])
  const pointAt = pointsIn(file)
  return {
    file,
    markdown: lines.join('\n'),
    texts: [],
    write,
    placeOf: ({ line, column }): Point => {
      const index = Math.floor((line - 1) / 2)
      const start = pointAt((texts[index] ?? texts.at(-1))?.offset ?? 0)
      const inside = Math.max(column - 1 - (marks[index]?.length ?? 0), 0)
      return { line: start.line, column: start.column + inside }
    },
  }
}

/** The text of each block by key, as the file has it. */
export function wordsByKey(blocks: readonly Block[]): Map<string, string> {
  return new Map(
    blocks.flatMap(({ id, inline }) =>
      id === undefined ? [] : [[decodeURIComponent(id), toString([...inline]).trim()]],
    ),
  )
}

/** A text as one line: line ends in a cell only wrap it. */
export function onOneLine(words: string): string {
  return words.trim().replace(/\s*[\r\n]\s*/g, ' ')
}

/** The key as the name of an anchor. */
function idOf(key: string): string {
  return encodeURIComponent(key.toWellFormed()).replace(/'/g, '%27')
}

const placeholder = /\{[\w.-]+\}/u
const address = /(?:https?:\/\/|www\.)[^\s`]*[^\s`\p{P}]|[-.\w+]+@[-\w]+(?:\.[-\w]+)+/u
const code = new RegExp(`((?:${placeholder.source}|${address.source})+)`, 'iu')

/**
 * Markdown in which placeholders such as `{count}` and bare addresses are codes, which a translation must keep, and all
 * other characters are text. An escaped address would still become a link, but to another address.
 */
function withCodes(words: string): string {
  return words
    .split(code)
    .map((part, index) => (index % 2 ? `\`${part}\`` : escapeSigns(part)))
    .join('')
}
