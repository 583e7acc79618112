/** How a term is found in running text. */

/**
 * The source of an expression that finds a term as a whole, with either apostrophe, its words in singular or plural.
 * The first letter may be a capital, as at the beginning of a sentence, even where capitals count.
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
