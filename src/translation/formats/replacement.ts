/** What to write for an accepted unit: Markdown of our own block with the new words. */
import type { Block, BlockPage } from '../blocks/block.ts'
import type { Code, Part } from '../codec/codec.ts'
import { plainWords } from '../codec/codec.ts'
import { readFragment } from '../codec/fragment.ts'
import { quoteAt } from '../codec/plain.ts'
import { rebuild } from '../codec/rebuild.ts'
import { inlineText } from '../blocks/inline-text.ts'
import { titleIn } from '../blocks/tooltips.ts'
import type { Unit, UnitPage } from './unit.ts'

export interface Replacement {
  /** The page’s slug. */
  page: string
  /** Which file the offsets are of: the translation, or the source where the page is new. */
  base: 'target' | 'source'
  /** Offsets in that file’s text, without a byte order mark. */
  start: number
  end: number
  /** The text that must be there. */
  was: string
  text: string
  /** Kinds and data of all codes in `text`, sorted. */
  codes: readonly string[]
}

/** Words that are about to be written, too: those of an image inside of a paragraph. */
export interface PendingTexts {
  units: readonly Unit[]
  words: ReadonlyMap<Unit, readonly Part[]>
}

/** Nothing if the words cannot be written with these codes; `block` is the new text as a block. */
export function replacementOf(
  unit: Unit,
  parts: readonly Part[],
  page: UnitPage,
  others: PendingTexts,
): { replacement: Replacement; block: Block } | undefined {
  const { source, target = source } = unit.blocks
  const base = unit.blocks.target ? 'target' : 'source'
  const file: BlockPage = (base === 'target' ? page.target : undefined) ?? page.source
  const text = rebuild(parts, source, {
    dialect: page.dialect,
    extras: [...unit.extras, ...unit.own],
    alts: altsOf(unit, others),
    titles: titlesOf(unit, others),
    quote: quoteAt(file.text, target.start),
  })
  if (text === undefined) return undefined
  const inline = readFragment(text, source, page.dialect) ?? [
    { type: 'text' as const, value: plainWords(parts) },
  ]
  const used = new Set(parts.flatMap((part) => (part.kind === 'text' ? [] : [part.id])))
  const own = new Map(unit.own.map((code) => [code.id, code]))
  const codes = [...unit.codes.map((code) => own.get(code.id) ?? code), ...unit.extras].filter(
    ({ id }) => used.has(id),
  )
  return {
    replacement: {
      page: unit.page,
      base,
      start: target.start,
      end: target.end,
      was: target.source,
      // A break takes the line’s end of its file with it.
      text: file.text.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text,
      codes: codeKeys(codes),
    },
    block: { ...target, inline, source: text, text: inlineText(inline).text },
  }
}

export function codeKeys(codes: readonly Code[]): string[] {
  return codes.map(({ type, data }) => `${type} ${data}`).toSorted()
}

/** Texts of the images in a unit: new ones, else those of the translation as it is. */
function altsOf(unit: Unit, { units, words }: PendingTexts): Map<number, string> {
  const alts = new Map<number, string>()
  for (const { id, type, start, end } of unit.codes) {
    if (type !== 'image' && type !== 'html' && type !== 'jsx') continue
    const picture = units.find(
      ({ page, blocks: { source } }) =>
        page === unit.page && source.kind === 'image' && source.start >= start && source.end <= end,
    )
    const alt = picture && wordsOf(picture, words)
    if (alt !== undefined) alts.set(id, alt)
  }
  return alts
}

/** Titles of the links and images in a unit, likewise. */
function titlesOf(unit: Unit, { units, words }: PendingTexts): Map<number, string> {
  const titles = new Map<number, string>()
  for (const { id, type, end, open, close } of unit.codes) {
    if (type !== 'link' && type !== 'image') continue
    const typed = close || open
    const place = titleIn(typed)
    const start = place && end - typed.length + place.start
    const tooltip = units.find(
      ({ page, blocks: { source } }) =>
        page === unit.page && source.kind === 'tooltip' && source.start === start,
    )
    const title = tooltip && wordsOf(tooltip, words)
    if (title !== undefined) titles.set(id, title)
  }
  return titles
}

/** New words of a unit, else those of the translation as it is. */
function wordsOf(unit: Unit, words: PendingTexts['words']): string | undefined {
  const parts = words.get(unit)
  return parts ? plainWords(parts) : unit.blocks.target?.text
}
