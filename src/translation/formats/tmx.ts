/** TMX 1.4: the translation memory, keyed by the hash of the source block; always the same for the same pairs. */
import { problemAt } from '#plugins/problems.ts'
import type { VFileMessage } from 'vfile-message'
import type { Part } from '../codec/codec.ts'
import { tagOf, toTags } from '../codec/tags.ts'
import { decodeFile } from './decode-file.ts'
import { fileProblem, isFatal, languageTag } from './read-unit.ts'
import { refusal } from './refusals.ts'
import { type CodeNumbers, segmentParts } from './tmx-segment.ts'
import { attributes, childOf, elementsOf, escapeXml, parseXml, type XmlElement } from './xml.ts'

export interface MemoryEntry {
  /** Of the source block; memories from elsewhere have none. */
  hash?: string
  source: readonly Part[]
  /** Absent where there is only a source, of a block that is not translated yet. */
  target?: readonly Part[]
}

export interface Memory {
  sourceLocale: string
  targetLocale: string
  entries: readonly MemoryEntry[]
}

/**
 * The text of a TMX file, sorted by hash, without dates.
 *
 * A unit is a line of its own, with a blank line between two, as in the lock: branches that translate
 * neighbours merge, and where git has to keep both sides’ lines, what comes out is still XML.
 *
 * @param codes - `elements` is TMX’s own way; `text` writes `<b1>` as words, which is what a tool
 *   needs that is to find the texts of our PO files (OmegaT’s `tm/auto`).
 */
export function writeTmx(
  memory: Memory,
  { codes = 'elements' }: { codes?: 'elements' | 'text' } = {},
): string {
  const { sourceLocale, targetLocale } = memory
  const header = attributes({
    creationtool: 'Passerelle',
    creationtoolversion: '1',
    segtype: 'block',
    'o-tmf': 'passerelle',
    adminlang: 'en',
    srclang: sourceLocale,
    datatype: 'plaintext',
  })
  const write = codes === 'text' ? (parts: readonly Part[]) => escapeXml(toTags(parts)) : inlineXml
  const variant = (locale: string, parts: readonly Part[]) =>
    `<tuv xml:lang="${locale}"><seg>${write(parts).replaceAll('\n', '&#10;')}</seg></tuv>`
  const units = memory.entries.map(
    ({ hash, source, target }) =>
      `    <tu${attributes({ tuid: hash })}>` +
      variant(sourceLocale, source) +
      (target ? variant(targetLocale, target) : '') +
      '</tu>\n',
  )
  const sorted = [...new Set(units)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<tmx version="1.4">\n  <header${header}/>\n  <body>\n${sorted.join('\n')}  </body>\n</tmx>\n`
  )
}

function inlineXml(parts: readonly Part[]): string {
  const tags = new Map<number, string>()
  return parts
    .map((part) => {
      if (part.kind === 'text') return escapeXml(part.text)
      const id = String(part.id)
      if (part.kind === 'close') {
        const tag = (tags.get(part.id) ?? '').replace('<', '</')
        return `<ept${attributes({ i: id })}>${escapeXml(tag)}</ept>`
      }
      const type = part.type ?? 'jsx'
      const tag = tagOf({ id: part.id, type })
      tags.set(part.id, tag)
      return part.kind === 'open'
        ? `<bpt${attributes({ i: id, x: id, type })}>${escapeXml(tag)}</bpt>`
        : `<ph${attributes({ x: id, type })}>${escapeXml(tag)}</ph>`
    })
    .join('')
}

/**
 * Read a TMX file of level 1 or 2, ours or another tool’s: the pairs of two languages, matched by their primary subtag,
 * whatever the language of its header; never throws.
 *
 * @param hasPairs - There must be texts in both languages: a memory of our own may have sources alone.
 * @returns `units` is how many there are in any languages.
 */
export function readTmx(
  content: Uint8Array | string,
  name: string,
  locales: { sourceLocale: string; targetLocale: string },
  { hasPairs = false }: { hasPairs?: boolean } = {},
): { memory: Memory; units: number; messages: VFileMessage[] } {
  const { text, messages } = decodeFile(content, name)
  const none = (of: VFileMessage[]) => ({
    memory: { ...locales, entries: [] },
    units: 0,
    messages: of,
  })
  if (isFatal({ messages })) return none(messages)
  const { root, messages: syntax } = parseXml(text, name)
  const all = [...messages, ...syntax]
  if (!root || isFatal({ messages: all })) return none(all)
  if (root.name !== 'tmx') {
    const fault = `File begins with \`<${root.name}>\`.`
    const finding = fileProblem('exchange-syntax', fault, 'A TMX file begins with `<tmx>`.')
    return none([...all, problemAt(name, finding, root.place)])
  }
  const units = elementsOf(root, 'tu')
  const entries = units.flatMap((unit): MemoryEntry[] => {
    const numbers: CodeNumbers = new Map()
    const source = segmentOf(unit, locales.sourceLocale, numbers)
    const target = segmentOf(unit, locales.targetLocale, numbers)
    const id = unit.attributes['tuid']
    // Other tools have numbers of their own there.
    const hash = id && /^[\da-f]{16}$/.test(id) ? id : undefined
    if (!source) return []
    return [{ ...(hash && { hash }), source, ...(target && { target }) }]
  })
  const usable = hasPairs ? entries.filter(({ target }) => target) : entries
  if (units.length > 0 && usable.length === 0) {
    const results = new Set(
      elementsOf(root, 'tuv').map(({ attributes: own }) => own['xml:lang'] ?? own['lang']),
    )
    const wanted = `\`${locales.sourceLocale}\` and \`${locales.targetLocale}\``
    const languages = [...results].map(languageTag).join('`, `')
    const finding = refusal('exchange-language', `\`${languages}\``, wanted)
    all.push(problemAt(name, finding, root.place))
  }
  return { memory: { ...locales, entries }, units: units.length, messages: all }
}

function segmentOf(unit: XmlElement, locale: string, numbers: CodeNumbers): Part[] | undefined {
  const primary = (tag = '') => tag.toLowerCase().split('-')[0]
  const variants = elementsOf(unit, 'tuv').map((tuv) => ({
    tuv,
    tag: languageTag(tuv.attributes['xml:lang'] ?? tuv.attributes['lang']),
  }))
  const match =
    variants.find(({ tag }) => tag === locale) ??
    variants.find(({ tag }) => primary(tag) === primary(locale))
  const segment = match && childOf(match.tuv, 'seg')
  return segment && segmentParts(segment, numbers)
}
