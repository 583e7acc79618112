/** Texts of a hub: they may contain Markdown, and cards show plain text. */
import type { Nodes, Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFileMessage } from 'vfile-message'
import remarkLimits from '#plugins/limits/remark-limits.ts'
import type { CardLink } from '../page.ts'

const markdown = unified().use(remarkParse).use(remarkLimits).freeze()

/** The text on one line; no-break spaces are kept. */
const folded = (words: string) => words.replace(/[ \t\r\n]+/g, ' ')

/** A text without markup, on one line. */
export function plainText(text: string): string {
  return folded(wordsOf(parse(text))).trim()
}

/** A text split into its links and the text between them; `resolve` maps their addresses to those of the site. */
export function runsOf(text: string, resolve: (url: string) => string | undefined): CardLink[] {
  const runs: CardLink[] = []
  collect(parse(text))
  return runs.filter((run) => run.href !== undefined || run.text.trim())

  function collect(node: Nodes) {
    if (node.type === 'link') {
      const href = resolve(node.url)
      runs.push({ text: wordsOf(node).trim() || node.url, ...(href !== undefined && { href }) })
    } else if ('children' in node) {
      for (const child of node.children) collect(child)
    } else {
      runs.push({ text: folded(wordsOf(node)) })
    }
  }
}

/** A text beyond the limits of the parser is shown as typed. */
function parse(text: string): Root {
  try {
    return markdown.runSync(markdown.parse(text)) as Root
  } catch (error) {
    if (!(error instanceof VFileMessage)) throw error
    return {
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
    }
  }
}

function wordsOf(node: Nodes): string {
  if (node.type === 'break') return ' '
  if (node.type === 'image') return node.alt ?? ''
  // HTML is kept as typed: `<your-domain>` looks like HTML and is text.
  if ('value' in node) return node.value
  if (!('children' in node)) return ''
  const text = node.children.map(wordsOf).join('')
  return node.type === 'paragraph' || node.type === 'heading' ? `${text} ` : text
}
