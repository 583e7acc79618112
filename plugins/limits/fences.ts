/** Directive containers inside each other, counted before micromark reads the page. */
import type { VFileMessage } from 'vfile-message'
import { limitProblem, limits } from './problems.ts'

/** Behind the marks of quotes and lists. */
const fence = /^[\s>*+\-\d.)]*(:{3,})(.*)/
/** What follows the colons of an opening; `:::row:::` and `::: zone`, of docfx, are none. */
const name = /^\p{L}[\p{L}\p{N}_-]*[ \t]*(?:[[{].*)?$/u

/**
 * The first container that is too deep, by its fences.
 *
 * micromark-extension-directive reads the content of a container as a document of its own, once more
 * for each level: 1,500 lines of `:::copy` took 20 seconds. Fences in code count like others.
 */
export function fencesProblem(text: string, path: string): VFileMessage | undefined {
  const open: number[] = []
  let line = 0
  for (const typed of text.split(/\r\n?|\n/)) {
    line++
    if (!typed.includes(':::')) continue
    const [, colons = '', rest = ''] = fence.exec(typed) ?? []
    if (!colons) continue
    if (name.test(rest)) open.push(colons.length)
    else if (!rest.trim()) closeOutermost(open, colons.length)
    if (open.length > limits.directives) {
      return limitProblem(path, 'directive-depth', { line, column: typed.indexOf(':::') + 1 })
    }
  }
  return undefined
}

/** A closing fence ends the outermost container that it fits, with all that is in it. */
function closeOutermost(open: number[], colons: number): void {
  const index = open.findIndex((item) => item <= colons)
  if (index >= 0) open.length = index
}
