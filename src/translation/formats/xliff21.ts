/** XLIFF 2.1 for Weblate and recent tools: all units, with the content of their codes to look at. */
import { type Code, type CodeType, type Part, plainWords } from '../codec/codec.ts'
import { toTags } from '../codec/tags.ts'
import type { ReadFile } from './read-unit.ts'
import { isPending, type Match, placeNote, stateNote, type Unit, type UnitSet } from './unit.ts'
import {
  type InlineRole,
  inlineParts,
  readXliff,
  unitsByPage,
  writeCount,
  type XliffReader,
} from './xliff.ts'
import { combineStates, toolWork, type WorkState, xliff2Work } from './work-state.ts'
import { attributes, childOf, elementsIn, escapeXml, xmlText, type XmlElement } from './xml.ts'

/** XLIFF’s own words for what a code is. */
const kinds: Readonly<Partial<Record<CodeType, { type: string; subType?: string }>>> = {
  strong: { type: 'fmt', subType: 'xlf:b' },
  emphasis: { type: 'fmt', subType: 'xlf:i' },
  delete: { type: 'fmt' },
  link: { type: 'link' },
  url: { type: 'link' },
  image: { type: 'image' },
  break: { type: 'fmt', subType: 'xlf:lb' },
}

/** The text of an XLIFF 2.1 file: all units of `set`, one `<file>` for each page. */
export function writeXliff21(set: UnitSet): string {
  let number = 0
  const count = writeCount(set.units)
  if (set.units.length === 0) return xliffXml(set, emptyFile(set))
  const files = unitsByPage(set, set.units).map(({ slug, units }, index) => {
    const own = attributes({ id: `f${index + 1}`, original: slug })
    const notes = fileNotes(set.docset, count)
    return `  <file${own}>\n${notes}${units.map((unit) => unitXml(unit, ++number)).join('')}  </file>\n`
  })
  return xliffXml(set, files.join(''))
}

function xliffXml({ sourceLocale, targetLocale }: UnitSet, files: string): string {
  const languages = attributes({ srcLang: sourceLocale, trgLang: targetLocale })
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0"${languages}>\n` +
    `${files}</xliff>\n`
  )
}

/** XLIFF wants a `<file>` with something in it; where nothing is left to do that is a group without units. */
function emptyFile({ docset }: UnitSet): string {
  const own = attributes({ id: 'f1', original: docset })
  return `  <file${own}>\n${fileNotes(docset, writeCount([]))}    <group id="g1"/>\n  </file>\n`
}

function fileNotes(docset: string, count: string): string {
  return (
    `    <notes><note category="docset">${escapeXml(docset)}</note>` +
    `<note category="units">${count}</note></notes>\n`
  )
}

function unitXml(unit: Unit, number: number): string {
  const codes = [...unit.codes, ...unit.extras]
  const notes = [
    ['hash', unit.hash],
    ['place', `${placeNote(unit)} (${unit.note.file}:${unit.note.line})`],
    ['state', stateNote(unit)],
    ['previous', unit.previous && toTags(unit.previous)],
  ].flatMap(([category, text]) =>
    text ? [`<note category="${category}">${escapeXml(text)}</note>`] : [],
  )
  const data = codes.flatMap(({ id, paired, open, close }) => [
    `<data id="d${id}">${escapeXml(open)}</data>`,
    ...(paired ? [`<data id="e${id}">${escapeXml(close)}</data>`] : []),
  ])
  const target = unit.target && unit.state !== 'untranslated' ? unit.target : undefined
  const state = target && !isPending(unit) ? 'translated' : 'initial'
  const own = attributes({
    id: `u${number}`,
    name: unit.id,
    canResegment: 'no',
    'xml:space': 'preserve',
  })
  return [
    `    <unit${own}>`,
    ...matchesXml(unit.matches),
    `      <notes>${notes.join('')}</notes>`,
    ...(data.length ? [`      <originalData>${data.join('')}</originalData>`] : []),
    `      <segment${attributes({ id: unit.matches && segmentId, state })}>`,
    `        <source>${inlineXml(unit.source, codes)}</source>`,
    ...(target ? [`        <target>${inlineXml(target, codes)}</target>`] : []),
    '      </segment>',
    '    </unit>',
    '',
  ].join('\n')
}

