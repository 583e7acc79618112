/** Report what begins like a form of `:::` and is none: docfx shows it as typed, and so is it here. */
import type { Root } from 'mdast'
import type { VFile } from 'vfile'
import { defineProblems, report } from '../../problems.ts'
import { filler, sourceOf, type TypedText, typedTexts } from '../../typed-text.ts'
import { visit } from '../../visit.ts'
import { isFault, type Place } from './form.ts'
import { formOf, openForm } from './forms.ts'

const problem = defineProblems('docfx', {
  'triple-colon-as-typed': (typed: string, fault: string) => ({
    severity: 'warning',
    reason: `\`${typed}\` is shown as typed. ${fault}`,
  }),
})

const signs = /(?<!:):::+[ \t]*([a-z]+(?:-[a-z]+)*)/gi

/** Looks at a file’s own text, by position: before included files bring places of their own. */
export default function remarkTripleColonFaults() {
  return (tree: Root, file: VFile): undefined => {
    const source = sourceOf(file)
    /** Names of forms that did not open: their ends are not told once more. */
    const failed: string[] = []
    const texts = typedTexts(tree, source, /:::/)
    if (texts.length === 0) return
    const inCode = codeRanges(tree)
    for (const typed of texts) checkBlock(typed)

    function checkBlock({ block, text, pointAt }: TypedText): void {
      for (const match of text.matchAll(signs)) {
        const [sign, name = ''] = match
        const start = pointAt(match.index)
        const { offset = 0 } = start
        if (inCode.some(({ from, to }) => from < offset && offset < to)) continue
        const isFlow = block.type === 'paragraph' && beginsLine(text, match.index)
        const rest = source.slice(offset, block.position?.end.offset)
        const fault = faultOf(rest, name.toLowerCase(), isFlow ? 'flow' : 'text', failed)
        if (fault === undefined) continue
        const end = { ...start, column: start.column + sign.length }
        report(file, problem('triple-colon-as-typed', sign, fault), { start, end })
      }
    }
  }
}

function beginsLine(text: string, index: number): boolean {
  const start = 1 + Math.max(text.lastIndexOf('\n', index), text.lastIndexOf('\r', index))
  return text.slice(start, index).replaceAll(filler, ' ').trim() === ''
}

function faultOf(rest: string, name: string, place: Place, failed: string[]): string | undefined {
  const ended = name.endsWith('-end') ? name.slice(0, -'-end'.length) : undefined
  if (ended !== undefined && formOf(ended)) {
    const index = failed.indexOf(ended)
    if (index >= 0) failed.splice(index, 1)
    else if (place === 'flow') return `No \`:::${ended}\` is open here. Delete it.`
    return undefined
  }
  if (!formOf(name)) return undefined
  const line = /^[^\r\n]*/.exec(rest)?.[0] ?? ''
  const result = openForm(place === 'flow' ? line : rest, place)
  if (place === 'flow' && result) failed.push(name)
  if (result) return isFault(result) ? result.fault : notHere(name)
  const asBlock = place === 'text' ? openForm(line, 'flow') : undefined
  // With a space, it may be words that only look like a form.
  if (asBlock && !(isFault(asBlock) && /^:::+[ \t]/.test(rest)))
    return 'Put it on a line of its own.'
  // A form that is for sentences only may begin a line.
  const inSentence = place === 'flow' ? openForm(rest, 'text') : undefined
  return inSentence && isFault(inSentence) ? inSentence.fault : undefined
}

function notHere(name: string): string {
  return `A ${name} cannot stand in another one, nor in more than ten containers. End the others before it.`
}

/** From `<code>` to `</code>`, which Markdown reads as two tags with words between them. */
function codeRanges(tree: Root): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = []
  const open: number[] = []
  visit(tree, 'html', ({ value, position }) => {
    const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 0]
    if (/^<(?:code|kbd|pre|samp)\b/i.test(value)) open.push(from)
    else if (/^<\/(?:code|kbd|pre|samp)\b/i.test(value)) ranges.push({ from: open.pop() ?? to, to })
  })
  return ranges
}
