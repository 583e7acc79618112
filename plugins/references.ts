/**
 * Report references that nothing defines, which CommonMark shows as typed, and words that vanish with a
 * definition.
 *
 * `[words][name]`, `[words][]`, `![text][name]` and `[^name]` are references; `[words]` alone may be
 * prose. A definition that nothing uses is fine unless it has words: of a footnote, or of a sentence that
 * begins like one (`[Note]: careful`).
 */
import type { Definition, FootnoteDefinition, Root } from 'mdast'
import { visit } from './visit.ts'
import type { VFile } from 'vfile'
import { defineProblems, report } from './problems.ts'
import { type TypedText, filler, sourceOf, typedTexts } from './typed-text.ts'

const problem = defineProblems('markdown', {
  'reference-undefined': (typed: string, name: string, kind: string) => ({
    severity: 'warning',
    reason: `Nothing defines \`${typed}\`, so it is shown as typed. Add a line \`[${name}]: address\`, or correct the name of the ${kind}.`,
  }),
  'footnote-undefined': (typed: string) => ({
    severity: 'warning',
    reason: `Footnote \`${typed}\` has no text, so it is shown as typed. Add a line \`${typed}: text\`.`,
  }),
  'footnote-unused': (name: string) => ({
    severity: 'warning',
    reason: `Nothing refers to the footnote \`[^${name}]\`, so its text is not shown. Write \`[^${name}]\` where it belongs, or delete it.`,
  }),
  'footnote-repeated': (name: string, line: number) => ({
    severity: 'warning',
    reason: `Footnote \`[^${name}]\` has a text already, at line ${line}, so this one is not shown. Give it another name.`,
  }),
  'definition-words': (label: string, word: string) => ({
    severity: 'warning',
    reason: `\`[${label}]: ${word}\` defines an address, so it is not shown. Write \`\\[${label}]: ${word}\` if it is text.`,
  }),
})

const reference = /(!?)\[((?:[^[\]]|\[[^[\]]*\])+)\]\[([^[\]]*)\]/g
const footnote = /\[\^([\p{L}\p{N}][^[\]\s^]*)\](?!\()/gu

/** Comes before included files are put in: a name counts in its own file. */
export default function remarkReferences() {
  return (tree: Root, file: VFile): undefined => {
    const source = sourceOf(file)
    for (const typed of typedTexts(tree, source, /\]/)) checkText(typed)
    if (source.includes(']:')) checkDefinitions(tree, file)

    function checkText({ text, pointAt }: TypedText): void {
      for (const match of text.matchAll(reference)) {
        const [whole, picture = '', title = '', name = ''] = match
        const before = text.slice(Math.max(0, match.index - nearby), match.index)
        if (!isReference(title, name, before)) continue
        const start = pointAt(match.index)
        const end = pointAt(match.index + whole.length)
        const typed = source.slice(start.offset, end.offset).replace(/\s+/g, ' ')
        const label = name.trim() || typed.slice(picture.length + 1, -'][]'.length)
        const kind = picture ? 'image' : 'link'
        report(file, problem('reference-undefined', typed, label, kind), { start, end })
      }
      for (const match of text.matchAll(footnote)) {
        if (isCharacterClass(match[1] ?? '')) continue
        const place = { start: pointAt(match.index), end: pointAt(match.index + match[0].length) }
        report(file, problem('footnote-undefined', match[0]), place)
      }
    }
  }
}

/** Characters before a reference that are looked at. */
const nearby = 80

/** Not `list[i][0]`, `[a-z][0-9]` and `[1][2]`, which are indices, patterns and citations. */
function isReference(text: string, name: string, before: string): boolean {
  // Tags before a line of a list, `[Test Failure][zh-TW]`, each a name with capitals.
  const isTag = /^\p{Lu}\S*(?:\s\p{Lu}\S*)+$/u.test(text) && /\p{Lu}/u.test(name)
  if (isTag && !before.trim()) return false
  if (!text.trim() || text.startsWith('!') || text.startsWith('^') || name.startsWith('^')) {
    return false
  }
  if (/[\p{L}\p{N}\])_$]$/u.test(before) || isCharacterClass(text) || isCharacterClass(name)) {
    return false
  }
  const isCode = name === '' && text.includes('[')
  return !isCode && !(/^\d+$/.test(text) && /^\d+$/.test(name)) && !name.includes(filler)
}

function isCharacterClass(text: string): boolean {
  return /^\^?(?:\\?\w-\\?\w|\\\w)+[^\s\p{L}]*$/u.test(text)
}

function checkDefinitions(tree: Root, file: VFile): void {
  const used = new Set<string>()
  const texts = new Map<string, FootnoteDefinition>()
  const definitions: Definition[] = []
  visit(tree, (node) => {
    if (node.type === 'definition') definitions.push(node)
    else if (node.type === 'footnoteDefinition') checkRepeated(node)
    else if ('identifier' in node)
      used.add(`${node.type === 'footnoteReference'} ${node.identifier}`)
  })
  for (const [identifier, node] of texts) {
    if (!used.has(`true ${identifier}`)) {
      report(file, problem('footnote-unused', node.label ?? identifier), node)
    }
  }
  for (const node of definitions) {
    const isWord = /^[\p{L}\p{N}]+$/u.test(node.url) && !used.has(`false ${node.identifier}`)
    if (isWord) report(file, problem('definition-words', node.label ?? '', node.url), node)
  }

  function checkRepeated(node: FootnoteDefinition): void {
    const first = texts.get(node.identifier)
    if (!first) {
      texts.set(node.identifier, node)
      return
    }
    const line = first.position?.start.line ?? 1
    report(file, problem('footnote-repeated', node.label ?? '', line), node)
  }
}
