/** The sections of a page of the manual that explains rules, as the check and the tests read them. */
import type { Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'
import type { Tree } from './tree.ts'

export interface RuleSection {
  id: string
  /** What it begins with in bold, without the full stop: `Error`. */
  severity: string
  /** Where its heading is. */
  line: number
  /** Whether there is code before and after the words about the repair; a repair may be words only. */
  hasExample: boolean
  hasRepair: boolean
  /** The files that it shows first, and those that it shows after these words. */
  broken: Tree
  repair: Tree
}

/** A section has the heading `## `id``, words, code, words, code; code with a title is a file. */
export function ruleSections(page: string): RuleSection[] {
  const { children }: Root = fromMarkdown(page)
  const heads = children.flatMap((node, index) => (isRule(node) ? [index] : []))
  return heads.map((start, order) => sectionOf(children.slice(start, heads[order + 1])))
}

function isRule(node: RootContent): boolean {
  return node.type === 'heading' && node.depth === 2 && node.children[0]?.type === 'inlineCode'
}

function sectionOf([heading, ...content]: readonly RootContent[]): RuleSection {
  const code = content.findIndex(({ type }) => type === 'code')
  const words = content.findIndex(({ type }, index) => index > code && type === 'paragraph')
  const hasExample = code > 0
  const hasRepair = hasExample && words > 0
  const end = hasRepair ? words : content.length
  return {
    id: heading ? toString(heading) : '',
    severity: boldBeginning(content[0]).replace(/\.$/, ''),
    line: heading?.position?.start.line ?? 1,
    hasExample,
    hasRepair,
    broken: filesIn(content.slice(0, end)),
    repair: filesIn(content.slice(end)),
  }
}

function boldBeginning(node: RootContent | undefined): string {
  const first = node?.type === 'paragraph' ? node.children[0] : undefined
  return first?.type === 'strong' ? toString(first) : ''
}

function filesIn(content: readonly RootContent[]): Tree {
  const files = content.flatMap((node) => {
    const path = node.type === 'code' && /(?:^|\s)title="([^"]+)"/.exec(node.meta ?? '')?.[1]
    return node.type === 'code' && path ? [[path, `${node.value}\n`] as const] : []
  })
  return Object.fromEntries(files)
}