const segmentId = 's1'

/** The module of the standard for translation candidates; what is offered has codes, its source words alone. */
function matchesXml(matches: readonly Match[] = []): string[] {
  if (matches.length === 0) return []
  const rows = matches.map(({ source, target, likeness, origin }, index) => {
    const own = attributes({
      id: `m${index + 1}`,
      ref: `#${segmentId}`,
      similarity: `${likeness}.0`,
      origin,
      type: 'tm',
    })
    return (
      `        <mtc:match${own}><source>${escapeXml(plainWords(source))}</source>` +
      `<target>${target.map(plainCode).join('')}</target></mtc:match>`
    )
  })
  return [
    '      <mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">',
    ...rows,
    '      </mtc:matches>',
  ]
}

function plainCode(part: Part): string {
  if (part.kind === 'text') return escapeXml(part.text)
  if (part.kind === 'close') return '</pc>'
  return part.kind === 'open' ? `<pc id="${part.id}">` : `<ph id="${part.id}"/>`
}

function inlineXml(parts: readonly Part[], codes: readonly Code[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return escapeXml(part.text)
      if (part.kind === 'close') return '</pc>'
      const { id } = part
      const code = codes.find((item) => item.id === id)
      const shared = {
        id: String(id),
        canCopy: 'no',
        canDelete: 'no',
        ...kinds[code?.type ?? 'jsx'],
      }
      const disp = code?.shown
      return part.kind === 'open'
        ? `<pc${attributes({ ...shared, dispStart: disp, dataRefStart: `d${id}`, dataRefEnd: `e${id}` })}>`
        : `<ph${attributes({ ...shared, disp, dataRef: `d${id}` })}/>`
    })
    .join('')
}

const roles: Readonly<Record<string, InlineRole>> = {
  pc: 'pair',
  sc: 'open',
  ec: 'close',
  ph: 'alone',
}

/** Read an XLIFF 2.0 or 2.1 file; problems are in the result, never thrown. `originalData` is not read. */
export function readXliff21(content: Uint8Array | string, name: string): ReadFile {
  return readXliff(content, name, reader)
}

const reader: XliffReader = {
  unit: 'unit',
  containers: ['group'],

  namesOf: ({ attributes: { srcLang, trgLang } }, files) => ({
    docset: files.map((file) => noteOf(file, 'docset')),
    sourceLocale: [srcLang],
    targetLocale: [trgLang],
  }),

  countOf: (file) => noteOf(file, 'units'),

  readUnit(unit) {
    const id = unit.attributes['name']
    const hash = noteOf(unit, 'hash')
    // A tool may have cut a unit into several segments, with the space between them apart.
    const pieces = unit.children.filter(
      (child): child is XmlElement =>
        typeof child !== 'string' && (child.name === 'segment' || child.name === 'ignorable'),
    )
    const segments = pieces.filter(({ name }) => name === 'segment')
    const sides = (name: string) => pieces.map((piece) => childOf(piece, name))
    const hasTarget = segments.every((segment) => childOf(segment, 'target'))
    const sources = sides('source')
    const targets = sides('target').map((item, index) => item ?? sources[index])
    const partsOf = (side: readonly (XmlElement | undefined)[]) =>
      side.flatMap((item) => (item ? inlineParts(item, roles, 'startRef') : []))
    return {
      ...(id && { id }),
      ...(hash && { hash }),
      source: partsOf(sources),
      ...(hasTarget && { target: partsOf(targets) }),
      ...workOf(unit, segments),
    }
  },
}

/** A unit is as far as the segment that is least far. */
function workOf(unit: XmlElement, segments: readonly XmlElement[]): WorkState {
  const own = segments.map(({ attributes }) => attributes)
  const targets = segments.map((segment) => childOf(segment, 'target')?.attributes ?? {})
  return combineStates([
    ...own.flatMap(xliff2Work),
    ...[unit.attributes, ...own, ...targets].flatMap(toolWork),
  ])
}

function noteOf(parent: XmlElement, category: string): string | undefined {
  const note = elementsIn(parent, 'note', ['notes']).find(
    ({ attributes }) => attributes['category'] === category,
  )
  return note && xmlText(note).trim()
}
