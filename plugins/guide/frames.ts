/**
 * Draw `:::screen` and `:::copy`.
 *
 * `:::screen` describes a screen of a program by its labels, where a guide has no image of it. `:::copy` holds a table
 * with a button that copies it as a whole.
 *
 * @example
 *   :::screen[Home page of the portal]
 *   - **Domains**
 *   - **Support**
 *   :::
 */
import type { Paragraph, Root } from 'mdast'
import { visit } from '../visit.ts'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'
import type { ContainerDirective } from './directives.ts'

export interface FrameOptions {
  frameText: (key: 'screen.label', file: VFile) => string
}

declare module 'vfile' {
  interface DataMap {
    /** The page has a table with a copy button. */
    copies: true
  }
}

const problem = defineProblems('procedures', {
  'frame-label': (name: string, example: string) => ({
    severity: 'error',
    reason: `\`:::${name}\` has no name. Add one: \`:::${name}[${example}]\`.`,
  }),
  'frame-empty': (name: string, expected: 'text' | 'table') => ({
    severity: 'error',
    reason: `\`:::${name}\` has no ${expected}. Put ${expected === 'table' ? 'a table' : 'text'} in it.`,
  }),
})

export default function remarkFrames({ frameText }: Readonly<FrameOptions>) {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'containerDirective', (node) => {
      if (node.name === 'screen') drawScreen(node, frameText('screen.label', file), file)
      else if (node.name === 'copy') drawCopy(node, file)
      else if (node.name === 'matrix') markLabel(node)
    })
  }
}

function drawScreen(node: ContainerDirective, kindLabel: string, file: VFile): void {
  const label = directiveLabel(node, 'Home page of the portal', file)
  const rest = node.children.filter((child) => child !== label)
  if (rest.length === 0) report(file, problem('frame-empty', 'screen', 'text'), startOf(node))
  node.data = { ...node.data, hName: 'figure', hProperties: { className: ['screen'] } }
  const kind = captionPart('screen__kind', [{ type: 'text', value: kindLabel }])
  const name = captionPart('screen__name', label?.children ?? [])
  node.children = [
    {
      type: 'blockquote',
      data: { hName: 'figcaption' },
      children: label ? [kind, name] : [kind],
    },
    {
      type: 'blockquote',
      data: { hName: 'div', hProperties: { className: ['screen__body'] } },
      children: rest,
    },
  ]
}

function captionPart(className: string, children: Paragraph['children']): Paragraph {
  return {
    type: 'paragraph',
    data: { hName: 'span', hProperties: { className: [className] } },
    children,
  }
}

function drawCopy(node: ContainerDirective, file: VFile): void {
  const label = directiveLabel(node, 'Questions and answers', file)
  if (label) label.data = { hProperties: { className: ['copyable__name'] } }
  if (!node.children.some(({ type }) => type === 'table')) {
    report(file, problem('frame-empty', 'copy', 'table'), startOf(node))
  }
  file.data.copies = true
  node.data = {
    ...node.data,
    hName: 'div',
    hProperties: { className: ['copyable'], dataCopy: '' },
  }
}

/** Marks the label for `matrix-table.ts`, which sees HTML only. */
function markLabel(node: ContainerDirective): void {
  const label = node.children.find(isLabel)
  if (label) label.data = { ...label.data, hProperties: { dataLabel: 'title' } }
}

/** The label of a container, the text between `[` and `]`. A missing one is reported, with `example` as advice. */
export function directiveLabel(
  node: ContainerDirective,
  example: string,
  file: VFile,
): Paragraph | undefined {
  const label = node.children.find(isLabel)
  if (!label) report(file, problem('frame-label', node.name, example), startOf(node))
  return label
}

function isLabel(node: ContainerDirective['children'][number]): node is Paragraph {
  return node.type === 'paragraph' && node.data?.directiveLabel === true
}

function startOf({ position }: ContainerDirective) {
  return position?.start
}
