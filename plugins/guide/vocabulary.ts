/** The names of a docset’s phases, parties and services, and the error for any other name. */
import { nearestName } from '../nearest-name.ts'

/** Ids in the docset's order, each with its label in the language of the content. */
export type Names = ReadonlyMap<string, string>

export interface Vocabulary {
  phases: Names
  parties: Names
  services: Names
  /** What excludes each other. */
  options: Names
  /** Kinds of names of which any will do. */
  open?: ReadonlySet<NameKind>
}

/** What kind of thing a name is for. */
export type NameKind = 'party' | 'phase' | 'service' | 'option'

const lists = {
  party: 'parties',
  phase: 'phases',
  service: 'services',
  option: 'options',
} as const

/** Lists of names that a caller gives: ids, each with its label. */
export type NamedLists = Readonly<
  Partial<Record<(typeof lists)[NameKind], Readonly<Record<string, string>>>>
>

/** A vocabulary of the lists that are given; any name will do of a kind that has none. */
export function namedVocabulary(given: NamedLists = {}): Vocabulary {
  const kinds = (['party', 'phase', 'service', 'option'] as const).filter(
    (kind) => !given[lists[kind]],
  )
  const named = (list: keyof NamedLists) => new Map(Object.entries(given[list] ?? {}))
  return {
    phases: named('phases'),
    parties: named('parties'),
    services: named('services'),
    options: named('options'),
    open: new Set(kinds),
  }
}

export function namesOf(kind: NameKind, vocabulary: Vocabulary): Names {
  return vocabulary[lists[kind]]
}

/** One error for a name that a docset does not know, wherever it was typed. */
export function nameUnknown(kind: NameKind, name: string, names: Names) {
  const near = nearestName(name, [...names.keys()])
  const advice = near
    ? `Did you mean \`${near}\`?`
    : names.size
      ? `Use one of ${[...names.keys()].map((id) => `\`${id}\``).join(', ')}.`
      : `The docset names no ${lists[kind]}.`
  return {
    severity: 'error' as const,
    reason: `There is no ${kind} \`${name}\`. ${advice}`,
    note: `${kind === 'option' ? 'Options' : `The ${lists[kind]} of a docset`} are named in content/site.config.ts.`,
  }
}
