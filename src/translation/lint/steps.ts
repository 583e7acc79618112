/** Numbered lists with more or fewer steps than in the source. */
import type { List, Nodes, Root } from 'mdast'
import { visit } from '#plugins/visit.ts'
import { defineProblems } from '#plugins/problems.ts'
import type { Block } from '../blocks/block.ts'
import { type LintContext, type PageRule, findingAt } from './context.ts'
import type { Finding } from './finding.ts'

const problem = defineProblems('translation', {
  'l10n-steps': (actual: number, expected: number) => ({
    severity: 'warning',
    reason: `List has ${actual} ${actual === 1 ? 'step' : 'steps'}, the source has ${expected}. Make them the same.`,
  }),
})

/** Steps of a guide’s procedure are compared where guides are read, by their ids. */
export const steps: PageRule = (pairs, context) => {
  const [own, others] = [context.trees.target, context.trees.source].map(listsIn)
  const twins = new Map<List, { list: List; target: Block }>()
  for (const { source, target, state } of pairs) {
    if (!source || !target || state === 'stale') continue
    const [result, expected] = [innermost(own, target), innermost(others, source)]
    if (result && expected && !twins.has(result)) twins.set(result, { list: expected, target })
  }
  return [...twins].flatMap(([match, { list, target }]): Finding[] => {
    const [count, expected] = [match.children.length, list.children.length]
    if (count === expected) return []
    return [
      findingAt(
        context,
        problem('l10n-steps', count, expected),
        markerOf(match, context),
        target.hash,
      ),
    ]
  })
}

/** Numbered lists outside of procedures, the innermost first. */
function listsIn(tree: Root): List[] {
  const results: List[] = []
  visit(tree, (node: Nodes) => {
    if (node.type === 'containerDirective' && node.name === 'procedure') return 'skip'
    if (node.type === 'list' && node.ordered) results.unshift(node)
    return undefined
  })
  return results
}

function innermost(lists: readonly List[] | undefined, { start, end }: Block): List | undefined {
  return lists?.find(({ position }) => {
    const [from, to] = [position?.start.offset ?? -1, position?.end.offset ?? -1]
    return from <= start && end <= to
  })
}

/** `1.` of the first step. */
function markerOf({ position }: List, { target }: LintContext): readonly [number, number] {
  const start = position?.start.offset ?? 0
  const [marker = ''] = /^\d+[.)]/.exec(target.text.slice(start, start + 12)) ?? []
  return [start, start + marker.length]
}
