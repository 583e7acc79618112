/** Match a glossary term in running text. */

/**
 * The source of a regular expression for a whole term, with either apostrophe and any space, its words in singular or
 * plural. The first letter may be a capital, as at the beginning of a sentence, even in a case-sensitive search.
 */
export function termPattern(form: string): string {
  const words = form.split(/\s+/).map((word, index) => {
    const first = index === 0 ? (/^\p{Ll}/u.exec(word)?.[0] ?? '') : ''
    const rest = word
      .slice(first.length)
      .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      .replace(/['’]/g, "[’']")
      .replace(/(?<=\p{L})$/u, "(?:e?s|x|[’']s)?")
    return first ? `[${first}${first.toUpperCase()}]${rest}` : rest
  })
  return `(?<![\\p{L}\\p{N}])${words.join('[\\s\\u00A0\\u202F]+')}(?![\\p{L}\\p{N}])`
}
