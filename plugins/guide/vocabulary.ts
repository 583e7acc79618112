/** The names that a docset gives to its phases, parties and services, and what is said of others. */
import { closest, distance } from 'fastest-levenshtein'

/** Ids in the docset's order, each with its label in the language of the content. */
export type Names = ReadonlyMap<string, string>

export interface Vocabulary {
  phases: Names
  parties: Names
  services: Names
}

/** What kind of thing a name is for. */
export type NameKind = 'party' | 'phase' | 'service'

const lists = { party: 'parties', phase: 'phases', service: 'services' } as const

export function namesOf(kind: NameKind, vocabulary: Vocabulary): Names {
  return vocabulary[lists[kind]]
}

/** One error for a name that a docset does not know, wherever it was typed. */
export function nameUnknown(kind: NameKind, name: string, names: Names) {
  const near = nearestName(name, [...names.keys()])
  const expected = near
    ? `did you mean \`${near}\`?`
    : names.size
      ? `expected ${[...names.keys()].map((id) => `\`${id}\``).join(', ')}`
      : `expected none: the docset names no ${lists[kind]}`
  return {
    severity: 'error' as const,
    reason: `Unexpected ${kind} \`${name}\`, ${expected}`,
    note: `The ${lists[kind]} of a docset are named in content/site.config.ts.`,
  }
}

/** The name that was probably meant; undefined where none is near. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined
  const lower = typed.toLowerCase()
  const near = closest(lower, [...names])
  const limit = lower.length < 4 ? 1 : Math.max(2, Math.floor(lower.length / 4))
  return distance(lower, near.toLowerCase()) <= limit ? near : undefined
}
