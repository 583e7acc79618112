/** The code that a page asks of a file, by the rules of docfx’s HtmlCodeSnippetRenderer. */
import type { Problem } from '../../problems.ts'
import { cellIn } from './notebook.ts'
import { problem } from './problems.ts'
import { findRegion, regionNames, type Regions, regionsIn } from './regions.ts'
import type { LineRange, SnippetRequest } from './request.ts'

/** A file with code; many requests of a page may ask for parts of one. */
export interface CodeFile {
  /** In messages. */
  path: string
  text: string
  lines: readonly string[]
  /** Found when the first request names one. */
  regions: () => readonly Regions[]
}

export function codeFile(path: string, text: string): CodeFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)
  if (lines.at(-1) === '') lines.pop()
  let regions: readonly Regions[] | undefined
  return { path, text, lines, regions: () => (regions ??= regionsIn(lines)) }
}

/** The code, without a line feed at its end; empty, and why, where the file has not what was asked for. */
export function extract(
  file: CodeFile,
  request: SnippetRequest,
): { value: string; problems: Problem[] } {
  const { path, text, lines } = file
  const { kind, region, ranges } = request
  if (kind === 'notebook' && region !== undefined) return cellIn(text, region, path)
  if (region !== undefined) return regionOf(file, region, request)
  if (!ranges) return { value: joined(lines, request), problems: [] }
  const beyond = ranges.filter(({ start, end }) => start > lines.length || end < start)
  return {
    value: joined(
      ranges.flatMap((range) => linesOf(lines, range)),
      request,
    ),
    problems: beyond.map((range) => problem('snippet-lines', shown(range), path, lines.length)),
  }
}

function regionOf(
  { path, lines, regions }: CodeFile,
  name: string,
  request: SnippetRequest,
): { value: string; problems: Problem[] } {
  const found = findRegion(regions(), name)
  if (!found) {
    return { value: '', problems: [problem('snippet-region', name, path, regionNames(regions()))] }
  }
  const { region, marks } = found
  if (region.end === undefined) {
    return { value: '', problems: [problem('snippet-region-open', region.name, path)] }
  }
  // Regions in it are opened and closed by lines that are no code.
  const { start, end } = region
  const own = lines.slice(start, end).filter((_, index) => !marks.has(start + index))
  return { value: joined(own, request), problems: [] }
}

function linesOf(lines: readonly string[], { start, end }: LineRange): readonly string[] {
  return lines.slice(Math.max(start - 1, 0), end)
}

function shown({ start, end }: LineRange): string {
  return end === start ? String(start) : `${start}-${end === Infinity ? '' : end}`
}

/** Lines moved to the left by what is asked for, or by what all have. */
function joined(lines: readonly string[], { dedent }: SnippetRequest): string {
  const spaced = lines.map(withoutTabs)
  const indents = spaced.filter((line) => line !== '').map((line) => line.search(/[^ ]|$/))
  const common = dedent ?? indents.reduce((least, indent) => Math.min(least, indent), Infinity)
  return spaced.map((line) => line.slice(Math.min(common, line.search(/[^ ]|$/)))).join('\n')
}

/** Tabs at the beginning of a line lead to every fourth column. */
function withoutTabs(line: string): string {
  const [indent = ''] = /^[ \t]*/.exec(line) ?? []
  if (!indent.includes('\t')) return line
  let width = 0
  for (const sign of indent) width += sign === '\t' ? 4 - (width % 4) : 1
  return ' '.repeat(width) + line.slice(indent.length)
}
