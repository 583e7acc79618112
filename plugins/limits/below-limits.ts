/**
 * Whether a page is too simple to reach a limit of `syntax.ts`. Most pages are, and counting their markup
 * is an eighth of what reading them takes.
 */
import { limits } from './problems.ts'

const lineEnd = /\r\n?|\n/
const blankLines = /(?:\r\n?|\n)[ \t>]*(?:\r\n?|\n)/
const marks = /[!:<[\]`{}~*_\\&\r\n]/g

/** Quotes, lists and footnotes that could be a hundred levels on one line, or indented as much. */
const deepLine = /^[ \t>*+\-\d.)]{100}|^[ \t>*+\-\d.)]*\[\^.{400}/m

/** A mark makes micromark read its paragraph a few times at most: that is still a tenth of the limit. */
const mostWork = limits.work / 50

/** For Markdown without MDX, whose expressions go on over blank lines. */
export function isBelowLimits(text: string): boolean {
  return (
    text.length < limits.events &&
    !deepLine.test(text) &&
    text.split(lineEnd).length < limits.lazyLines &&
    text.split(blankLines).every(isParagraphBelowLimits)
  )
}

function isParagraphBelowLimits(text: string): boolean {
  const { length } = text
  if (length < 1000) return true
  const count = text.match(marks)?.length ?? 0
  return length < limits.events / 5 && count < limits.marks / 5 && length * count < mostWork
}
