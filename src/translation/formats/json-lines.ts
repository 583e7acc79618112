/** Units as lines of JSON, for a program of the user’s that translates: one out, one back. */
import type { VFileMessage } from 'vfile-message'
import { problemAt } from '#plugins/problems.ts'
import { fromTags, toTags } from '../codec/tags.ts'
import { decodeFile } from './decode-file.ts'
import { fileProblem, isFatal, type ReadFile, type ReadUnit } from './read-unit.ts'
import type { Unit, UnitSet } from './unit.ts'

export interface Term {
  source: string
  target: string
}

/** @param termsOf - Those of the glossary that a unit has. */
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
 * Read lines with `id` and `target`; every other line is told with its number, and the rest is taken. What a program
 * writes is a machine’s work.
 */
export function readJsonLines(
  content: Uint8Array,
  name: string,
  { docset, targetLocale }: Pick<UnitSet, 'docset' | 'targetLocale'>,
): { file: ReadFile; faults: VFileMessage[] } {
  const { text, messages } = decodeFile(content, name)
  const facts = { name, docset, targetLocale, messages }
  if (isFatal({ messages })) return { file: { ...facts, units: [] }, faults: [] }
  const units: ReadUnit[] = []
  const faults = text.split(/\r?\n/).flatMap((line, index) => {
    if (!line.trim()) return []
    const place = { line: index + 1, column: 1 }
    const read = unitOf(line)
    if (typeof read !== 'string') {
      units.push({ ...read, work: 'machine', reason: 'pretranslate', place })
      return []
    }
    return [problemAt(name, lineProblem(read), place)]
  })
  return { file: { ...facts, units }, faults }
}

function lineProblem(fault: string) {
  const advice = 'Write a line such as `{"id": "page#section/1", "target": "…"}` for each unit.'
  return { ...fileProblem('exchange-syntax', fault, advice), note: 'Nothing was taken from it.' }
}

/** What a line says, or what is wrong with it. */
function unitOf(line: string): Pick<ReadUnit, 'id' | 'target'> | string {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    return 'Line is no JSON.'
  }
  const { id, target } = (read ?? {}) as { id?: unknown; target?: unknown }
  if (typeof id !== 'string') return 'Line has no `id`.'
  if (typeof target !== 'string') return `Line for \`${id}\` has no \`target\`.`
  return { id, ...(target.trim() && { target: fromTags(target) }) }
}
