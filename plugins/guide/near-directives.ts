/**
 * Report lines that were meant as a directive and that remark-directive leaves as text: a space after the
 * colons (`::: warning`, as VitePress and docfx write it), words behind the name (`:::warning Mind this`),
 * a closing fence that closes nothing.
 */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../problems.ts'
import { type TypedText, sourceOf, typedTexts } from '../typed-text.ts'
import type { DirectiveOptions } from './directives.ts'
import { directiveWithText, nearNames, unknownDirective } from './directive-names.ts'

const problem = defineProblems('procedures', {
  'directive-fence': (fence: string) => ({
    severity: 'warning',
    reason: `Closing fence \`${fence}\` closes no container, so it is shown as typed. Delete it, or open the container above with as many colons.`,
  }),
})

const line = /^[ \t]*(:{2,})([ \t]*)(?:(\p{L}[\p{L}\p{N}_-]*)|(?=[[{.#])|$)(.*)$/gmu

/** Comes before what is not known is given back as text: that has been reported then. */
export default function remarkNearDirectives({ names }: Readonly<DirectiveOptions>) {
  return (tree: Root, file: VFile): undefined => {
    let open = 0
    for (const typed of typedTexts(tree, sourceOf(file), /::/)) checkLines(typed)

    function checkLines({ block, text, pointAt }: TypedText): void {
      for (const match of text.matchAll(line)) {
        const [whole, colons = '', space = '', name = '', rest = ''] = match
        const index = match.index + whole.indexOf(':')
        const typed = colons + space + name
        const place = { start: pointAt(index), end: pointAt(index + typed.trimEnd().length) }
        const isFence = !name && !rest.trim()
        if (isFence && colons.length < 3) continue
        if (isFence && open === 0) report(file, problem('directive-fence', colons), place)
        else if (isFence) open--
        else if (isMeant(colons, space, name)) {
          open += colons.length > 2 && block.type === 'paragraph' ? 1 : 0
          const isKnown = names.has(typed)
          report(file, isKnown ? directiveWithText(typed) : unknownDirective(typed, names), place)
        }
      }
    }

    /** `::std` and the like are words of programs. */
    function isMeant(colons: string, space: string, name: string): boolean {
      return (
        colons.length > 2 ||
        (space !== '' && name !== '') ||
        nearNames(colons + name, names).length > 0
      )
    }
  }
}
