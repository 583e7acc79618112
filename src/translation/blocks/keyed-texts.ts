/** Texts that have a key each, such as cells of a table, as Markdown: a heading with its key as its id for each. */
import { toString } from 'mdast-util-to-string'
import type { Point } from 'unist'
import { type YamlMarkdown, escapeSigns } from '../../docsets/docfx/yaml-pages/yaml-markdown.ts'
import { pointsIn } from '../../docsets/source-position.ts'
import type { Block } from './block.ts'

export interface KeyedText {
  /** The same in every language, once in a file. */
  key: string
  words: string
  /** Where its words begin in the file. */
  offset: number
}

/**
 * The texts of a file in one language, with the way back.
 *
 * @param write - The file with these words by key; undefined where it cannot say exactly them. A key that the file has no
 *   words for gets them.
 */
export function keyedMarkdown(
  file: string,
  texts: readonly KeyedText[],
  write: (words: ReadonlyMap<string, string>) => string | undefined,
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

/** The words of all blocks by key, as a file of keys has them. */
export function wordsByKey(blocks: readonly Block[]): Map<string, string> {
  return new Map(
    blocks.flatMap(({ id, inline }) =>
      id === undefined ? [] : [[decodeURIComponent(id), toString([...inline]).trim()]],
    ),
  )
}

/** A text as one line: line ends in a cell are those of its column’s width. */
export function onOneLine(words: string): string {
  return words.trim().replace(/\s*[\r\n]\s*/g, ' ')
}

/** Of letters that may stand in the name of an anchor. */
function idOf(key: string): string {
  return encodeURIComponent(key.toWellFormed()).replace(/'/g, '%27')
}

const placeholder = /\{[\w.-]+\}/u
const address = /(?:https?:\/\/|www\.)[^\s`]*[^\s`\p{P}]|[-.\w+]+@[-\w]+(?:\.[-\w]+)+/u
const code = new RegExp(`((?:${placeholder.source}|${address.source})+)`, 'iu')

/**
 * Placeholders such as `{count}` and bare addresses are codes, which no translation can lose; all other signs are signs.
 * An address with its signs escaped would still be a link, one that is nowhere in the text.
 */
function withCodes(words: string): string {
  return words
    .split(code)
    .map((part, index) => (index % 2 ? `\`${part}\`` : escapeSigns(part)))
    .join('')
}
