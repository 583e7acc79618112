/**
 * Show as typed what looks like HTML and is none, and report words that HTML would hide.
 *
 * A tag that HTML does not have, such as `<your-domain>`, was meant as words; so was one that never ends.
 * A comment without an end hides the rest of the page; `<?…?>`, `<!…>` and CDATA are not text to a browser.
 */
import type { Html, Parents, Root, Text } from 'mdast'
import type { Point } from 'unist'
import { visit } from '../visit.ts'
import type { VFile } from 'vfile'
import { htmlElements } from '../html-elements.ts'
import { defineProblems, report } from '../problems.ts'
import { allowed } from './html.ts'

const problem = defineProblems('html', {
  'html-placeholder': (actual: string) => ({
    severity: 'warning',
    reason: `\`${actual}\` is not an HTML element and is shown as typed`,
    note: 'Write a placeholder as code: `<your-domain>`.',
  }),
  'html-tag-unclosed': (actual: string) => ({
    severity: 'warning',
    reason: `Tag \`${actual}\` has no \`>\`, so it is shown as typed. Write \`>\` after its name, or \`\\<\` if it is text.`,
  }),
  'html-comment-unclosed': () => ({
    severity: 'warning',
    reason: 'Comment has no end, so nothing after it is shown. Write `-->` where it ends.',
  }),
  'html-declaration': (actual: string) => ({
    severity: 'warning',
    reason: `\`${actual}\` is not text to a browser and is not shown. Write \`\\<\` if it is text, or delete it.`,
  }),
})

const comment = /<!--(?:>|->|[\s\S]*?-->)/g
const declaration = /<(?:\?[\s\S]*?(?:\?>|$)|!\[CDATA\[[\s\S]*?(?:\]\]>|$)|![a-z][^>]*(?:>|$))/gi
const wholeTag = /<(\/?)([a-z][^\s/>]*)(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi
const openTag = /<\/?([a-z][^\s/>]*)/i

export default function remarkPlaceholders() {
  return (tree: Root, file: VFile): undefined => {
    const opened = new Set<string>()
    /** A drawing or formula is open, which has elements of its own. */
    let foreign = 0
    visit(tree, 'html', (node, index, parent) => {
      if (!parent || index === undefined) return
      const value = node.value.replace(comment, blank)
      const unclosed = value.indexOf('<!--')
      if (unclosed >= 0) reportAt(file, node, value, unclosed, problem('html-comment-unclosed'))
      reportDeclarations(node, value, file)
      const markup = value.replace(/<!--[\s\S]*$/, blank).replace(declaration, blank)
      const unknown = reportUnknown(node, markup)
      const isUnclosed = unknown.length === 0 && reportUnclosed(node, markup)
      if (unknown.length === 0 && !isUnclosed) return
      const hasElements = [...markup.matchAll(wholeTag)].length > unknown.length
      if (hasElements && !isUnclosed) node.value = withText(node.value, unknown)
      else showAsTyped(parent, index)
    })

    /**
     * Where the tags are that HTML does not have. Each name is reported once, at the tag that opens it; one that
     * only closes is, too.
     */
    function reportUnknown(node: Html, value: string): number[] {
      const names = new Set<string>()
      const unknown: number[] = []
      for (const { 1: slash, 2: name = '', index } of value.matchAll(wholeTag)) {
        if (/^(?:svg|math)$/i.test(name)) foreign = Math.max(0, foreign + (slash ? -1 : 1))
        if (foreign > 0 || isHtml(name)) continue
        unknown.push(index)
        if (names.has(name) || (slash && opened.has(name))) continue
        names.add(name)
        opened.add(name)
        reportAt(file, node, value, index, problem('html-placeholder', `<${name}>`))
      }
      return unknown
    }

    function reportUnclosed(node: Html, value: string): boolean {
      const rest = value.replace(wholeTag, blank)
      const match = openTag.exec(rest)
      if (!match) return false
      reportAt(file, node, value, match.index, problem('html-tag-unclosed', match[0]))
      return true
    }
  }
}

function reportDeclarations(node: Html, value: string, file: VFile): void {
  for (const { 0: result, index } of value.matchAll(declaration)) {
    // The first line of a page of HTML is not for readers.
    if (/^<!doctype html\s*>$/i.test(result)) continue
    const typed = /^\S{1,20}/.exec(result)?.[0] ?? result
    reportAt(file, node, value, index, problem('html-declaration', typed))
  }
}

function reportAt(
  file: VFile,
  node: Html,
  value: string,
  index: number,
  finding: Parameters<typeof report>[1],
): void {
  const start = pointIn(node, value.slice(0, index))
  const end = node.position?.end
  report(file, finding, { ...node, ...(start && end && { position: { start, end } }) })
}

/** HTML in which some tags are text. */
function withText(html: string, tags: readonly number[]): string {
  const isText = new Set(tags)
  return Array.from(html.split(''), (sign, index) => (isText.has(index) ? '&lt;' : sign)).join('')
}

/** Its comments stay hidden. */
function showAsTyped(parent: Parents, index: number): void {
  const node = parent.children[index]
  if (node?.type !== 'html') return
  const place = {
    ...(node.data && { data: node.data }),
    ...(node.position && { position: node.position }),
  }
  const value = node.value.replace(comment, '')
  const textNode: Text = { type: 'text', value, ...place }
  const isBlock =
    parent.type === 'root' ||
    parent.type === 'blockquote' ||
    parent.type === 'listItem' ||
    parent.type === 'footnoteDefinition'
  parent.children[index] = isBlock
    ? { type: 'paragraph', children: [textNode], ...place }
    : textNode
}

function isHtml(name: string): boolean {
  // `xref/remark-xref.ts` reads it, in included files later.
  if (name.toLowerCase() === 'xref') return true
  return allowed.has(name.toLowerCase()) || htmlElements.has(name.toLowerCase())
}

function pointIn({ position }: Html, before: string): Point | undefined {
  if (!position) return undefined
  const { line, column } = position.start
  const lines = before.split(/\r\n?|\n/)
  const length = lines.at(-1)?.length ?? 0
  return lines.length === 1
    ? { line, column: column + length }
    : { line: line + lines.length - 1, column: length + 1 }
}

/** Spaces in its place, so that what follows keeps its own. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}
