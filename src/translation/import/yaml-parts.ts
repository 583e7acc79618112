/**
 * Parts of a `.yml` page that its translation lacks whole, such as a question, a step, a card or an entry of a table of
 * contents: an item of a list is copied from the source’s file, next to the same neighbour, and its words are written
 * over then.
 */
import { type Node, type YAMLSeq, isMap, isNode, isSeq, visit } from 'yaml'
import { translatedYaml } from '../../docsets/docfx/yaml-pages/translated-yaml.ts'
import { parseYaml } from '../../docsets/yaml.ts'
import type { Block, BlockPage } from '../blocks/block.ts'
import type { BlockPair } from '../state/state.ts'

/** An item of a list in the source’s file that the translation’s file gets. */
export interface YamlPart {
  /** The blocks of the source that it holds. */
  blocks: readonly Block[]
  /** Offset in the translation’s file. */
  at: number
  /** Whole lines. */
  lines: string
  /** How many lists and mappings are around it. */
  depth: number
}

interface Pages {
  source: BlockPage
  target: BlockPage
  pairs: readonly BlockPair[]
}

/** The items that the translation lacks, as large as can be; none of a page that is no YAML. */
export function yamlPartsOf({ source, target, pairs }: Pages): YamlPart[] {
  if (!source.yaml || !target.yaml || target.yaml.write) return []
  const missing = new Set(pairs.flatMap((pair) => (pair.source && !pair.target ? pair.source : [])))
  if (missing.size === 0) return []
  const targets = new Map(
    pairs.flatMap((pair) => (pair.source ? [[pair.source, pair.target]] : [])),
  )
  const [from, to] = [source.yaml.file, target.yaml.file]
  const items = itemsIn(to)
  const parts: YamlPart[] = []
  const blocksIn = (node: unknown) => source.blocks.filter((block) => holds(node, source, block))
  /** The translation’s item that holds what an item of the source holds, in a list as deep. */
  const twinOf = (node: unknown, depth: number) => {
    const block = blocksIn(node).find((item) => targets.get(item))
    const twin = block && targets.get(block)
    return twin && items.find((item) => item.depth === depth && holds(item.node, target, twin))
  }
  for (const { seq, depth } of listsIn(from)) {
    for (const [index, node] of seq.items.entries()) {
      const blocks = blocksIn(node)
      const isCopied = parts.some((part) => blocks.every((block) => part.blocks.includes(block)))
      if (blocks.length === 0 || isCopied || !blocks.every((block) => missing.has(block))) continue
      const before = seq.items.slice(0, index).findLast((item) => twinOf(item, depth))
      const after = seq.items.slice(index + 1).find((item) => twinOf(item, depth))
      const neighbour = twinOf(before ?? after, depth)?.node
      const lines = isNode(node) && neighbour && linesOf(from, node, to, neighbour)
      if (!lines || !neighbour) continue
      const at = before ? endOfLines(to, neighbour) : startOfLine(to, neighbour)
      parts.push({ blocks, at, lines, depth })
    }
  }
  return parts
}

/** The translation’s page with some parts; undefined where its file would be no YAML any more. */
export function withYamlParts(
  { yaml, name }: BlockPage,
  parts: readonly YamlPart[],
): ReturnType<typeof translatedYaml> {
  if (!yaml) return undefined
  let file = ''
  let end = 0
  // What ends an inner list comes before the next item of the outer one.
  for (const { at, lines } of parts.toSorted((a, b) => a.at - b.at || b.depth - a.depth)) {
    file += yaml.file.slice(end, at)
    if (file && !/\n$/.test(file)) file += '\n'
    file += yaml.file.includes('\r\n') ? lines.replaceAll('\n', '\r\n') : lines
    end = at
  }
  return translatedYaml(file + yaml.file.slice(end), name, false)
}

interface List {
  seq: YAMLSeq
  /** How many lists and mappings are around it. */
  depth: number
}

/** The lists of a file that are on lines of their own, those around others first. */
function listsIn(file: string): List[] {
  const lists: List[] = []
  visit(parseYaml(file).document, {
    Seq: (_, seq, path) => {
      const depth = path.filter((item) => isMap(item) || isSeq(item)).length
      if (!seq.flow) lists.push({ seq, depth })
    },
  })
  return lists.toSorted((a, b) => a.depth - b.depth)
}

function itemsIn(file: string): { node: Node; depth: number }[] {
  return listsIn(file).flatMap(({ seq, depth }) =>
    seq.items.filter(isNode).map((node) => ({ node, depth })),
  )
}

/** Whether a node of a file holds the value that a block of its Markdown comes from. */
function holds(node: unknown, { yaml }: BlockPage, block: Block): boolean {
  const value = yaml?.texts.find(({ start, end }) => start <= block.start && block.end <= end)
  const [from, to] = (isNode(node) && node.range) || [0, 0]
  return value !== undefined && from <= value.offset && value.offset < to
}

/** The lines of an item, as far from the edge as its neighbour; undefined where it shares its first line. */
function linesOf(from: string, node: Node, to: string, neighbour: Node): string | undefined {
  const start = startOfLine(from, node)
  const [, own] = /^( *)- *$/.exec(from.slice(start, node.range?.[0])) ?? []
  const [, other] =
    /^( *)- *$/.exec(to.slice(startOfLine(to, neighbour), neighbour.range?.[0])) ?? []
  if (own === undefined || other === undefined) return undefined
  const typed = from.slice(start, node.range?.[1]).replaceAll('\r\n', '\n').trimEnd()
  const lines = typed.split('\n').map((line) => line && other + line.slice(own.length))
  return `${lines.join('\n')}\n`
}

function startOfLine(file: string, { range }: Node): number {
  return file.lastIndexOf('\n', (range?.[0] ?? 0) - 1) + 1
}

/** Behind the last line of an item. */
function endOfLines(file: string, { range }: Node): number {
  const start = range?.[0] ?? 0
  const end = start + file.slice(start, range?.[1]).trimEnd().length
  const next = file.indexOf('\n', end)
  return next < 0 ? file.length : next + 1
}
