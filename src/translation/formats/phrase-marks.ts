/**
 * Codes of Phrase (`.mxliff`, `.mxlf`), which are words of the text: `{1>bold<1}`, `{2}`.
 *
 * The metadata of a unit lists its marks; braces with another name are the author’s own.
 */
import type { Part } from '../codec/codec.ts'
import { elementsOf, type XmlElement } from './xml.ts'

/** The numbers of a unit’s marks by their name; none for a unit of another tool. */
export function phraseMarks(unit: XmlElement): ReadonlyMap<string, number> {
  const marks = elementsOf(unit, 'tunit-metadata').flatMap((item) => elementsOf(item, 'mark'))
  const names = marks.flatMap(({ attributes }) => attributes['id'] ?? [])
  return new Map(names.map((name, index) => [name, index + 1]))
}

/** Text parts cut at marks. */
export function withPhraseCodes(
  parts: readonly Part[],
  marks: ReadonlyMap<string, number>,
): readonly Part[] {
  if (marks.size === 0) return parts
  return parts.flatMap((part) => (part.kind === 'text' ? cutAt(part.text, marks) : [part]))
}

function cutAt(text: string, marks: ReadonlyMap<string, number>): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const match of text.matchAll(/\{(?<open>\w+)>|<(?<close>\w+)\}|\{(?<alone>\w+)\}/g)) {
    const [[kind, name] = []] = Object.entries(match.groups ?? {}).filter(([, value]) => value)
    const id = marks.get(name ?? '')
    if (id === undefined) continue
    parts.push({ kind: 'text', text: text.slice(end, match.index) })
    parts.push({ kind: kind as 'open' | 'close' | 'alone', id })
    end = match.index + match[0].length
  }
  return [...parts, { kind: 'text', text: text.slice(end) }]
}
