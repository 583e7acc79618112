/** Limits of JSON texts, checked before recursive parsers see them. */
import { createScanner } from 'jsonc-parser'
import { limits } from '#plugins/limits/problems.ts'

/**
 * The reason why a JSON text, comments allowed, is too long or too deep to be parsed, and where; undefined for all
 * others, well-formed or not.
 */
export function beyondJsonLimits(text: string): { message: string; offset: number } | undefined {
  if (text.length > limits.jsonCharacters) {
    return { message: `more than ${limits.jsonCharacters} characters; split the file`, offset: 0 }
  }
  const scanner = createScanner(text, true)
  let depth = 0
  do {
    scanner.scan()
    const sign = scanner.getTokenLength() === 1 ? text[scanner.getTokenOffset()] : undefined
    if (sign === '{' || sign === '[') depth++
    else if (sign === '}' || sign === ']') depth--
    if (depth > limits.depth) {
      const message = `more than ${limits.depth} levels; use fewer levels`
      return { message, offset: scanner.getTokenOffset() }
    }
  } while (scanner.getPosition() < text.length)
  return undefined
}
