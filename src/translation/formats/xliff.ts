/** What XLIFF 1.2 and 2.1 have in common: a `<file>` for each page, units in it, codes among the words. */
import { problemAt } from '#plugins/problems.ts'
import type { Part } from '../codec/codec.ts'
import { decodeFile } from './decode-file.ts'
import { fileProblem, isFatal, languageTag, type ReadFile, type ReadUnit } from './read-unit.ts'
import { countSources, type Unit, type UnitSet } from './unit.ts'
import { elementsIn, parseXml, type XmlElement } from './xml.ts'

export interface PageUnits {
  slug: string
  units: readonly Unit[]
}

/** `units` by their page, in the order of the docset; pages that have none are left out. */
export function unitsByPage({ pages }: UnitSet, units: readonly Unit[]): PageUnits[] {
  return pages
    .map(({ slug }) => ({ slug, units: units.filter(({ page }) => page === slug) }))
    .filter((page) => page.units.length > 0)
}

/** How a version of XLIFF writes what all versions have. */
export interface XliffReader {
  /** Name of the element that is a unit. */
  unit: string
  /** Elements of a `<file>` that hold units, or each other; nothing else that a file carries has any. */
  containers: readonly string[]
  /** The facts of the file, as typed; more than one value where its `<file>` differ. */
  namesOf: (
    root: XmlElement,
    files: readonly XmlElement[],
  ) => Record<'docset' | 'sourceLocale' | 'targetLocale', readonly (string | undefined)[]>
  /** What `writeCount` wrote for a `<file>`, if it is still there. */
  countOf: (file: XmlElement) => string | undefined
  readUnit: (unit: XmlElement) => Omit<ReadUnit, 'document' | 'place'>
}

/** Read a file of either version; problems are in the result, never thrown. */
export function readXliff(
  content: Uint8Array | string,
  name: string,
  { unit, containers, namesOf, countOf, readUnit }: XliffReader,
): ReadFile {
  const { text, messages } = decodeFile(content, name)
  if (isFatal({ messages })) return { name, units: [], messages }
  const { root, messages: syntax } = parseXml(text, name)
  const all = [...messages, ...syntax]
  if (!root || isFatal({ messages: all })) return { name, units: [], messages: all }
  if (root.name !== 'xliff') {
    const finding = fileProblem(
      'exchange-syntax',
      `File begins with \`<${root.name}>\`.`,
      'An XLIFF file begins with `<xliff>`.',
    )
    return { name, units: [], messages: [...all, problemAt(name, finding, root.place)] }
  }
  const files = elementsIn(root, 'file', [])
  if (files.length === 0) {
    const finding = fileProblem('exchange-syntax', 'File has no `<file>`.', 'Export it again.')
    return { name, units: [], messages: [...all, problemAt(name, finding, root.place)] }
  }
  const names = namesOf(root, files)
  const message = (values: readonly (string | undefined)[]) =>
    [...new Set(values.filter((value) => value !== undefined))].join(', ')
  const docset = message(names.docset)
  const sourceLocale = languageTag(message(names.sourceLocale))
  const targetLocale = languageTag(message(names.targetLocale))
  const exported = files.flatMap((file) => readCount(countOf(file)) ?? [])[0]
  return {
    name,
    ...(docset && { docset }),
    ...(sourceLocale && { sourceLocale }),
    ...(targetLocale && { targetLocale }),
    ...(exported && { exported }),
    units: files.flatMap((file) => {
      const document = file.attributes['original']
      return elementsIn(file, unit, containers).map((item) => ({
        ...readUnit(item),
        ...(document && { document }),
        place: item.place,
      }))
    }),
    messages: all,
  }
}

/** How many units all files of an export have, and how many different sources; each `<file>` has them. */
export function writeCount(units: readonly Unit[]): string {
  return `${units.length} ${countSources(units)}`
}

function readCount(typed: string | undefined): ReadFile['exported'] {
  const [, units, sources] = /^\s*(\d+) (\d+)\s*$/.exec(typed ?? '') ?? []
  return units && sources
    ? { units: Number(units), sources: Number(sources), hasIds: true }
    : undefined
}

/** The code of an inline element; `pair` is around the text that it marks. */
export type InlineRole = 'pair' | 'open' | 'close' | 'alone'

/**
 * Words and codes inside an element.
 *
 * @param roles - Of elements by name; what has none, such as `<mrk>`, counts for the words in it alone.
 * @param opener - The attribute in which an element that closes names the one that opens.
 */
export function inlineParts(
  parent: XmlElement,
  roles: Readonly<Record<string, InlineRole>>,
  opener: string,
): Part[] {
  return parent.children.flatMap((child): Part[] => {
    if (typeof child === 'string') return [{ kind: 'text', text: child }]
    const { name, attributes } = child
    const id = Number(attributes[opener] ?? attributes['id'])
    const role = roles[name]
    const inside = () => inlineParts(child, roles, opener)
    // XLIFF 2 writes characters so that XML cannot hold.
    if (name === 'cp') return [{ kind: 'text', text: characterOf(attributes['hex'] ?? '20') }]
    if (role === 'pair') return [{ kind: 'open', id }, ...inside(), { kind: 'close', id }]
    return role ? [{ kind: role, id }] : inside()
  })
}

/** A number that is no character is the sign for one that cannot be read. */
function characterOf(hex: string): string {
  const code = /^[\da-f]{1,6}$/i.test(hex) ? Number.parseInt(hex, 16) : Infinity
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
}
