/**
 * Report docfx syntax that Passerelle does not support yet, and show it as text.
 *
 * Only addresses that would lead nowhere are removed: `[Windows](#tab/windows)` in a sentence keeps its text. The
 * syntax is listed in https://learn.microsoft.com/contribute/content/markdown-reference.
 */
import type { Html, Image, ImageReference, Nodes, Parents, Root, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Point } from 'unist'
import { visit } from '../visit.ts'
import type { VFile } from 'vfile'
import { replaceItems } from '../large-arrays.ts'
import { defineProblems, report } from '../problems.ts'

const problem = defineProblems('docfx', {
  'docfx-as-typed': (actual: string, isAlert = false) => ({
    severity: 'warning',
    reason: isAlert
      ? `\`${actual}\` begins no alert here and is shown as typed. Write \`> ${actual}\` on a line of its own, its text on lines below that begin with \`>\`.`
      : `\`${actual}\` is not supported and is shown as typed. Replace it with plain Markdown.`,
  }),
  'div-marker': () => ({
    severity: 'warning',
    reason:
      '`[!div` begins no box here and is shown as typed. Write `> [!div class="…"]` on a line of its own, its text on lines below that begin with `>`.',
  }),
  'docfx-words-only': (actual: string) => ({
    severity: 'warning',
    reason: `The address \`${actual}\` is not supported, so only its text is shown. Link to a page or a web address.`,
  }),
})

/** Forms, which `triple-colon/` reads. In raw HTML none is read, nor in the text of an image. */
const inHtml =
  /(?<!:)(:::+ *(?:image|row|column|zone|moniker|code|no-loc|video|form)(?!-end)[a-z-]*)/gi
