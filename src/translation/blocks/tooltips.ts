/** Titles of links and images, which browsers show as tooltips: `[words](address "title")`. */
import type { Image, Link, Nodes, PhrasingContent } from 'mdast'
import { visit } from '#plugins/visit.ts'
import type { BlockMarkup } from './block.ts'

export interface Tooltip {
  words: string
  start: number
  end: number
  /** What ends it. */
  markup: Extract<BlockMarkup, `tooltip${string}`>
}

const quoted =
  /[ \t\r\n](?:"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'|\((?<round>(?:\\.|[^()\\])*)\))[ \t\r\n]*\)$/s

/** The title at the end of what was typed for a link or an image, as offsets in it. */
export function titleIn(typed: string): Omit<Tooltip, 'words'> | undefined {
  const match = quoted.exec(typed)
  const { double, single, round } = match?.groups ?? {}
  const title = double ?? single ?? round
  if (!match || title === undefined) return undefined
  const start = match.index + 2
  const end = double !== undefined ? '"' : single !== undefined ? "'" : ')'
  return { start, end: start + title.length, markup: `tooltip${end}` }
}

/** Those of all links and images in `nodes` that are typed on one line. */
export function tooltipsIn(nodes: readonly PhrasingContent[], text: string): Tooltip[] {
  const results: Tooltip[] = []
  for (const root of nodes) {
    visit(root as Nodes, (node) => {
      if (node.type !== 'link' && node.type !== 'image') return
      const result = tooltipOf(node, text)
      if (result) results.push(result)
    })
  }
  return results
}

function tooltipOf({ title, position }: Link | Image, text: string): Tooltip | undefined {
  const from = position?.start.offset
  if (from === undefined || !title?.trim()) return undefined
  const match = titleIn(text.slice(from, position?.end.offset))
  if (!match || /[\r\n]/.test(title)) return undefined
  const { start, end, markup } = match
  return { words: title, start: from + start, end: from + end, markup }
}

/** Words as the title that such a mark ends. */
export function asTitle(words: string, markup: Tooltip['markup'], isInCell: boolean): string {
  const end = markup.at(-1) ?? '"'
  const ends = end === ')' ? '()' : end
  let typed = ''
  for (const [index, character] of words.split('').entries()) {
    const isEscape = character === '\\' && /[!-/:-@[-`{-~]|^$/.test(words[index + 1] ?? '')
    const isSyntax = isEscape || ends.includes(character) || (isInCell && character === '|')
    typed += isSyntax ? `\\${character}` : character
  }
  return typed.replace(/&(?=#?\w+;)/g, '&amp;')
}

/** What was typed for a link or an image, with another title; without one there as it is. */
export function withTitle(typed: string, words: string, isInCell: boolean): string {
  const match = titleIn(typed)
  if (!match) return typed
  const { start, end, markup } = match
  return typed.slice(0, start) + asTitle(words, markup, isInCell) + typed.slice(end)
}
