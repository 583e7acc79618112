/** The team’s terms: the form of each in every language, and names that are not translated. */
import Papa from 'papaparse'
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { delimiterOf } from '../formats/delimiter.ts'

interface GlossaryTerm {
  term: string
  /** Its form by column, such as `fr-FR` or `en`; a name that is not translated has none. */
  in: Readonly<Record<string, string>>
  note: string
  /** Stays as it is in every language. */
  doNotTranslate: boolean
  /** A label that people see on a button or in a menu. */
  isLabel: boolean
  /** Capital letters count. */
  matchCase: boolean
  /** Forms that must not be used for it, in any language. */
  avoid?: readonly string[]
  line: number
}

export interface Glossary {
  terms: readonly GlossaryTerm[]
}

export const emptyGlossary: Glossary = { terms: [] }

const fixed = new Set(['term', 'note', 'dnt', 'ui', 'case', 'not'])

const problem = defineProblems({
  'glossary-columns': (actual: string) => ({
    severity: 'error',
    reason: `Unexpected columns \`${actual}\`, expected a first line such as \`term;fr-FR;en;note;dnt;ui;case\``,
  }),
  'glossary-row': (actual: string) => ({
    severity: 'error',
    reason: `Unexpected row: ${actual}, expected as many values as columns`,
  }),
  'glossary-term': () => ({
    severity: 'error',
    reason: 'Row has no term. Write one in the column `term`.',
  }),
})

/** Read a CSV file with `;` or `,`; rows that cannot be read are reported and left out. */
export function readGlossary(
  text: string,
  name: string,
): { glossary: Glossary; messages: VFileMessage[] } {
  const messages: VFileMessage[] = []
  const { data, meta, errors } = Papa.parse<Record<string, string>>(text.normalize('NFC'), {
    header: true,
    delimiter: delimiterOf(text),
    transformHeader: (header) => header.trim(),
  })
  const columns = meta.fields ?? []
  if (!columns.includes('term')) {
    const finding = problem('glossary-columns', columns.join(';'))
    return { glossary: emptyGlossary, messages: [problemAt(name, finding, { line: 1, column: 1 })] }
  }
  const terms: GlossaryTerm[] = []
  let line = 1
  for (const [row, values] of data.entries()) {
    line++
    const point = { line, column: 1 }
    // A quoted value may go over several lines.
    line += Object.values(values).join('').split('\n').length - 1
    const isBlank = Object.values(values).every((value) => !String(value ?? '').trim())
    if (isBlank) continue
    const error = errors.find((item) => item.row === row && item.code !== 'UndetectableDelimiter')
    if (error) {
      messages.push(problemAt(name, problem('glossary-row', error.message), point))
      continue
    }
    const value = (column: string) => (values[column] ?? '').trim()
    if (!value('term')) {
      messages.push(problemAt(name, problem('glossary-term'), point))
      continue
    }
    const avoid = value('not')
      .split('|')
      .map((form) => form.trim())
      .filter(Boolean)
    const reports = columns.filter((column) => !fixed.has(column) && value(column))
    terms.push({
      term: value('term'),
      in: Object.fromEntries(reports.map((column) => [column, value(column)])),
      note: value('note'),
      doNotTranslate: value('dnt') !== '',
      isLabel: value('ui') !== '',
      matchCase: value('case') !== '',
      ...(avoid.length && { avoid }),
      line: point.line,
    })
  }
  return { glossary: { terms }, messages }
}

/** Only the names that are not translated; no rules about terms. */
export function namesOnly({ terms }: Glossary): Glossary {
  return {
    terms: terms
      .filter(({ doNotTranslate }) => doNotTranslate)
      .map(({ avoid: _, ...term }) => term),
  }
}

const patterns = new WeakMap<Glossary, RegExp | undefined>()

/** Blank out the names that are not translated, without moving any offset. */
export function withoutNames(text: string, glossary: Glossary): string {
  if (!patterns.has(glossary)) patterns.set(glossary, patternOf(glossary))
  const pattern = patterns.get(glossary)
  return pattern ? text.replace(pattern, (name) => ' '.repeat(name.length)) : text
}

function patternOf({ terms }: Glossary): RegExp | undefined {
  const names = terms
    .filter(({ doNotTranslate }) => doNotTranslate)
    .flatMap(({ term, in: message }) => [term, ...Object.values(message)])
    .toSorted((a, b) => b.length - a.length)
  if (names.length === 0) return undefined
  const typed = names.map((name) =>
    name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+'),
  )
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${typed.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}
