/** TBX: write the glossary for other tools, and read their terms. */
import type { VFileMessage } from 'vfile-message'
import { problemAt } from '#plugins/problems.ts'
import type { Glossary } from '../glossary/glossary.ts'
import { decodeFile } from './decode-file.ts'
import { fileProblem, isFatal, languageTag } from './read-unit.ts'
import {
  attributes,
  childOf,
  elementsOf,
  escapeXml,
  parseXml,
  xmlText,
  type XmlElement,
} from './xml.ts'

/** A concept of a TBX file, with its terms in each language. */
export interface TermConcept {
  /** By BCP 47 tag, the preferred term first. */
  terms: ReadonlyMap<string, readonly string[]>
  /** Terms that must not be used. */
  avoid: readonly string[]
  /** Note and definition; may hold the mark of `isUntranslated`. */
  note: string
  /** Line of the file, from 1. */
  line: number
}

type GlossaryTerm = Glossary['terms'][number]

/**
 * The glossary as TBX-Basic, version 3 (ISO 30042:2019), in DCA style.
 *
 * @param locale - BCP 47 tag of the column `term`.
 */
export function writeTbx({ terms }: Glossary, locale: string): string {
  const entries = terms.map((term, index) => conceptXml(term, index, locale))
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca"${attributes({ 'xml:lang': locale })}>\n` +
    '  <tbxHeader><fileDesc><sourceDesc><p>Passerelle glossary</p></sourceDesc></fileDesc></tbxHeader>\n' +
    `  <text>\n    <body>\n${entries.join('')}    </body>\n  </text>\n</tbx>\n`
  )
}

function conceptXml(term: GlossaryTerm, index: number, locale: string): string {
  const isOwn = (tag: string) => tag.split('-')[0] === locale.split('-')[0]
  const hasOwn = Object.keys(term.in).some(isOwn)
  const forms = Object.entries({ ...(hasOwn ? {} : { [locale]: term.term }), ...term.in })
  // The glossary does not give the language of these forms: usually they are bad translations.
  const [avoidedIn] = forms.find(([tag]) => !isOwn(tag)) ?? [locale]
  const sections = forms.map(([tag, form]) => {
    const avoided = tag === avoidedIn ? (term.avoid ?? []) : []
    const meaning = term.definitions?.[tag]
    return `        <langSec${attributes({ 'xml:lang': tag })}>${[
      meaning ? `<descrip type="definition">${escapeXml(meaning)}</descrip>` : '',
      termXml(form, 'preferredTerm-admn-sts'),
      ...avoided.map((other) => termXml(other, 'deprecatedTerm-admn-sts')),
    ].join('')}</langSec>\n`
  })
  const note = [term.note, term.doNotTranslate ? untranslatedMark : ''].filter(Boolean).join(' ')
  return (
    `      <conceptEntry id="c${index + 1}">\n` +
    (note ? `        <note>${escapeXml(note)}</note>\n` : '') +
    `${sections.join('')}      </conceptEntry>\n`
  )
}

/** In notes, because TBX-Basic has no field for it. */
const untranslatedMark = '[do not translate]'

function termXml(form: string, status: string): string {
  return (
    `<termSec><term>${escapeXml(form)}</term>` +
    `<termNote type="administrativeStatus">${status}</termNote></termSec>`
  )
}

/** Names of elements in version 3, then in version 2. */
const entryNames = ['conceptEntry', 'termEntry']
const languageNames = ['langSec', 'langSet']
const termNames = ['termSec', 'tig', 'ntig']

/** Read TBX 3 (DCA or DCT style) or TBX 2 (`<martif>`). Problems are in the result, never thrown. */
export function readTbx(
  content: Uint8Array | string,
  name: string,
): { concepts: TermConcept[]; messages: VFileMessage[] } {
  const { text, messages } = decodeFile(content, name)
  if (isFatal({ messages })) return { concepts: [], messages }
  const { root, messages: syntax } = parseXml(text, name)
  const all = [...messages, ...syntax]
  if (!root || isFatal({ messages: all })) return { concepts: [], messages: all }
  if (root.name !== 'tbx' && root.name !== 'martif') {
    const fault = `File begins with \`<${root.name}>\`.`
    const problem = fileProblem(
      'exchange-syntax',
      fault,
      'A TBX file begins with `<tbx>` or `<martif>`.',
    )
    return { concepts: [], messages: [...all, problemAt(name, problem, root.place)] }
  }
  const entries = entryNames.flatMap((entry) => elementsOf(root, entry))
  const concepts = entries.flatMap((entry): TermConcept[] => {
    const concept = conceptOf(entry)
    if (concept.terms.size > 0) return [concept]
    const fault = `\`<${entry.name}>\` has no term.`
    const problem = fileProblem('exchange-syntax', fault, 'Give it a language with a `<term>`.')
    all.push(
      problemAt(name, { ...problem, severity: 'warning', note: 'It was left out.' }, entry.place),
    )
    return []
  })
  return { concepts, messages: all }
}

function conceptOf(entry: XmlElement): TermConcept {
  const terms = new Map<string, string[]>()
  const avoid: string[] = []
  for (const section of languageNames.flatMap((item) => elementsOf(entry, item))) {
    const tag = languageTag(section.attributes['xml:lang'] ?? section.attributes['lang'])
    for (const item of termNames.flatMap((kind) => elementsOf(section, kind))) {
      const [term] = elementsOf(item, 'term')
      const form = term ? xmlText(term).replace(/\s+/g, ' ').trim() : ''
      if (!form || !tag) continue
      if (isAvoided(item)) avoid.push(form)
      else terms.set(tag, [...(terms.get(tag) ?? []), form])
    }
  }
  const own = childOf(entry, 'note')
  const definition = ['descrip', 'definition'].flatMap((item) => elementsOf(entry, item))[0]
  const note = [own, definition].flatMap((item) => (item ? [xmlText(item).trim()] : []))
  return { terms, avoid, note: note.join(' ').replace(/\s+/g, ' '), line: entry.place.line }
}

/** In DCT style the status is an element of its own. */
function isAvoided(item: XmlElement): boolean {
  const notes = [...elementsOf(item, 'termNote'), ...elementsOf(item, 'administrativeStatus')]
  return notes.some((note) => /deprecated|superseded|obsolete/i.test(xmlText(note)))
}

/** Whether a concept that we exported is a name that is not translated. */
export function isUntranslated({ note }: Pick<TermConcept, 'note'>): boolean {
  return note.includes(untranslatedMark)
}

/** The note as the glossary has it. */
export function plainNote({ note }: Pick<TermConcept, 'note'>): string {
  return note.replace(untranslatedMark, '').trim()
}
