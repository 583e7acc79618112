/** Put a range of a block’s words into an element, across the markup that they stand in. */
import type { PhrasingContent } from 'mdast'

/** Offsets in the file. */
interface Place {
  start: number
  end: number
}

/** From and to, counted in characters that are not white space, from the block’s beginning. */
interface Range {
  from: number
  to: number
}

/**
 * The nodes of a block with what each range holds wrapped: one wrapper for a run of whole nodes, one in
 * each piece of markup that a range only begins or ends in. HTML that was typed ends a run: its closing
 * tag may stand outside.
 *
 * @param wrap - Also told whether these are the last words of their range.
 * @param block - Nodes before and after it, such as a step’s mark, do not count.
 */
export function wrapWords(
  nodes: readonly PhrasingContent[],
  block: Place,
  ranges: readonly Range[],
  wrap: (content: PhrasingContent[], isLast: boolean) => PhrasingContent,
): PhrasingContent[] {
  let index = 0
  const inside = (node: PhrasingContent) => {
    const { start, end } = node.position ?? {}
    return (end?.offset ?? 0) > block.start && (start?.offset ?? Infinity) < block.end
  }
  const first = nodes.findIndex(inside)
  const last = nodes.findLastIndex(inside)
  if (first < 0) return [...nodes]
  return [
    ...nodes.slice(0, first),
    ...through(nodes.slice(first, last + 1)),
    ...nodes.slice(last + 1),
  ]

  function through(children: readonly PhrasingContent[]): PhrasingContent[] {
    const result: PhrasingContent[] = []
    let run: PhrasingContent[] = []
    let open: Range | undefined
    let end = 0
    for (const { node, range } of flat(children)) {
      // Breaks, pictures and spaces between two pieces of a range are in it; at its end they are not.
      const isBetween = range === undefined && open && index < open.to && lengthOf(node) === 0
      if (isBetween && node.type !== 'html') {
        run.push(node)
        continue
      }
      if (range !== open) close()
      if (range) {
        run.push(node)
        end = index
      } else result.push(node)
      open = range
    }
    close()
    return result

    function close(): void {
      if (run.length) result.push(wrap(run, end >= (open?.to ?? 0)))
      run = []
    }
  }

  function* flat(nodes: readonly PhrasingContent[]) {
    for (const node of nodes) yield* piecesOf(node)
  }

  /** The node, or its parts; each wholly in one range, or in none. */
  function* piecesOf(node: PhrasingContent): Generator<{ node: PhrasingContent; range?: Range }> {
    const length = lengthOf(node)
    const range = ranges.find(({ from, to }) => from < index + length && index < to)
    if (!range || (range.from <= index && index + length <= range.to)) {
      index += length
      yield range ? { node, range } : { node }
    } else if (node.type === 'text') {
      const { from, to } = range
      const cut =
        index < from ? indexOf(node.value, from - index) : indexAfter(node.value, to - index)
      yield* piecesOf({ ...node, value: node.value.slice(0, cut) })
      yield* piecesOf({ ...node, value: node.value.slice(cut) })
    } else if ('children' in node) {
      yield { node: { ...node, children: through(node.children) } }
    } else {
      index += length
      yield { node }
    }
  }
}

/** Where the character number `count`, from 0, stands among those that are not white space. */
function indexOf(text: string, count: number): number {
  const result = [...text.matchAll(/\S/g)][count]
  return result?.index ?? text.length
}

function indexAfter(text: string, count: number): number {
  return indexOf(text, count - 1) + 1
}

function lengthOf(node: PhrasingContent): number {
  if (node.type === 'text' || node.type === 'inlineCode') return count(node.value)
  if (!('children' in node)) return 0
  return node.children.reduce((sum, child) => sum + lengthOf(child), 0)
}

function count(text: string): number {
  return text.replace(/\s/g, '').length
}
