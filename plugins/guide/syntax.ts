/**
 * Say what an author can write instead of something that MDX cannot parse.
 *
 * MDX stops at the first error of a file, with its parsers’ own messages. Each is reported here with the text at
 * its place; then the place is blanked out and the rest is read, so that an author sees all of them.
 */
import type { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import type { Point } from 'unist'
import { conflictProblem } from '../merge-conflicts.ts'
import { type Problem, defineProblems, report } from '../problems.ts'
import { unknownDirective } from './directive-names.ts'
import { voidElements } from './elements.ts'

const problem = defineProblems('html', {
  'mdx-syntax': (reason: string, note?: string) => ({
    severity: 'error',
    reason,
    ...(note && { note }),
  }),
})

/** What an author sees of an error, and the range that is blanked out before the next try. */
interface Finding {
  problem: Problem
  start: number
  end: number
}

/** Problems of one file, and characters that are read for them: each needs the file to be parsed again. */
const maximum = { problems: 20, characters: 400_000 }
const quoting = 'Text that looks like code goes between backticks.'

/**
 * Report every place of a guide that is not MDX; true where there is one.
 *
 * @param parse - Throws a VFileMessage at the first error of a text.
 */
export function reportSyntax(
  file: VFile,
  parse: (text: string) => unknown,
  names: ReadonlySet<string>,
): boolean {
  let text = String(file).replace(/^\uFEFF/, '')
  const original = text
  const unclosed = new Set<string>()
  const byLength = Math.max(2, Math.ceil(maximum.characters / text.length))
  for (let count = 0; count < Math.min(maximum.problems, byLength); count++) {
    const error = errorOf(parse, text)
    if (!error) return count > 0
    const { problem: finding, start, end } = findingOf(error, text)
    const [, slash, name] = /^<(\/?)([\w.:-]+)/.exec(text.slice(start, end)) ?? []
    // The partner of a tag that has been reported is not a second mistake.
    const isPartner = slash && name && unclosed.delete(name)
    if (!slash && name && !voidElements.has(name)) unclosed.add(name)
    if (!isPartner) {
      reportDirective(start)
      report(file, finding, pointAt(original, start))
    }
    const blanked = text.slice(start, end).replace(/[^\r\n]/g, ' ')
    if (blanked === text.slice(start, end)) return true
    text = text.slice(0, start) + blanked + text.slice(end)
  }
  return true

  /** `::note{…` is a directive that is not known, whatever its attributes. */
  function reportDirective(start: number): void {
    const [, typed] =
      /(?:^|[\s>])(:{1,}[\p{L}][\p{L}\p{N}_-]*)(?:\[[^\]]*\])?$/u.exec(original.slice(0, start)) ??
      []
    if (!typed || names.has(typed)) return
    report(file, unknownDirective(typed, names), pointAt(original, start - typed.length))
  }
}

function errorOf(parse: (text: string) => unknown, text: string): VFileMessage | undefined {
  try {
    parse(text)
    return undefined
  } catch (error) {
    if (error instanceof VFileMessage) return error
    throw error
  }
}

function findingOf(error: VFileMessage, text: string): Finding {
  const offset = offsetOf(error, text)
  const { source, ruleId, reason } = error
  if (source === 'micromark-extension-mdxjs-esm') return moduleFinding(text, offset)
  if (source === 'micromark-extension-mdx-expression') return braceFinding(text, offset)
  if (source === 'micromark-extension-mdx-jsx') return tagFinding(text, offset, ruleId)
  if (source === 'mdast-util-mdx-jsx') return pairFinding(text, offset)
  const line = lineAround(text, offset)
  return { problem: problem('mdx-syntax', `This cannot be read: ${reason}.`, quoting), ...line }
}

/** A paragraph that begins as a program's first line does. */
function moduleFinding(text: string, offset: number): Finding {
  const line = lineStarts(text, offset).findLast((start) =>
    /^(?:im|ex)port\s/.test(text.slice(start)),
  )
  const start = line ?? lineAround(text, offset).start
  const [word = 'export'] = /^\w+/.exec(text.slice(start)) ?? []
  const escaped = `&#${word.codePointAt(0)};${word.slice(1)}`
  const reason = `A paragraph cannot begin with \`${word} \`. Begin it with another word, or write \`${escaped}\`.`
  return { problem: problem('mdx-syntax', reason), start, end: start + word.length }
}

/** `{`, which begins an expression; the error may be far behind it. */
function braceFinding(text: string, offset: number): Finding {
  let start = openBrace(text, offset)
  while (text[start - 1] === '{') start--
  const [, end = ''] = /^([^\r\n]*?\}+|[^\r\n]*)/.exec(text.slice(start)) ?? []
  const typed = text.slice(start, start + Math.max(1, end.length))
  const finding = { start, end: start + typed.length }
  const before = text.slice(lineAround(text, start).start, start)
  const [, id] = /^\{:?\s*#([^\s}]+)\s*\}/.exec(typed) ?? []
  if (id && /^[ \t>]*#{1,6}\s/.test(before)) {
    const reason = `\`${typed}\` is not read as the id of a heading. Write \`:anchor{#${id}}\`.`
    return { problem: problem('mdx-syntax', reason), ...finding }
  }
  const [directive] = /:+[\p{L}][\p{L}\p{N}_-]*(?:\[[^\]]*\])?$/u.exec(before) ?? []
  if (directive) {
    const reason = `The attributes of \`${directive}\` cannot be read. Write them as \`${directive}{#id name=value other="two words"}\`.`
    return { problem: problem('mdx-syntax', reason), ...finding }
  }
  const reason = '`{` begins a program here. Write `\\{`, or put the text between backticks.'
  return { problem: problem('mdx-syntax', reason), ...finding }
}

