/** TMX 1.4, the translation memory. Our units have the hash of their source block as `tuid`. */
import { problemAt } from '#plugins/problems.ts'
import type { VFileMessage } from 'vfile-message'
import type { Part } from '../codec/codec.ts'
import { tagOf, toTags } from '../codec/tags.ts'
import { decodeFile } from './decode-file.ts'
import { fileProblem, isFatal, languageTag } from './read-unit.ts'
import { refusal } from './refusals.ts'
import { type CodeNumbers, segmentParts } from './tmx-segment.ts'
import { attributes, childOf, elementsOf, escapeXml, parseXml, type XmlElement } from './xml.ts'

/** A source text with its translation. */
export interface MemoryEntry {
  /** Hash of the source block; absent in memories of other tools. */
  hash?: string
  source: readonly Part[]
  /** Absent for a source text that is not translated yet. */
  target?: readonly Part[]
}

/** A translation memory of one language pair. */
export interface Memory {
  sourceLocale: string
  targetLocale: string
  entries: readonly MemoryEntry[]
}

/**
 * The text of a TMX file: sorted, without dates, so the same pairs always give the same bytes.
 *
 * Each unit is a line, with a blank line between two, as in the lock: then Git merges branches that translate
 * neighbouring blocks, and a union of both sides is still XML.
 *
 * @param codes - `elements` writes codes as TMX does; `text` writes them as tags such as `<b1>`, for tools that match
 *   the texts of our PO files (OmegaT’s `tm/auto`).
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
 * Read the pairs of two languages from a TMX file of level 1 or 2. Languages match by their primary subtag; that of the
 * header is ignored. Problems are in the result, never thrown.
 *
 * @param hasPairs - Report a file that has no pair; our own memories may have source texts only.
 * @returns `units` counts all units of the file, in whatever languages.
 */
export function readTmx(
  content: Uint8Array | string,
  name: string,
  locales: { sourceLocale: string; targetLocale: string },
  { hasPairs = false }: { hasPairs?: boolean } = {},
): { memory: Memory; units: number; messages: VFileMessage[] } {
  const { text, messages } = decodeFile(content, name)
  const empty = (reported: VFileMessage[]) => ({
    memory: { ...locales, entries: [] },
    units: 0,
    messages: reported,
  })
  if (isFatal({ messages })) return empty(messages)
  const { root, messages: syntax } = parseXml(text, name)
  const all = [...messages, ...syntax]
  if (!root || isFatal({ messages: all })) return empty(all)
  if (root.name !== 'tmx') {
    const fault = `File begins with \`<${root.name}>\`.`
    const finding = fileProblem('exchange-syntax', fault, 'A TMX file begins with `<tmx>`.')
    return empty([...all, problemAt(name, finding, root.place)])
  }
  const units = elementsOf(root, 'tu')
  const entries = units.flatMap((unit): MemoryEntry[] => {
    const numbers: CodeNumbers = new Map()
    const source = segmentOf(unit, locales.sourceLocale, numbers)
    const target = segmentOf(unit, locales.targetLocale, numbers)
    const id = unit.attributes['tuid']
    // Other tools write ids of their own.
    const hash = id && /^[\da-f]{16}$/.test(id) ? id : undefined
    if (!source) return []
    return [{ ...(hash && { hash }), source, ...(target && { target }) }]
  })
  const usable = hasPairs ? entries.filter(({ target }) => target) : entries
  if (units.length > 0 && usable.length === 0) {
    const tags = new Set(
      elementsOf(root, 'tuv').map(({ attributes: own }) => own['xml:lang'] ?? own['lang']),
    )
    const wanted = `\`${locales.sourceLocale}\` and \`${locales.targetLocale}\``
    const languages = [...tags].map(languageTag).join('`, `')
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
