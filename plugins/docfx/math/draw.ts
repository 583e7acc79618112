/**
 * Draw math as MathML, which browsers show and screen readers read without a script.
 *
 * The TeX stays as `alttext`, for whoever copies the page or makes another form of it. What cannot be read is told, and shown as
 * typed.
 */
import type { Paragraph, PhrasingContent, Root } from 'mdast'
import type { Transformer } from 'unified'
import { defineProblems, report } from '../../problems.ts'
import { visit } from '../../visit.ts'
import type { MathFlow, MathText } from './syntax.ts'

const problem = defineProblems('docfx', {
  'math-tex': (actual: string) => ({
    severity: 'warning',
    reason: `This is no math in TeX: ${actual}. It is shown as typed. Correct it, or write \`\\$\` for a \`$\` that is text.`,
  }),
})

export default function remarkDrawMath(): Transformer<Root> {
  return async (tree, file) => {
    const found = new Set<MathText | MathFlow>()
    visit(tree, (node) => {
      if (node.type === 'mathText' || node.type === 'mathFlow') found.add(node)
    })
    if (found.size === 0) return
    const { default: temml } = await import('temml')
    visit(tree, (node, index, parent) => {
      if ((node.type !== 'mathText' && node.type !== 'mathFlow') || !parent) return
      const position = node.position && { position: node.position }
      const displayMode = node.type === 'mathFlow'
      try {
        const math = temml.renderToString(node.value, { displayMode, throwOnError: true })
        const value = marked(math, node)
        file.data.hasForms = true
        parent.children[index ?? 0] = { type: 'html', value, ...position }
      } catch (error) {
        report(file, problem('math-tex', reasonOf(error)), node)
        parent.children[index ?? 0] = asTyped(node)
      }
    })
  }
}

/** With its TeX, in a box that scrolls where it is a block, and without the styles that pages do not have. */
function marked(math: string, { type, value }: MathText | MathFlow): string {
  const plain = math.replace(/ style="[^"]*"| class="(?!tml-(?:left|right)")[^"]*"/g, '')
  // `$` would mean something in a replacement that is no function.
  const named = plain.replace('<math', () => `<math alttext="${escaped(value)}"`)
  return type === 'mathText' ? named : `<div class="math">${named}</div>`
}

/** What the library says, without the place, which counts from the beginning of the formula. */
function reasonOf(error: unknown): string {
  const { message } = error as Error
  return message
    .replace(/^ParseError:\s*|^\s+/, '')
    .replace(/\s+at (?:position|end of input)[\s\S]*$/, '')
}

function asTyped(node: MathText | MathFlow): PhrasingContent | Paragraph {
  const sign = node.type === 'mathText' ? '$' : '$$'
  const text = {
    type: 'text' as const,
    value: sign + node.value + sign,
    ...(node.position && { position: node.position }),
  }
  return node.type === 'mathText' ? text : { ...text, type: 'paragraph', children: [text] }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
