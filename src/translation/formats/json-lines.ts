/** JSON Lines for `pretranslate`: the user’s program reads one unit a line and writes one translation a line. */
import type { VFileMessage } from 'vfile-message'
import { problemAt } from '#plugins/problems.ts'
import { fromTags, toTags } from '../codec/tags.ts'
import { decodeFile } from './decode-file.ts'
import { fileProblem, isFatal, type ReadFile, type ReadUnit } from './read-unit.ts'
import type { Unit, UnitSet } from './unit.ts'

/** A glossary term with its form in the translation. */
export interface Term {
  source: string
  target: string
}

/**
 * The units as lines with `id`, `source` and what helps to translate it.
 *
 * @param termsOf - The glossary terms in a unit.
 */
export function writeJsonLines(set: UnitSet, termsOf: (unit: Unit) => readonly Term[]): string {
  const { sourceLocale, targetLocale } = set
  return set.units
    .map((unit) => {
      const { id, source, previous, matches = [] } = unit
      const target = unit.state === 'untranslated' ? undefined : unit.target
      const terms = termsOf(unit)
      const line = {
        id,
        sourceLocale,
        targetLocale,
        source: toTags(source),
        ...(previous && { previous: toTags(previous) }),
        ...(target && { target: toTags(target) }),
        ...(matches.length && {
          matches: matches.map((match) => ({
            source: toTags(match.source),
            target: toTags(match.target),
            likeness: match.likeness,
          })),
        }),
        ...(terms.length && {
          terms: terms.map((term) => ({ source: term.source, target: term.target })),
        }),
      }
      return `${JSON.stringify(line)}\n`
    })
    .join('')
}

/**
 * Read lines with `id` and `target`. Each bad line is reported with its number; the others are used. All of it counts as
 * machine translation.
 */
export function readJsonLines(
  content: Uint8Array,
  name: string,
  { docset, targetLocale }: Pick<UnitSet, 'docset' | 'targetLocale'>,
): { file: ReadFile; problems: VFileMessage[] } {
  const { text, messages } = decodeFile(content, name)
  const facts = { name, docset, targetLocale, messages }
  if (isFatal({ messages })) return { file: { ...facts, units: [] }, problems: [] }
  const units: ReadUnit[] = []
  const problems = text.split(/\r?\n/).flatMap((line, index) => {
    if (!line.trim()) return []
    const place = { line: index + 1, column: 1 }
    const unit = readLine(line)
    if (typeof unit !== 'string') {
      units.push({ ...unit, work: 'machine', reason: 'pretranslate', place })
      return []
    }
    return [problemAt(name, lineProblem(unit), place)]
  })
  return { file: { ...facts, units }, problems }
}

function lineProblem(fault: string) {
  const advice = 'Write a line such as `{"id": "page#section/1", "target": "…"}` for each unit.'
  return { ...fileProblem('exchange-syntax', fault, advice), note: 'The line was ignored.' }
}

/** The unit of a line, or what is wrong with it. */
function readLine(line: string): Pick<ReadUnit, 'id' | 'target'> | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'Line is not JSON.'
  }
  const { id, target } = (value ?? {}) as { id?: unknown; target?: unknown }
  if (typeof id !== 'string') return 'Line has no `id`.'
  if (typeof target !== 'string') return `Line for \`${id}\` has no \`target\`.`
  return { id, ...(target.trim() && { target: fromTags(target) }) }
}