/** How the others open; the first group is what the report names. */
const inBrackets =
  /(\[!(?:include|video|div|code[\w-]*|uicontrol|dnl|badge|tab|begintabs|endtabs))\b/gi

/** What all of these begin with; most texts have neither. */
const mayHold = /:::|\[!/

/** Of an alert whose quote is missing. */
const alertMarker = /^\[!(?:note|tip|important|warning|caution)\]/i
const anyBracket = /\[!/g

export default function remarkUnsupported() {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'link', (node, index, parent) => {
      if (!parent || index === undefined) return
      const before = parent.children[index - 1]
      if (before?.type === 'text' && /\[!code[\w-]*\s*$/i.test(before.value)) {
        // A snippet's file is not a page: its address is part of the text that is shown as typed.
        parent.children[index] = { type: 'text', value: `[${toString(node)}](${node.url})` }
        return
      }
      if (!/^#tab\//i.test(node.url)) return
      report(file, problem('docfx-words-only', node.url), node)
      replaceItems(parent.children, index, 1, node.children)
      return index
    })
    const inQuote = new Set<Nodes>()
    visit(tree, (node, index, parent) => {
      if (node.type === 'blockquote') {
        for (const child of node.children) inQuote.add(child)
      } else if (node.type === 'text') {
        if (!mayHold.test(node.value)) return undefined
        if (isReported(parent) || isInCode(parent, index)) return undefined
        reportIn(node.position ? node : { ...node, ...placeInside(parent, index) }, node.value)
        if (index === 0 && parent?.type === 'paragraph' && !inQuote.has(parent))
          reportAlert(file, node)
      } else if (node.type === 'html') {
        reportIn(node, withoutTags(node.value))
      } else if (node.type === 'image' || node.type === 'imageReference') {
        reportIn(node, node.alt ?? '')
      }
      return undefined
    })

    function reportIn(node: Text | Html | Image | ImageReference, text: string): void {
      if (!mayHold.test(text)) return
      for (const construct of node.type === 'text' ? [inBrackets] : [inHtml, inBrackets]) {
        for (const [position, match] of [...text.matchAll(construct)].entries()) {
          const [, result = ''] = match
          if (node.type === 'text' && isEscaped(file, node, position, construct)) continue
          if (/^:+ /.test(result) && !beginsLine(text, match.index)) continue
          const start = pointIn(node, text.slice(0, match.index))
          const end = start && { line: start.line, column: start.column + result.length }
          const place = { ...node, ...(start && end && { position: { start, end } }) }
          const isBox = result.toLowerCase() === '[!div'
          report(file, isBox ? problem('div-marker') : problem('docfx-as-typed', result), place)
        }
      }
    }
  }
}

/** Its author wants it shown: a backslash precedes it. Included text has its source elsewhere. */
function isEscaped(
  file: VFile,
  { position, data }: Text,
  count: number,
  construct: RegExp,
): boolean {
  if (!position || data?.origin) return false
  const text = String(file).replace(/^\uFEFF/, '')
  const typed = text.slice(position.start.offset, position.end.offset)
  const match = [...typed.matchAll(construct)][count]
  return match !== undefined && /(?<!\\)(?:\\\\)*\\$/.test(typed.slice(0, match.index))
}

function reportAlert(file: VFile, node: Text): void {
  const [typed] = alertMarker.exec(node.value) ?? []
  if (typed === undefined || isEscaped(file, node, 0, anyBracket)) return
  const { line, column } = node.position?.start ?? { line: 1, column: 1 }
  const end = { line, column: column + typed.length }
  const place = { ...node, position: { start: { line, column }, end } }
  report(file, problem('docfx-as-typed', typed, true), place)
}

/** Of a text that has no place of its own, because an address was found in it: the line where it begins. */
function placeInside(parent: Parents | undefined, index = 0): Pick<Text, 'position' | 'data'> {
  if (!parent?.position) return {}
  const before = parent.children.slice(0, index).map((child) => toString(child))
  const start = pointIn({ ...parent, position: parent.position }, before.join(''))
  return {
    ...(start && { position: { start, end: start } }),
    ...(parent.data?.origin && { data: { origin: parent.data.origin } }),
  }
}

/** An include in this text has been reported already. */
function isReported(parent: Parents | undefined): boolean {
  return Boolean(
    parent?.children.some((child) => child.type === 'text' && child.data?.reported === true),
  )
}

/** Between `<code>` and `</code>`, which Markdown reads as two tags with words between them. */
function isInCode(parent: Parents | undefined, index = 0): boolean {
  let depth = 0
  for (const child of parent?.children.slice(0, index) ?? []) {
    if (child.type !== 'html') continue
    if (/^<(?:code|kbd|pre|samp)\b/i.test(child.value)) depth++
    else if (/^<\/(?:code|kbd|pre|samp)\b/i.test(child.value)) depth--
  }
  return depth > 0
}

/** Between `:::` and a name, docfx allows spaces only here. */
function beginsLine(text: string, index: number): boolean {
  const start = 1 + Math.max(text.lastIndexOf('\n', index), text.lastIndexOf('\r', index))
  return /^[ \t]*$/.test(text.slice(start, index))
}

const commentOrCode =
  /<!--[\s\S]*?(?:-->|$)|<(code|kbd|pre|samp|script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi
const commentCodeOrTag = new RegExp(`${commentOrCode.source}|<[^>]*(?:>|$)`, 'gi')

/** HTML with comments, code and tags blanked out, each character in its place; a `<` without a `>` stays. */
function withoutTags(html: string): string {
  return html.replace(commentCodeOrTag, (markup, code?: string) =>
    code || markup.endsWith('>') || markup.startsWith('<!--')
      ? blank(markup)
      : markup.replace(commentOrCode, blank),
  )
}

function blank(markup: string): string {
  return markup.replace(/[^\r\n]/g, ' ')
}

/** The point behind `before`, the beginning of a node's words; a text of an image has only its image's. */
function pointIn({ type, position }: Nodes, before: string): Point | undefined {
  if (!position) return undefined
  const { line, column } = position.start
  if (type === 'image' || type === 'imageReference') return { line, column }
  const lines = before.split(/\r\n?|\n/)
  const length = lines.at(-1)?.length ?? 0
  return lines.length === 1
    ? { line, column: column + length }
    : { line: line + lines.length - 1, column: length + 1 }
}
