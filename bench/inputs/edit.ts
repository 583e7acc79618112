/** What a writer does between two builds: one sentence in the middle of a page. */

/**
 * The text with a sentence added to the paragraph nearest to its middle.
 *
 * @throws Error where the page has no paragraph.
 */
export function withSentence(text: string, sentence: string): string {
  const lines = text.split('\n')
  const fences = new Set<number>()
  let isCode = false
  for (const [index, line] of lines.entries()) {
    if (/^\s*(?:```|---$)/.test(line)) isCode = !isCode
    if (isCode) fences.add(index)
  }
  const isParagraph = (index: number) =>
    !fences.has(index) &&
    /^\p{L}.*\.\s*$/u.test(lines[index]!) &&
    !lines[index - 1]?.trim() &&
    !lines[index + 1]?.trim()
  const candidates = lines.keys().filter(isParagraph).toArray()
  const middle = lines.length / 2
  const [nearest] = candidates.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  if (nearest === undefined) throw new Error('Unexpected: a page without a paragraph to edit')
  lines[nearest] = `${lines[nearest]!.trimEnd()} ${sentence}`
  return lines.join('\n')
}
