/** Translations of texts that are like one that waits. */
import { encode } from '../codec/codec.ts'
import { toTags } from '../codec/tags.ts'
import type { Glossary } from '../glossary/glossary.ts'
import { type GlossaryTerm, patternOf, formIn } from '../lint/terms.ts'
import type { Unit, UnitSet } from '../formats/unit.ts'
import { isPending } from '../formats/unit.ts'

export interface Proposal {
  source: string
  target: string
  /** How alike the sources are, in percent. */
  likeness: number
}

const least = 60
const most = 2

/** Gives the best proposals for a unit, from what is translated in the docset. */
export function proposer({ units }: UnitSet): (unit: Unit) => Proposal[] {
  const done = units.flatMap((unit) => {
    if (isPending(unit) || !unit.target) return []
    return [{ unit, words: wordSet(unit.blocks.source.text) }]
  })
  return (unit) => {
    const words = wordSet(unit.blocks.source.text)
    if (words.size === 0) return []
    const matches = done
      .map((item) => ({ ...item, likeness: Math.round(100 * likeness(words, item.words)) }))
      .filter((item) => item.likeness >= least && item.unit !== unit)
      .toSorted((a, b) => b.likeness - a.likeness)
      .map(({ unit: other, likeness }) => ({
        source: toTags(other.source),
        target: toTags(other.target ?? encode(other.blocks.source).parts),
        likeness,
      }))
    return [...new Map(matches.map((item) => [item.target, item])).values()].slice(0, most)
  }
}

/** Terms of the glossary in a text of the source, and their form in the translation. */
export function termsIn(text: string, { terms }: Glossary, source: string, target: string) {
  return terms.flatMap((term) => {
    const form = formIn(term, source)
    return patternOf(form, term.matchCase).test(text) ? [entryOf(term, source, target)] : []
  })
}

/** The whole glossary for a tool: names that stay are terms, too. */
export function allTerms({ terms }: Glossary, source: string, target: string) {
  return terms.map((term) => entryOf(term, source, target))
}

function entryOf(term: GlossaryTerm, source: string, target: string) {
  const { note } = term
  return { source: formIn(term, source), target: formIn(term, target), ...(note && { note }) }
}

function likeness(item: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0
  for (const word of item) if (other.has(word)) common++
  return (2 * common) / (item.size + other.size || 1)
}

function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}
