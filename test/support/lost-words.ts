/** Read pages by each dialect, and find words that are neither shown nor reported. */
import type { Root } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { docfxProcessor } from '#plugins/docfx/index.ts'
import { directiveNames, guideProcessor } from '#plugins/guide/index.ts'
import { reportSyntax } from '#plugins/guide/syntax.ts'
import type { Dialect, MarkedPage } from './marked-pages.ts'
import { guideOptions } from './guide-options.ts'

const titles = { titleOf: (kind: string) => kind }

const docfx = docfxProcessor({
  ...titles,
  sourceHeadings: async () => undefined,
  resolveLink: (url) => ({ target: { href: url } }),
  resolveImage: (url) => ({ src: url }),
  pathOf: () => 'page.md',
  readInclude: async () => undefined,
})

const guide = guideProcessor(guideOptions)()
  .use(withoutComponents)
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze()
const html = unified().use(rehypeParse, { fragment: true }).freeze()

export interface ReadPage {
  /** What readers see or hear: text, texts of pictures, titles. */
  shown: string
  file: VFile
}

export async function readMarked(
  { text }: Pick<MarkedPage, 'text'>,
  dialect: Dialect,
): Promise<ReadPage> {
  const file = new VFile({ path: dialect === 'guide' ? 'page.mdx' : 'page.md', value: text })
  if (
    dialect === 'guide' &&
    reportSyntax(new VFile(text), (typed) => guide.parse(typed), directiveNames)
  ) {
    reportSyntax(file, (typed) => guide.parse(typed), directiveNames)
    return { shown: '', file }
  }
  await (dialect === 'guide' ? guide : docfx).process(file)
  return { shown: `${file.data.title?.text ?? ''} ${shownIn(html.parse(String(file)))}`, file }
}

/** Rules that say that words are not shown; any other may stand on their line by chance. */
const rulesOfLoss: ReadonlySet<string> = new Set([
  'anchor-id',
  'component-content',
  'definition-words',
  'directive-label',
  'footnote-repeated',
  'footnote-unused',
  'html-comment-unclosed',
  'html-declaration',
  'html-not-shown',
  'html-removed',
  'jsx-unsafe',
  'title-markup',
])

/** The words of a page that nobody sees and nobody is told of. */
export function lostWords({ words }: MarkedPage, { shown, file }: ReadPage): string[] {
  const reported = new Set(
    file.messages.filter(({ ruleId }) => rulesOfLoss.has(ruleId ?? '')).flatMap(linesOf),
  )
  return [...words]
    .filter(([word, line]) => !shown.includes(word) && !reported.has(line))
    .map(([word]) => word)
}

/** Components draw what they know, and nothing that stands between their tags. */
function withoutComponents() {
  return (tree: Root): undefined => {
    visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (_node, index, parent) => {
      if (parent && index !== undefined) (parent as Root).children.splice(index, 1)
      return index
    })
  }
}

function shownIn(tree: Root): string {
  const shown: string[] = []
  visit(tree, (node) => {
    if (node.type === 'text') shown.push(node.value)
    if (node.type !== 'element') return
    for (const name of ['alt', 'title', 'ariaLabel']) {
      const value = node.properties[name]
      if (typeof value === 'string') shown.push(` ${value} `)
    }
  })
  return shown.join('')
}

function linesOf({ place }: VFile['messages'][number]): number[] {
  if (!place) return []
  if (!('start' in place)) return [place.line]
  const { start, end } = place
  return Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index)
}
