/** Draw every form of `:::` as its row of the table says, and report what is not as its author meant it. */
import GithubSlugger from 'github-slugger'
import type { Parents, Root } from 'mdast'
import type { VFile } from 'vfile'
import { replaceItems } from '../../large-arrays.ts'
import { defineProblems, report } from '../../problems.ts'
import { visit } from '../../visit.ts'
import type { DrawContext, FormWords } from './form.ts'
import { formOf } from './forms.ts'
import { labelVariants } from './label-variants.ts'
import type { TripleColonFlow, TripleColonText } from './nodes.ts'

const problem = defineProblems('docfx', {
  'triple-colon-unclosed': (name: string) => ({
    severity: 'warning',
    reason: `\`:::${name}\` has no \`:::${name}-end\`, so it holds all that follows. Write it where the ${name} ends.`,
  }),
  'triple-colon-open': (name: string) => ({
    severity: 'warning',
    reason: `\`:::${name}\` has no \`:::\` behind its attributes. Write it there.`,
  }),
  'form-portal': (action: string) => ({
    severity: 'warning',
    reason: `Form \`${action}\` works in Microsoft’s portal only: the words of its button are shown. Delete it, or write a link.`,
  }),
  'image-description': (name: string) => ({
    severity: 'warning',
    reason: `\`:::${name}\` is complex and has no description. Write it on the lines before \`:::${name}-end:::\`, or \`type="content"\`.`,
  }),
  'triple-colon-rest': (name: string, rest: string) => ({
    severity: 'warning',
    reason: `\`${rest}\` behind \`:::${name}\` is not shown. Put it on a line of its own.`,
  }),
})

declare module 'vfile' {
  interface DataMap {
    /** The page has forms of `:::`. */
    hasForms: true
  }
}

export interface TripleColonOptions {
  /** Words of ours on a page, in its language. */
  formWords?: (key: FormWords, file: VFile) => string | undefined
  /** The language of these words, where it is not that of the page. */
  interfaceLanguage?: (file: VFile) => string | undefined
}

/** Comes after what reads a page by the places of its text. */
export default function remarkDrawTripleColon(options: Readonly<TripleColonOptions>) {
  return (tree: Root, file: VFile): undefined => {
    const context = contextOf(file, options)
    visit(tree, (node, index, parent) => {
      if (node.type !== 'tripleColonFlow' && node.type !== 'tripleColonText') return
      file.data.hasForms = true
      reportShape(node, file)
      const drawn = formOf(node.name)?.draw(node, context)
      if (!drawn || !parent || index === undefined) return
      const nodes = standsAlone(parent, formOf(node.name)?.classAlone)
        ? drawn.flatMap((one) => ('children' in one ? one.children : []))
        : drawn
      replaceItems(parent.children, index, 1, nodes as never[])
      return index + nodes.length
    })
    labelVariants(tree, file, context)
  }
}

function contextOf(file: VFile, options: Readonly<TripleColonOptions>): DrawContext {
  const slugger = new GithubSlugger()
  const lang = options.interfaceLanguage?.(file)
  return {
    words: (key) => ({ text: options.formWords?.(key, file) ?? key, ...(lang && { lang }) }),
    idFor: (id) => slugger.slug(id),
    reportPortalForm: (action, place) => report(file, problem('form-portal', action), place),
    reportNoDescription: (node) =>
      report(file, problem('image-description', node.name), opening(node)),
  }
}

function reportShape(node: TripleColonFlow | TripleColonText, file: VFile): void {
  if (node.isOpen) report(file, problem('triple-colon-open', node.name), opening(node))
  if (node.type === 'tripleColonText') return
  const { name, isUnclosed, rests = [] } = node
  if (isUnclosed) report(file, problem('triple-colon-unclosed', name), opening(node))
  for (const rest of rests) {
    const place = { ...node, position: rest.position }
    report(file, problem('triple-colon-rest', name, rest.typed), place)
  }
}

/** The node as its opening only, for messages. */
function opening<Node extends TripleColonFlow | TripleColonText>(node: Node): Node {
  const start = node.position?.start
  if (!start) return node
  const end = { line: start.line, column: start.column + node.typed.length }
  return { ...node, position: { start, end } }
}

/** Make a block of a paragraph that has nothing but a form in it, which then needs no element of its own. */
function standsAlone(parent: Parents, className: string | undefined): boolean {
  if (className === undefined || parent.type !== 'paragraph' || parent.children.length > 1)
    return false
  parent.data = { ...parent.data, hName: 'div', hProperties: { className: [className] } }
  return true
}
