/**
 * XLIFF 1.2 for OmegaT, Trados, memoQ: what is to be translated, each with a copy of the source as target.
 *
 * Tools that split the target into segments see nothing without it, and offer finished work as source.
 */
import { type CodeType, type Part, plainWords } from '../codec/codec.ts'
import { toTags } from '../codec/tags.ts'
import { phraseMarks, withPhraseCodes } from './phrase-marks.ts'
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
import { combineStates, toolWork, tradosWork, type WorkState, xliff12Work } from './work-state.ts'
import { attributes, childOf, elementsOf, escapeXml, xmlText, type XmlElement } from './xml.ts'

const kinds: Readonly<Record<CodeType, string>> = {
  strong: 'bold',
  emphasis: 'italic',
  delete: 'x-delete',
  link: 'link',
  span: 'x-lang',
  element: 'x-element',
  code: 'x-code',
  image: 'image',
  break: 'lb',
  html: 'x-html',
  footnote: 'x-footnote',
  url: 'x-url',
  directive: 'x-directive',
  jsx: 'x-jsx',
  insert: 'x-insert',
}

/** The text of an XLIFF 1.2 file: the pending units of `set`, one `<file>` for each page. */
export function writeXliff12(set: UnitSet): string {
  const pages = unitsByPage(set, set.units.filter(isPending))
  const count = writeCount(pages.flatMap((page) => page.units))
  // A file without `<file>` is none; where nothing is left to do it holds no units.
  const files = (pages.length ? pages : [{ slug: set.docset, units: [] }]).map(
    ({ slug, units }) => {
      const names = attributes({
        original: slug,
        'product-name': set.docset,
        'source-language': set.sourceLocale,
        'target-language': set.targetLocale,
        datatype: 'x-markdown',
      })
      const note = `<note from="passerelle-units">${count}</note>`
      return `  <file${names}>\n    <header>${note}</header>\n    <body>\n${units.map(unitXml).join('')}    </body>\n  </file>\n`
    },
  )
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n' +
    `${files.join('')}</xliff>\n`
  )
}

function unitXml(unit: Unit): string {
  const source = inlineXml(unit.source)
  const notes = [
    ['passerelle-hash', unit.hash],
    ['passerelle', `${placeNote(unit)} (${unit.note.file}:${unit.note.line}), ${stateNote(unit)}`],
    ['passerelle-previous', unit.previous && toTags(unit.previous)],
  ].flatMap(([from, text]) =>
    text ? [`        <note from="${from}">${escapeXml(text)}</note>\n`] : [],
  )
  const old =
    unit.target && unit.state !== 'untranslated'
      ? `        <alt-trans alttranstype="previous-version"><target>${inlineXml(unit.target)}</target></alt-trans>\n`
      : ''
  return (
    `      <trans-unit${attributes({ id: unit.id, resname: unit.id, 'xml:space': 'preserve' })}>\n` +
    `        <source>${source}</source>\n` +
    `        <target state="needs-translation">${source}</target>\n` +
    `${notes.join('')}${old}${(unit.matches ?? []).map(matchXml).join('')}      </trans-unit>\n`
  )
}

/** What is like it elsewhere; codes of its source are those of another text. */
function matchXml({ source, target, likeness, origin }: Match): string {
  const own = attributes({
    'match-quality': `${likeness}%`,
    origin,
    alttranstype: 'proposal',
    'xml:space': 'preserve',
  })
  return (
    `        <alt-trans${own}><source>${escapeXml(plainWords(source))}</source>` +
    `<target>${inlineXml(target)}</target></alt-trans>\n`
  )
}

function inlineXml(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return escapeXml(part.text)
      if (part.kind === 'close') return '</g>'
      const names = { id: String(part.id), ctype: kinds[part.type ?? 'jsx'] }
      if (part.kind === 'open') return `<g${attributes(names)}>`
      return `<x${attributes({ ...names, 'equiv-text': part.shown })}/>`
    })
    .join('')
}

/** Other tools may write `<bpt>`, `<ept>` and `<ph>` for codes, and put `<mrk>` around words. */
const roles: Readonly<Record<string, InlineRole>> = {
  g: 'pair',
  bpt: 'open',
  bx: 'open',
  ept: 'close',
  ex: 'close',
  x: 'alone',
  ph: 'alone',
  it: 'alone',
}

/** Read an XLIFF 1.2 file; problems are in the result, never thrown. */
export function readXliff12(content: Uint8Array | string, name: string): ReadFile {
  return readXliff(content, name, reader)
}

const reader: XliffReader = {
  unit: 'trans-unit',
  containers: ['body', 'group', 'bin-unit'],

  namesOf(_, files) {
    const all = (key: string) => files.map((file) => file.attributes[key])
    return {
      docset: all('product-name'),
      sourceLocale: all('source-language'),
      targetLocale: all('target-language'),
    }
  },

  countOf(file) {
    const header = childOf(file, 'header')
    return header && noteFrom(header, 'passerelle-units')
  },

  readUnit(unit) {
    const { id, resname } = unit.attributes
    const source = childOf(unit, 'source')
    const target = childOf(unit, 'target')
    const hash = noteFrom(unit, 'passerelle-hash')
    const marks = phraseMarks(unit)
    const partsOf = (side: XmlElement) => withPhraseCodes(inlineParts(side, roles, 'rid'), marks)
    return {
      ...((resname ?? id) && { id: resname ?? id }),
      ...(hash && { hash }),
      ...(source && { source: partsOf(source) }),
      ...(target && { target: partsOf(target) }),
      ...workOf(unit, target),
    }
  },
}

/** Without any state the file is one of a tool that writes none: what is there is done. */
function workOf(unit: XmlElement, target: XmlElement | undefined): WorkState {
  const own = [unit.attributes, target?.attributes ?? {}]
  const segments = elementsOf(unit, 'seg-defs').flatMap((defs) => elementsOf(defs, 'seg'))
  const marks = target ? elementsOf(target, 'mrk') : []
  const states = [
    ...own.flatMap(xliff12Work),
    ...[...own, ...marks.map(({ attributes }) => attributes)].flatMap(toolWork),
    ...segments.flatMap(({ attributes }) => tradosWork(attributes)),
  ]
  return states.length === 0 ? { work: 'done' } : combineStates(states)
}

function noteFrom(parent: XmlElement, from: string): string | undefined {
  const isNote = (item: XmlElement | string): item is XmlElement =>
    typeof item !== 'string' && item.name === 'note' && item.attributes['from'] === from
  const note = parent.children.find(isNote)
  return note && xmlText(note).trim()
}
