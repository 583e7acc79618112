/**
 * What a page asks of a file with code: which lines, which of them are marked, how far they are moved to the left.
 *
 * The forms are those of docfx’s CodeSnippetParser; where a page asks for several things, a region comes first, then
 * `#L1-L5`, `start` and `end`, and `range` last.
 */
import type { Problem } from '../../problems.ts'
import type { SnippetParts } from '../inserts/parse.ts'
import { problem } from './problems.ts'

/** Numbers of lines, the first is 1; without an end, to the end of the file. */
export interface LineRange {
  start: number
  end: number
}

/** The lines that a page asks for; the whole file where it names none. */
export interface SnippetRequest {
  kind: SnippetParts['kind']
  /** A region of the file, or the name of a cell of a notebook. */
  region?: string | undefined
  ranges?: readonly LineRange[] | undefined
  /** How many spaces each line loses at its start; absent for as many as all have. */
  dedent?: number | undefined
  /** Numbers of lines of what is shown, such as `1-2,5`. */
  highlight?: string | undefined
}

/** The request of `[!code…]`, and what of it means nothing. */
export function requestOf({ kind, query, anchor }: SnippetParts): {
  request: SnippetRequest
  problems: Problem[]
} {
  const options = optionsIn(query)
  const anchorRange = anchor ? rangeOf(anchor, /^L?(\d+)$/i) : undefined
  const region = options.name ?? (anchor && !anchorRange ? anchor : undefined)
  const { start, end = start, range, highlight, dedent } = options
  const between = start === undefined ? undefined : { start, end: end ?? start }
  const ranges = anchorRange ? [anchorRange] : between ? [between] : range
  // Less than nothing means as much as all lines have.
  const isFixed = dedent !== undefined && dedent >= 0
  return {
    request: { kind, region, ranges, highlight, ...(isFixed && { dedent }) },
    problems: options.problems,
  }
}

/** The request of `:::code`, and what of it means nothing. */
export function requestOfForm({ id, range, highlight }: Readonly<Record<string, string>>): {
  request: SnippetRequest
  problems: Problem[]
} {
  const ranges = range ? rangesOf(range) : undefined
  const isMarked = highlight ? rangesOf(highlight) !== undefined : false
  const wrong = [
    ...(range && !ranges ? [`range="${range}"`] : []),
    ...(highlight && !isMarked ? [`highlight="${highlight}"`] : []),
  ]
  return {
    request: {
      kind: 'code',
      region: id || undefined,
      ranges,
      highlight: isMarked ? highlight?.replace(/\s/g, '') : undefined,
    },
    problems: wrong.map((typed) => problem('snippet-option', typed, formExamples)),
  }
}

const examples = ['name=region', 'range=1-5,9', 'start=1', 'end=5', 'highlight=2-3', 'dedent=4']
const formExamples = ['id="region"', 'range="1-5,9"', 'highlight="2-3"']

interface Options {
  name?: string
  start?: number
  end?: number
  range?: readonly LineRange[]
  highlight?: string
  dedent?: number
  problems: Problem[]
}

function optionsIn(query: string): Options {
  const options: Options = { problems: [] }
  for (const item of query.split('&').filter(Boolean)) {
    const at = item.indexOf('=')
    const key = item.slice(0, Math.max(at, 0)).trim().toLowerCase()
    const value = item.slice(at + 1).trim()
    if (!takeOption(options, key, value))
      options.problems.push(problem('snippet-option', item, examples))
  }
  return options
}

/** Whether an option is one. */
function takeOption(options: Options, key: string, value: string): boolean {
  if (key === 'name' && value) options.name = value
  else if ((key === 'start' || key === 'end') && /^\d+$/.test(value)) options[key] = Number(value)
  else if (key === 'dedent' && /^-?\d+$/.test(value)) options.dedent = Number(value)
  else if (key === 'highlight' && rangesOf(value)) options.highlight = value.replace(/\s/g, '')
  else {
    const ranges = key === 'range' ? rangesOf(value) : undefined
    if (ranges) options.range = ranges
    return ranges !== undefined
  }
  return true
}

/** `1-2,5,9-` as ranges; undefined for what is none. */
function rangesOf(typed: string): readonly LineRange[] | undefined {
  const ranges = typed.split(',').map((part) => rangeOf(part.trim(), /^(\d+)$/))
  return ranges.every((range) => range !== undefined) ? ranges : undefined
}

/** @param line - How the number of a line is written. */
function rangeOf(typed: string, line: RegExp): LineRange | undefined {
  const [from = '', to, ...more] = typed.split('-').map((part) => part.trim())
  const start = numberIn(from, line) ?? (from === '' && to ? 1 : undefined)
  const end = to === undefined ? start : to === '' ? Infinity : numberIn(to, line)
  return start === undefined || end === undefined || more.length > 0 ? undefined : { start, end }
}

function numberIn(typed: string, line: RegExp): number | undefined {
  const [, digits] = line.exec(typed) ?? []
  return digits === undefined ? undefined : Number(digits)
}
