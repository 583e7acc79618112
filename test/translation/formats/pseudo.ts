/** A translation of everything into no language: other words, the same codes. */
import type { Part } from '#src/translation/codec/codec.ts'
import type { ReadFile } from '#src/translation/formats/read-unit.ts'
import type { UnitSet } from '#src/translation/formats/unit.ts'

const letters: Readonly<Record<string, string>> = { a: 'à', e: 'é', i: 'ï', o: 'ô', u: 'ù' }

export function pseudo(set: UnitSet): ReadFile {
  return {
    name: 'pseudo',
    docset: set.docset,
    messages: [],
    units: set.units.map(({ id, hash, source }) => ({
      id,
      hash,
      source,
      target: source.map(spoken),
      work: 'done',
      place: { line: 1, column: 1 },
    })),
  }
}

function spoken(part: Part): Part {
  if (part.kind !== 'text') return part
  const text = part.text.replace(/[aeiou]/g, (letter) => letters[letter] ?? letter)
  return { ...part, text: /\p{L}{3}/u.test(text) ? `${text}\u202F!` : text }
}
