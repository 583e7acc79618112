/** How deep the nodes of a Markdown tree lie, and the HTML elements that were typed in it. */
import type { Html, Nodes, Root } from 'mdast'
import type { Point } from 'unist'
import type { VFileMessage } from 'vfile-message'
import { limitProblem, limits } from './problems.ts'

/** Elements whose end tags HTML lets authors leave out, and those that have none. */
const closeThemselves = new Set(
  'a area base br col colgroup dd dt embed hr img input li link meta option p param rp rt source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
)

/** HTML's "formatting elements" but `a`, which ends the one before it. */
const formatting = new Set('b big code em font i nobr s small strike strong tt u'.split(' '))

/**
 * The first node that is too deep, or the first HTML tag that opens one element too many; undefined
 * for a tree that is all right.
 *
 * Walks without recursion: it runs before all plugins that have some.
 */
export function depthProblem(tree: Root, path: string): VFileMessage | undefined {
  const tags = new OpenTags()
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next
    if (depth > limits.depth) {
      return limitProblem(originOf(node, path), 'nesting-depth', node.position, kindOf(node))
    }
    if (node.type === 'html') {
      const finding = tags.read(node, originOf(node, path))
      if (finding) return finding
    }
    if (!('children' in node)) continue
    for (const child of node.children.toReversed()) open.push({ node: child, depth: depth + 1 })
  }
  return undefined
}

/** What came in by an include is repaired in the included file. */
function originOf({ data }: Nodes, path: string): string {
  return data?.origin ?? path
}

function kindOf({ type }: Nodes): string {
  if (/^mdxJsx/.test(type)) return 'JSX elements'
  if (/Directive$/.test(type)) return 'directives'
  return 'quotes, lists and markup'
}

/** The elements that typed HTML has opened up to some place of a page. */
class OpenTags {
  readonly #names: string[] = []
  readonly #counts = new Map<string, number>()
  readonly #formatting = new Map<string, string[]>()

  /** Count the tags of an HTML node, in the order of the page. */
  read(node: Html, path: string): VFileMessage | undefined {
    for (const { index, 0: tag, 1: slash, 2: typed = '' } of tagsIn(node.value)) {
      const name = typed.toLowerCase()
      if (closeThemselves.has(name) || !tag.endsWith('>')) continue
      if (slash) this.#close(name)
      else if (!tag.endsWith('/>')) this.#open(name, tag)
      else continue
      if (this.#names.length > limits.depth) {
        return limitProblem(path, 'nesting-depth', placeIn(node, index), 'HTML elements')
      }
      if (this.#formatting.size > limits.openFormatting) {
        return limitProblem(path, 'html-unclosed', placeIn(node, index), tag.slice(0, 40))
      }
    }
    return undefined
  }

  #open(name: string, tag: string): void {
    this.#names.push(name)
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
    if (formatting.has(name))
      this.#formatting.set(tag, [...(this.#formatting.get(tag) ?? []), name])
  }

  #close(name: string): void {
    const count = this.#counts.get(name) ?? 0
    if (count === 0) return
    this.#counts.set(name, count - 1)
    this.#names.splice(this.#names.lastIndexOf(name), 1)
    const last = [...this.#formatting].findLast(([, names]) => names.includes(name))
    if (!last) return
    const [tag, names] = last
    if (names.length > 1) this.#formatting.set(tag, names.slice(1))
    else this.#formatting.delete(tag)
  }
}

/** Tags outside comments; an attribute's value may hold a `>`. One without an end reaches to that of the HTML. */
function tagsIn(html: string) {
  const text = html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => ' '.repeat(comment.length))
  return text.matchAll(/<(\/?)([a-z][^\s/>]*)(?:[^>"']|"[^"]*(?:"|$)|'[^']*(?:'|$))*(?:>|$)/gi)
}

function placeIn({ value, position }: Html, index: number): Point | undefined {
  if (!position) return undefined
  const lines = value.slice(0, index).split('\n')
  const column = (lines.at(-1)?.length ?? 0) + 1
  const { line, column: first } = position.start
  return lines.length === 1
    ? { line, column: first + column - 1 }
    : { line: line + lines.length - 1, column }
}
