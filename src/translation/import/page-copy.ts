/** A part of a source page as its translation begins: the same Markdown, without what only a source has. */
import type { Root } from 'mdast'
import { visit } from '#plugins/visit.ts'
import type { Dialect } from '../blocks/parse.ts'

/** From and to, as offsets in the file. */
type Range = readonly [number, number]

/** Ids, parties, phases and services of a guide are on the source page, for all languages. */
export function copyPage(
  { text, tree, dialect }: { text: string; tree: Root; dialect: Dialect },
  [from, to]: Range,
): string {
  const dropped = dialect === 'guide' ? sourceOnly(tree, text) : []
  let copy = ''
  let index = from
  for (const [start, end] of dropped) {
    if (start < index || end > to) continue
    copy += text.slice(index, start)
    index = end
  }
  return copy + text.slice(index, to)
}

function sourceOnly(tree: Root, text: string): Range[] {
  const ranges: Range[] = []
  visit(tree, (node) => {
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined) return
    if (node.type === 'textDirective' && node.name === 'step') {
      ranges.push([start, end + (/^ */.exec(text.slice(end))?.[0].length ?? 0)])
    }
    if (node.type === 'textDirective' && node.name === 'anchor') {
      const spaces = / *$/.exec(text.slice(0, start))?.[0].length ?? 0
      ranges.push([start - spaces, end])
    }
    if (node.type === 'containerDirective' && node.name === 'procedure') {
      const [line = ''] = text.slice(start).split('\n', 1)
      const [typed = ''] = /\{[^}]*\}\s*$/.exec(line) ?? []
      if (typed) ranges.push([start + line.length - typed.length, start + line.trimEnd().length])
    }
    if (node.type === 'yaml') {
      for (const { index, 0: line } of text
        .slice(start, end)
        .matchAll(/^(?:phase|service):.*\n/gm)) {
        ranges.push([start + index, start + index + line.length])
      }
    }
  })
  return ranges.toSorted(([a], [b]) => a - b)
}
