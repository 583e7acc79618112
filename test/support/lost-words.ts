/** Read pages by each dialect, and find words that are neither shown nor reported. */
import type { Root } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { docfxFragmentProcessors, docfxProcessor } from '#plugins/docfx/index.ts'
import { directiveNames, guideProcessor } from '#plugins/guide/index.ts'
import { reportSyntax } from '#plugins/guide/syntax.ts'
import type { Dialect } from './marked-pages/maker.ts'
import type { MarkedPage } from './marked-pages/marked-page.ts'
import { guideOptions } from './guide-options.ts'

const titles = { titleOf: (kind: string) => kind }

const fragments = docfxFragmentProcessors(titles)

const docfxOptions = {
  ...titles,
  sourceHeadings: async () => undefined,
  resolveLink: (url: string) => ({ target: { href: url } }),
  resolveImage: (url: string) => ({ src: url }),
  pathOf: () => 'page.md',
  readCode: async () => undefined,
  findUid: async () => undefined,
}

/** A processor that includes the files of a page, and the paths of those that it has read. */
function docfxOf(includes: MarkedPage['includes']) {
  const included = new Set<string>()
  const processor = docfxProcessor({
    ...docfxOptions,
    async readInclude(path, _, form) {
      const text = includes?.get(path)?.text
      if (text === undefined) return undefined
      included.add(path)
      const file = new VFile({ path, value: text })
      const tree = fragments[form].parse(file)
      await fragments[form].run(tree, file)
      return { path, tree, name: path, length: text.length, messages: file.messages }
    },
  })
  return { processor, included }
}

const guide = guideProcessor(guideOptions)()
  .use(withoutComponents)
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze()
const html = unified().use(rehypeParse, { fragment: true }).freeze()

export interface ReadPage {
  /** What readers see or hear: text, texts of pictures, titles. */
  shown: string
  file: VFile
  /** Paths of the files that the page brings. */
  included?: ReadonlySet<string>
}

export async function readMarked(
  { text, includes }: Pick<MarkedPage, 'text' | 'includes'>,
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
  const { processor, included } = docfxOf(includes)
  await (dialect === 'guide' ? guide : processor).process(file)
  const shown = `${file.data.title?.text ?? ''} ${shownIn(html.parse(String(file)))}`
  return { shown, file, included }
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
  'snippet-missing',
  'title-markup',
  'triple-colon-rest',
])

/** The words of a page, and of files that it brings, that nobody sees and nobody is told of. */
export function lostWords(
  { words, includes }: Omit<MarkedPage, 'text'>,
  { shown, file, included }: ReadPage,
): string[] {
  const messages = new Set(
    file.messages
      .filter(({ ruleId }) => rulesOfLoss.has(ruleId ?? ''))
      .flatMap((message) => linesOf(message).map((line) => `${message.file ?? ''}:${line}`)),
  )
  const lost = (all: MarkedPage['words'], name: string) =>
    [...all].filter(([word, line]) => !shown.includes(word) && !messages.has(`${name}:${line}`))
  const inIncludes = [...(includes ?? [])].flatMap(([path, part]) =>
    included?.has(path) ? lost(part.words, path) : [],
  )
  return [...lost(words, file.path ?? ''), ...inIncludes].map(([word]) => word)
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
