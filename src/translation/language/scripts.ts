/** Letters that languages are written with. */

/** Scripts of ISO 15924 that are several of Unicode’s, or go by another name there. */
const unicodeNames: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Hira', 'Kana', 'Han'],
  Hans: ['Han'],
  Hant: ['Han'],
  Kore: ['Hang', 'Han'],
}

/** The script of a locale by its tag, or else the usual one of its language: `Latn`, `Jpan`. */
export function scriptOf(locale: string): string {
  const { script } = new Intl.Locale(locale).maximize()
  return script ?? 'Latn'
}

/** Finds the letters of a script that another one does not have; where it has none of its own, all of them. */
export function lettersBetween(script: string, other: string): RegExp {
  const own = ownNames(script, other)
  return lettersOf(own.length ? own : namesOf(script))
}

/** Whether a script has letters that another one does not have: Japanese beside Chinese, not the other way round. */
export function hasOwnLetters(script: string, other: string): boolean {
  return ownNames(script, other).length > 0
}

function ownNames(script: string, other: string): string[] {
  const theirs = new Set(namesOf(other))
  return namesOf(script).filter((name) => !theirs.has(name))
}

/** Finds words in the script of a locale if it has no capital letters; undefined for all others. */
export function caselessWords(locale: string): RegExp | undefined {
  const script = scriptOf(locale)
  const withCase = new Set(['Latn', 'Cyrl', 'Grek', 'Armn'])
  if (withCase.has(script)) return undefined
  return new RegExp(`${lettersOf(namesOf(script)).source}{2,}`, 'u')
}

function namesOf(script: string): readonly string[] {
  return unicodeNames[script] ?? [script]
}

function lettersOf(names: readonly string[]): RegExp {
  try {
    return new RegExp(`[${names.map((name) => `\\p{Script=${name}}`).join('')}]`, 'gu')
  } catch {
    // A script that this version of Unicode does not name.
    return /\p{L}/gu
  }
}
