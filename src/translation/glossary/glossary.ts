/** The glossary: terms with their form in each language, and names that are not translated. */
import Papa from 'papaparse'
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { delimiterOf } from '../formats/delimiter.ts'

interface GlossaryTerm {
  term: string
  /** Its translations by column: `fr-FR`, `en`. */
  in: Readonly<Record<string, string>>
  note: string
  /** The same in every language. */
  doNotTranslate: boolean
  /** A label of a user interface. */
  isLabel: boolean
  /** Case-sensitive. */
  matchCase: boolean
  /** Definitions for readers by language, from columns such as `definition:en`. */
  definitions?: Readonly<Record<string, string>>
  /** Forms that must not be used, in any language. */
  avoid?: readonly string[]
  /** Line of the file, from 1. */
  line: number
}

export interface Glossary {
  terms: readonly GlossaryTerm[]
}

export const emptyGlossary: Glossary = { terms: [] }

const definition = 'definition:'
const fixed = new Set(['term', 'note', 'dnt', 'ui', 'case', 'not'])

const problem = defineProblems('translation', {
  'glossary-columns': (actual: string) => ({
    severity: 'error',
    reason: `The columns are \`${actual}\`. Write a first line such as \`term;fr-FR;en;note;dnt;ui;case\`.`,
  }),
  'glossary-row': (actual: string) => ({
    severity: 'error',
    reason: `Row cannot be read: ${actual}. Give it as many values as there are columns.`,
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
    const translated = columns.filter(
      (column) => !fixed.has(column) && !column.startsWith(definition) && value(column),
    )
    const defined = columns.filter((column) => column.startsWith(definition) && value(column))
    terms.push({
      term: value('term'),
      in: Object.fromEntries(translated.map((column) => [column, value(column)])),
      note: value('note'),
      doNotTranslate: value('dnt') !== '',
      isLabel: value('ui') !== '',
      matchCase: value('case') !== '',
      ...(defined.length && {
        definitions: Object.fromEntries(
          defined.map((column) => [column.slice(definition.length).trim(), value(column)]),
        ),
      }),
      ...(avoid.length && { avoid }),
      line: point.line,
    })
  }
  return { glossary: { terms }, messages }
}

/** Only the names that are not translated, without definitions and forms to avoid. */
export function namesOnly({ terms }: Glossary): Glossary {
  return {
    terms: terms
      .filter(({ doNotTranslate }) => doNotTranslate)
      .map(({ avoid: _avoid, definitions: _definitions, ...term }) => term),
  }
}

/** The names that are not translated, ready to be searched for. */
interface NameIndex {
  /** Each name, its tokens joined. */
  names: ReadonlySet<string>
  /** Numbers of tokens of the names that begin with a token, largest first. */
  lengths: ReadonlyMap<string, readonly number[]>
}

const nameIndexes = new WeakMap<Glossary, NameIndex>()

/** Replace the names that are not translated by spaces, so that offsets stay. Takes the same time for any number of names. */
export function withoutNames(text: string, glossary: Glossary): string {
  const index = nameIndexes.get(glossary) ?? indexNames(glossary)
  nameIndexes.set(glossary, index)
  if (index.names.size === 0) return text
  const tokens = tokensOf(text)
  let result = ''
  for (let start = 0; start < tokens.length;) {
    const count = isWord(tokens[start - 1]) ? 0 : nameLength(tokens, start, index)
    const typed = tokens.slice(start, start + Math.max(count, 1)).map(({ typed }) => typed)
    result += count ? ' '.repeat(typed.join('').length) : typed.join('')
    start += typed.length
  }
  return result
}

/** A run of letters and digits, a run of white space (in names one space), or any other character. */
interface NameToken {
  typed: string
  text: string
}

function tokensOf(text: string): NameToken[] {
  return [...text.matchAll(/[\p{L}\p{N}]+|\s+|./gsu)].map(([typed]) => ({
    typed,
    text: typed.trim() ? typed : ' ',
  }))
}

function isWord(token: NameToken | undefined): boolean {
  return token !== undefined && /^[\p{L}\p{N}]/u.test(token.text)
}

/** How many tokens the longest name has that begins at `start`; 0 where none does. */
function nameLength(tokens: readonly NameToken[], start: number, index: NameIndex): number {
  const counts = index.lengths.get(tokens[start]?.text ?? '') ?? []
  const length = counts.find((count) => {
    const name = tokens.slice(start, start + count).map(({ text }) => text)
    return index.names.has(name.join('')) && !isWord(tokens[start + count])
  })
  return length ?? 0
}

function indexNames({ terms }: Glossary): NameIndex {
  const names = terms
    .filter(({ doNotTranslate }) => doNotTranslate)
    .flatMap(({ term, in: translations }) => [term, ...Object.values(translations)])
    .map(tokensOf)
    .filter(({ length }) => length > 0)
  const byFirst = Map.groupBy(names, ([first]) => first?.text ?? '')
  return {
    names: new Set(names.map((tokens) => tokens.map(({ text }) => text).join(''))),
    lengths: new Map(
      [...byFirst].map(([first, group]) => [
        first,
        [...new Set(group.map(({ length }) => length))].toSorted((a, b) => b - a),
      ]),
    ),
  }
}
