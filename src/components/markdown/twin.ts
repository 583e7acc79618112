/**
 * A page as Markdown, for programs that read pages, and for people who copy one.
 *
 * It is made of the same content as the HTML: ids, steps and links are the same, and it says what is not translated.
 */
import type { Element } from 'hast'
import { type Handle, defaultHandlers } from 'hast-util-to-mdast'
import type { Html, Root, RootContent } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify, { type Options } from 'remark-stringify'
import { unified } from 'unified'
import { stringify } from 'yaml'
import { type ContentPart, withoutOwnComponents } from '#plugins/content.ts'
import type { DocsetContents, MachinePart, Page } from '#src/docsets/page.ts'
import { localeOf } from '#src/i18n/locales.ts'
import { absolute } from '#src/i18n/paths.ts'
import { translator } from '#src/i18n/text.ts'
import type { Site } from '#src/site.ts'
import { cardsMarkdown } from './cards.ts'
import { heading, html, paragraphOf, text } from './nodes.ts'
import { prepared, rawElement } from './prepare.ts'
import { diagramList, matrixTable } from './process.ts'
import { markdownOf } from './markdown-tree.ts'
import { readHtml } from '../html/read-html.ts'
import { twinPath } from './twin-path.ts'
import { withoutWhitespace } from './whitespace.ts'

const componentElement = 'passerelle-component'

type TextHandle = NonNullable<NonNullable<Options['handlers']>['text']>

/** Text without the signs of Markdown, and without what is one beside others. */
const plain = /^(?![.:(-])[^\t\r\n#&*+<=>@[\\\]_`{|}~]*$(?<!!)/
/** What has a meaning at the beginning of a line, such as `1.`. */
const leading = /^[\s\d]/
const lineEnd = /[\r\n]/
/** What GFM autolinks. */
const address = /w\.|:\//i

/**
 * mdast-util-to-markdown 2.2.3 looks for each of fifty signs in each text, which is half of what writing takes. In
 * plain text it finds none.
 */
export const twinText: TextHandle = (node: { value: string }, parent, state, info) => {
  const { value } = node
  if (isPlain(value, info) && !state.stack.includes('autolink')) return value
  const siblings = parent?.children ?? []
  const index = state.indexStack.at(-1) ?? 0
  return state.safe(value, {
    ...info,
    beforeNode: siblings[index - 1],
    afterNode: siblings[index + 1],
  })
}

function isPlain(value: string, { before, after }: { before: string; after: string }): boolean {
  if (!plain.test(value) || address.test(value)) return false
  if (lineEnd.test(before) && leading.test(value)) return false
  return !(lineEnd.test(after) && value.endsWith(' '))
}

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    listItemIndent: 'one',
    handlers: { text: twinText },
  })
  .freeze()

export interface TwinSource {
  site: Site
  /** The content of the page; none for a page of cards. */
  content: readonly ContentPart[]
  contentsIn: (docset: string, locale: string) => DocsetContents | undefined
}

export function pageTwin(page: Page, source: TwinSource): string {
  const { site } = source
  const { id, text: title } = page.heading
  const anchor = id ? [html(`<a id="${id}"></a>`)] : []
  const body = page.kind === 'hub' ? cardsMarkdown(page, site) : contentOf(page, source)
  const tree: Root = {
    type: 'root',
    children: [heading(1, [...anchor, text(title)]), ...noteOf(page, site), ...body],
  }
  return `---\n${stringify(factsOf(page, site), { lineWidth: 0 })}---\n\n${writer.stringify(tree)}`
}

/** The front matter: facts that programs need. */
function factsOf(page: Page, site: Site): Record<string, unknown> {
  const own = page.alternates.find(({ locale }) => locale === page.contentLocale)
  const others = page.alternates.filter(({ locale }) => locale !== page.contentLocale)
  return {
    title: page.title,
    ...(page.description && { description: page.description }),
    lang: page.contentLocale,
    canonical: absolute(site, own?.path ?? page.path),
    ...(page.updated && { updated: page.updated }),
    ...(page.review && { review: page.review }),
    ...(page.machine && { machine: machineWords(page.machine) }),
    ...(others.length && {
      translations: Object.fromEntries(
        others.map(({ locale, path }) => [locale, absolute(site, twinPath(path))]),
      ),
    }),
  }
}

/** The share of a page that is unconfirmed machine translation. */
function machineWords({ blocks, of }: MachinePart): string {
  return `${blocks} of ${of} blocks`
}

/** A notice on a fallback page, as in its HTML. */
function noteOf(page: Page, site: Site): RootContent[] {
  if (page.contentLocale === page.locale) {
    const t = translator(localeOf(site, page.locale))
    return page.heading.lang ? [paragraphOf([text(`(${t('state.untranslated')})`)])] : []
  }
  const locale = localeOf(site, page.locale)
  const names = new Intl.DisplayNames([locale.ui], { type: 'language' })
  const language = names.of(page.contentLocale) ?? page.contentLocale
  return [paragraphOf([text(translator(locale)('fallback.title', { language }))])]
}

function contentOf(page: Page, { site, content: parts, contentsIn }: TwinSource): RootContent[] {
  // Only the text inside a component of the site is included, not what the component draws around it.
  const content = withoutOwnComponents(parts)
  const markup = content.map((part, index) =>
    typeof part === 'string'
      ? part
      : `<${componentElement} data-index="${index}"></${componentElement}>`,
  )
  const t = translator(localeOf(site, page.locale))
  const words = { who: t('step.who') }
  const tree = withoutWhitespace(prepared(readHtml(markup.join('')), words))
  const handlers: Record<string, Handle> = {
    [rawElement]: (_state, { properties }: Element): Html => html(String(properties['value'])),
    [componentElement]: (_state, { properties }: Element) => {
      const part = content[Number(properties['dataIndex'])]
      return typeof part === 'object' ? componentOf(part) : undefined
    },
    pre(state, node: Element) {
      const code = defaultHandlers.pre(state, node)
      const title = node.properties['dataTitle']
      return typeof title === 'string'
        ? { ...code, lang: code.lang ?? 'text', meta: `title="${title}"` }
        : code
    },
  }
  return markdownOf(tree, handlers)

  function componentOf(part: Exclude<ContentPart, string>): RootContent[] {
    const { docset = page.docset, locale = page.locale, phase, service } = part.props
    const process = contentsIn(docset, locale)?.process
    if (!process) return []
    const place = { site, locale: localeOf(site, locale), process }
    if (part.component === 'PhaseDiagram') return diagramList(place)
    return part.component === 'ResponsibilityMatrix' ? matrixTable(place, { phase, service }) : []
  }
}
