/**
 * Refuse a page that is so long, so deep or so full of markup that reading it would take minutes or
 * overflow the stack: a problem at its place instead.
 *
 * Both halves throw a VFileMessage. Comes after all plugins that add syntax and before all that walk
 * the tree.
 */
import type { Root } from 'mdast'
import type { Parser, Processor } from 'unified'
import type { VFile } from 'vfile'
import { depthProblem } from './depth.ts'
import { fencesProblem } from './fences.ts'
import './linear-edits.ts'
import { isBelowLimits } from './below-limits.ts'
import { readingProblem, sizeProblem } from './problems.ts'
import { limitsSyntax } from './syntax.ts'

const colon = ':'.charCodeAt(0)

export default function remarkLimits(this: Processor) {
  const data = this.data()
  const extensions = (data.micromarkExtensions ??= [])
  // docfx’s own forms count their containers themselves.
  const hasDirectives = extensions.flat().some(({ flow }) => Array.isArray(flow?.[colon]))
  const syntax = limitsSyntax()
  const place = extensions.push(syntax) - 1
  const { parser } = this
  if (parser) {
    this.parser = limited((text, file) => {
      // remark-parse reads the list at each page.
      extensions[place] = !hasDirectives && isBelowLimits(text) ? {} : syntax
      return parser(text, file)
    }, hasDirectives)
  }
  return (tree: Root, file: VFile): undefined => {
    const problem = depthProblem(tree, file.path)
    if (problem) throw problem
  }
}

function limited(parse: Parser, hasDirectives: boolean): Parser {
  return (text, file) => {
    const problem =
      sizeProblem(file.path, text) ?? (hasDirectives ? fencesProblem(text, file.path) : undefined)
    if (problem) throw problem
    try {
      return parse(text, file)
    } catch (error) {
      const problem = readingProblem(error, file.path)
      // micromark does not know which file it reads.
      if (problem.source === 'passerelle') problem.file = file.path
      throw problem
    }
  }
}
