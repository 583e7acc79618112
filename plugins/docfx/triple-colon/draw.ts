/** Draw every form of `:::` as its row of the table says, and report what is not as its author meant it. */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { replaceItems } from '../../large-arrays.ts'
import { defineProblems, report } from '../../problems.ts'
import { visit } from '../../visit.ts'
import { formOf } from './forms.ts'
import type { TripleColonFlow, TripleColonText } from './syntax.ts'

const problem = defineProblems('docfx', {
  'triple-colon-unclosed': (name: string) => ({
    severity: 'warning',
    reason: `\`:::${name}\` has no \`:::${name}-end\`, so it holds all that follows. Write it where the ${name} ends.`,
  }),
  'triple-colon-rest': (name: string, rest: string) => ({
    severity: 'warning',
    reason: `\`${rest}\` behind \`:::${name}\` is not shown. Put it on a line of its own.`,
  }),
})

/** Comes after what reads a page by the places of its text. */
export default function remarkDrawTripleColon() {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, (node, index, parent) => {
      if (node.type !== 'tripleColonFlow' && node.type !== 'tripleColonText') return
      if (node.type === 'tripleColonFlow') reportShape(node, file)
      const drawn = drawForm(node)
      if (!drawn || !parent || index === undefined) return
      replaceItems(parent.children, index, 1, drawn as never[])
      return index + drawn.length
    })
  }
}

function drawForm(node: TripleColonFlow | TripleColonText) {
  return formOf(node.name)?.draw(node)
}

function reportShape(node: TripleColonFlow, file: VFile): void {
  const { position, typed, name, isUnclosed, rests = [] } = node
  if (isUnclosed) {
    const start = position?.start
    const end = start && { line: start.line, column: start.column + typed.length }
    const place = { ...node, ...(start && end && { position: { start, end } }) }
    report(file, problem('triple-colon-unclosed', name), place)
  }
  for (const rest of rests) {
    const place = { ...node, position: rest.position }
    report(file, problem('triple-colon-rest', name, rest.typed), place)
  }
}
