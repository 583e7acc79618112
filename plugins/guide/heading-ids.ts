/**
 * Read the id that an author gives a heading by hand.
 *
 * Only the source page gives ids: a translation has them from there.
 *
 * @example
 *   ## What you have to bring :anchor{#what-to-bring}
 */
import type { Heading, Parents, Root, Text } from 'mdast'
import type { Transformer } from 'unified'
import { visit } from '../visit.ts'
import type { VFile } from 'vfile'
import type { AnchorOptions } from '../heading-anchors.ts'
import { defineProblems, report } from '../problems.ts'
import type { TextDirective } from './directives.ts'

const example = ':anchor{#what-to-bring}'

const problem = defineProblems('markdown', {
  'anchor-place': () => ({
    severity: 'error',
    reason: `\`:anchor\` is only allowed at the end of a heading, such as \`## What to bring ${example}\`. Move or delete it.`,
  }),
  'anchor-id': (actual: string) => ({
    severity: 'error',
    reason: `This \`:anchor\` has ${actual}. Give it one id of letters, digits and \`-\`, such as \`${example}\`.`,
    note: 'An id is part of addresses for years: name it after the subject of the heading.',
  }),
  'anchor-translated': (id: string, source: string | undefined) => ({
    severity: 'error',
    reason:
      `A translation sets no ids, but this heading has \`${id}\`. Delete it: the heading gets ` +
      (source === undefined ? 'the id of its source page.' : `\`${source}\` from its source page.`),
  }),
})

export default function remarkHeadingIds({
  sourceHeadings,
}: Readonly<AnchorOptions>): Transformer<Root> {
  return async (tree, file) => {
    const results: { mark: TextDirective; heading: Heading | undefined; index: number }[] = []
    let heading: Heading | undefined
    let count = -1
    visit(tree, (node, _index, parent: Parents | undefined) => {
      if (node.type === 'heading') {
        heading = node
        count++
      }
      if (node.type !== 'textDirective' || node.name !== 'anchor' || !parent) return
      results.push({ mark: node, heading: parent === heading ? heading : undefined, index: count })
    })
    if (results.length === 0) return
    const source = await sourceHeadings(file)
    for (const { mark, heading, index } of results) {
      if (!heading) {
        report(file, problem('anchor-place'), mark)
        showAsTyped(mark, file)
        continue
      }
      takeOut(mark, heading)
      const id = idOf(mark)
      if (id === undefined || heading.data?.anchor !== undefined) {
        report(file, problem('anchor-id', id === undefined ? typed(mark) : 'a second id'), mark)
      } else if (source) {
        report(file, problem('anchor-translated', id, source[index]?.id), mark)
      } else {
        heading.data = { ...heading.data, anchor: id }
      }
    }
  }
}

/** What can be read out over the telephone; a number alone would be wrong once headings move. */
function idOf({ attributes, children }: TextDirective): string | undefined {
  const { id = '', ...others } = attributes ?? {}
  const isId = /^(?=.*\p{L})[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u.test(id ?? '')
  return isId && children.length === 0 && Object.keys(others).length === 0 ? id! : undefined
}

function typed({ attributes }: TextDirective): string {
  const { id, ...others } = attributes ?? {}
  if (Object.keys(others).length) return 'more than an id'
  return id ? `\`#${id}\`` : 'no id'
}

function takeOut(mark: TextDirective, heading: Heading): void {
  const children = heading.children.filter((child) => child !== mark)
  // The spaces around it go with it.
  while (children.at(-1)?.type === 'text' && !(children.at(-1) as Text).value.trim()) children.pop()
  const [first, last] = [children.at(0), children.at(-1)]
  if (last?.type === 'text') last.value = last.value.trimEnd()
  if (first?.type === 'text') first.value = first.value.trimStart()
  heading.children = children
}

function showAsTyped(mark: TextDirective, file: VFile): void {
  const { start, end } = mark.position ?? {}
  const value = String(file)
    .replace(/^\uFEFF/, '')
    .slice(start?.offset, end?.offset)
  const text: Text = { type: 'text', value }
  Object.assign(
    mark,
    { attributes: undefined, name: undefined, children: undefined, data: undefined },
    text,
  )
}
