/** A page without its code, in which signs of Markdown mean nothing. */

const frontMatter = /^---[ \t]*\r?\n(?:[^]*?\r?\n)??---[ \t]*(?:\r?\n|$)/
/** What a fence stands in, and the fence. */
const opening = /^((?:[ \t>]|(?:[-*+]|\d+[.)])(?=[ \t]))*)(`{3,}|~{3,})[^`]*$/
const codeSpan = /(?<!`)(`+)(?!`)[^`]*(?<!`)\1(?!`)/g

/** An open block of code. */
interface Fence {
  /** Quotes and indent of its lines. */
  indent: string
  marks: string
}

/**
 * Front matter and blocks of code are empty lines, code in sentences is `‹code›`.
 *
 * @returns Undefined where code or front matter is not closed, in the list or quote where it begins.
 */
export function proseOf(text: string): string | undefined {
  if (text.startsWith('---') && !frontMatter.test(text)) return undefined
  const lines = text.replace(frontMatter, '\n').split('\n')
  let fence: Fence | undefined
  const prose = lines.map((line) => {
    if (fence) {
      if (line.trim() && !line.startsWith(fence.indent)) return '`'
      const rest = line.slice(fence.indent.length).trim()
      if (rest.startsWith(fence.marks) && rest === fence.marks[0]?.repeat(rest.length)) {
        fence = undefined
      }
      return ''
    }
    const [, before, marks] = opening.exec(line) ?? []
    if (before === undefined || !marks)
      return line.includes('\\`') ? '`' : line.replace(codeSpan, '‹code›')
    fence = { indent: before.replace(/[^\s>]/g, ' '), marks }
    return before
  })
  const result = prose.join('\n')
  return fence || result.includes('`') ? undefined : result
}
