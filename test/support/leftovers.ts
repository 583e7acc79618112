/** Syntax of docfx, comments and metadata that readers of a page would see in its text. */
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

/** What is left of each kind of syntax where it is not read. Arrows (`-->`) are words. */
const syntax =
  /\[!\s*[a-z-]*|:{3,} *[a-z-]*|#tab\/|xref:|<xref|<!--|^(?:ms\.\w+|uid|author|monikerRange): /gim
/** Addresses of mail are words, too: each name of a `uid` begins with a capital. */
const uid = /(?<![\w.`])@[A-Z]\w*\.[A-Z]\w*/g

const html = unified().use(rehypeParse, { fragment: true }).freeze()

/** The text that readers see in HTML, without code. */
export function textOf(page: string): string {
  const texts: string[] = []
  visit(html.parse(page), (node) => {
    if (node.type === 'element' && /^(?:code|pre|kbd|samp|script|style|math)$/.test(node.tagName))
      return 'skip'
    if (node.type === 'text') texts.push(node.value)
    return undefined
  })
  return texts.join('')
}

/** Syntax in the text of a page, each piece with some words around it. */
export function leftoversIn(text: string): string[] {
  return [...text.matchAll(syntax), ...text.matchAll(uid)].map(({ 0: piece, index }) =>
    text.slice(index, index + Math.max(piece.length, 60)).replaceAll('\n', ' '),
  )
}
