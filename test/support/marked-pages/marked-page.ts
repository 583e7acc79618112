/**
 * Pages made at random from a grammar of Markdown, well formed or not, in which every word is there once.
 *
 * The same seed makes the same page.
 */
import { alert, fence, heading, list, note, paragraph, quote, reference, table } from './blocks.ts'
import { docfxBlock, html, include } from './docfx-blocks.ts'
import { container, indented, jsx, nearContainer } from './guide-blocks.ts'
import { type Dialect, type Maker, makerOf, repeat } from './maker.ts'

export interface MarkedPage {
  text: string
  /** Every word that readers are to see, and its line in the page, from 1. */
  words: ReadonlyMap<string, number>
  /** Files that the page, or another of them, includes, by their paths beside the page. */
  includes?: ReadonlyMap<string, Pick<MarkedPage, 'text' | 'words'>>
}

export function markedPage(seed: number, dialect: Dialect): MarkedPage {
  const maker = makerOf(seed, dialect, block)
  const blocks = repeat(1 + maker.below(5), () => block(maker, 0))
  const text = `---\ntitle: Page\n---\n\n${blocks.join('\n\n')}\n`
  const includes = new Map(
    [...maker.files].map(([path, own]) => [path, { text: own, words: wordsOf(own) }]),
  )
  return { text, words: wordsOf(text), includes }
}

function wordsOf(text: string): Map<string, number> {
  const words = new Map<string, number>()
  for (const [index, line] of text.split('\n').entries()) {
    for (const [word] of line.matchAll(/zq\d+q/g)) words.set(word, index + 1)
  }
  return words
}

function block(maker: Maker, depth: number): string {
  const { pick } = maker
  const simple = [paragraph, heading, table, fence, reference, note, paragraph, table]
  const holders = [list, list, quote, alert, ...(maker.dialect === 'guide' ? [container] : [html])]
  const kinds = depth > 2 ? simple : [...simple, ...holders]
  const own =
    maker.dialect === 'guide' ? [indented, nearContainer, jsx] : [html, docfxBlock, html, include]
  return pick([...kinds, ...own])(maker, depth + 1)
}