/** `<`, which begins a tag, before something that is none. */
function tagFinding(text: string, offset: number, ruleId: string | undefined): Finding {
  const start = Math.max(0, text.lastIndexOf('<', offset))
  const line = lineAround(text, start)
  const conflict = conflictProblem(text.slice(line.start, line.end))
  if (conflict) return { problem: conflict, ...line }
  const rest = text.slice(start)
  const [comment] = /^<!--[\s\S]*?-->/.exec(rest) ?? []
  if (rest.startsWith('<!--')) {
    const title = comment?.slice('<!--'.length, -'-->'.length).trim() ?? '…'
    const shown = title.length < 40 && !/[\r\n]/.test(title) ? title : '…'
    return tag(`Guides have no HTML comments. Write \`{/* ${shown} */}\`.`, comment ?? '<!--')
  }
  const [address] = /^<(?:[a-z][a-z\d+.-]*:\/*|[^\s<>@]+@)[^\s<>]*>?/i.exec(rest) ?? []
  if (address && !/^<[a-z][\w-]*:[a-z][\w-]*[\s/>]/i.test(address)) {
    const url = address.slice(1).replace(/>$/, '')
    const target = /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `mailto:${url}`
    return tag(
      `\`${address}\` is not read as a link. Write \`[words](${target})\`, or the address without \`<\` and \`>\`.`,
      address,
    )
  }
  const [name] = /^<\/?[a-z][\w.-]*/i.exec(rest) ?? []
  const attribute = name && /^<[^<>]*=[^"'\s{<>][^\s<>]*>?/.exec(rest)?.[0]
  if (attribute && ruleId === 'unexpected-character') {
    return tag(`An attribute of \`${name}>\` has no quotes. Write \`name="value"\`.`, attribute)
  }
  if (name) {
    const reason = `\`${name}\` begins a tag that has no \`>\`, or something that no tag has. Write \`\\<\`, or put the text between backticks.`
    return tag(reason, name)
  }
  return tag('`<` begins a tag here. Write `\\<`, or put the text between backticks.', '<')

  function tag(reason: string, typed: string): Finding {
    return { problem: problem('mdx-syntax', reason), start, end: start + typed.length }
  }
}

/** A tag without its partner. */
function pairFinding(text: string, offset: number): Finding {
  const start = text[offset] === '<' ? offset : Math.max(0, text.lastIndexOf('<', offset))
  const [typed = '<'] = /^<[^>]*>?/.exec(text.slice(start)) ?? []
  const [, slash, name = ''] = /^<(\/?)\s*([\w.:-]*)/.exec(typed) ?? []
  const finding = { start, end: start + typed.length }
  if (voidElements.has(name)) {
    const result = slash ? `\`${typed}\` closes nothing` : `\`${typed}\` is not closed`
    const attributes = slash ? '' : typed.slice(name.length + 1, -1).trimEnd()
    return {
      problem: problem('mdx-syntax', `${result}. Write \`<${name}${attributes}/>\`.`),
      ...finding,
    }
  }
  if (slash) {
    const reason = `\`${typed}\` closes a tag that is not open here. Delete it, or open \`<${name}>\` before it.`
    return { problem: problem('mdx-syntax', reason), ...finding }
  }
  const reason = `\`${typed}\` is not closed in its paragraph, list or quotation. Write \`</${name}>\` there, or put a placeholder between backticks.`
  return { problem: problem('mdx-syntax', reason), ...finding }
}

/** The last `{` before an error that no `}` closes. */
function openBrace(text: string, offset: number): number {
  let depth = 0
  for (let index = Math.min(offset, text.length - 1); index >= 0; index--) {
    const character = text[index]
    if (character === '}' && index < offset) depth++
    if (character !== '{') continue
    if (depth === 0) return index
    depth--
  }
  return Math.max(0, text.lastIndexOf('{', offset))
}

function lineAround(text: string, offset: number): { start: number; end: number } {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const [line = ''] = /^[^\r\n]*/.exec(text.slice(start)) ?? []
  return { start, end: start + line.length }
}

function lineStarts(text: string, offset: number): number[] {
  return [
    0,
    ...[...text.slice(0, offset).matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length),
  ]
}

/** Of an unclosed tag MDX gives the paragraph as the place, and the tag's own place only in words. */
function offsetOf({ reason, place }: VFileMessage, text: string): number {
  const [, line, column] = /\((\d+):(\d+)-\d+:\d+\)/.exec(reason) ?? []
  const point = place && ('start' in place ? place.start : place)
  const start = line && column ? { line: Number(line), column: Number(column) } : point
  if (!start) return 0
  return (lineStarts(text, text.length)[start.line - 1] ?? 0) + start.column - 1
}

function pointAt(text: string, offset: number): Point {
  const starts = lineStarts(text, offset).filter((start) => start <= offset)
  return { line: starts.length, column: offset - (starts.at(-1) ?? 0) + 1, offset }
}
