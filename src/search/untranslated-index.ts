/** Untranslated text of a page, which has an index of its own. */
import type { Element, ElementContent, Nodes, RootContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { type Filters, separate } from './indexed.ts'
import type { IndexRecord } from './records.ts'

/** What the entries need of their page. */
export interface ForeignPage {
  /** Path from the site’s root, without `base`. */
  path: string
  title: string
  /** Of the guide, shown before the page’s. */
  guide: string
  filters: Filters
}

/** A part of the page from one heading to the next, in one language. */
interface Part {
  id: string
  heading: string
  headingLang: string | undefined
  lang: string
  text: string
}

interface Where {
  /** The language of the words here, where it is not the page’s. */
  lang: string | undefined
  /** Is all of the page in another language, so that its elements need not say so? */
  isLent: boolean
}

const parser = unified().use(rehypeParse).freeze()
/** Cheap, and most pages have none: only the others are parsed. */
const hint = /\sdata-state="untranslated|<article(?![^>]*\bdata-pagefind-body\b)[^>]*\slang="/
const headings = /^h[1-6]$/
const inline = /^(?:a|abbr|b|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|u)$/
/** Tables of contents, drawings and notes about changes are not part of the text. */
const skipped = /^(?:nav|svg|script|style|template|button)$/

/**
 * Entries for the words of a page that are in another language: one for each language and part of the
 * page, in the order of the page. Their `language` is that of the words, in small letters.
 *
 * The words are those whose element says by `data-state` that they are not translated; where the whole
 * page is in another language (its article has a `lang` and no `data-pagefind-body`), all of it.
 */
export function foreignRecords(html: string, page: ForeignPage): IndexRecord[] {
  if (!hint.test(html)) return []
  const tree = parser.parse(html)
  const language = langOf(first(tree, 'html')) ?? ''
  const article = first(tree, 'article')
  if (!article) return []
  const isLent = article.properties['dataPagefindBody'] === undefined
  return partsOf(article, language, isLent)
    .filter(({ text }) => /\p{L}/u.test(text))
    .map((part) => recordOf(part, page))
}

function partsOf(article: Element, language: string, isLent: boolean): Part[] {
  const parts: Part[] = []
  let here = { id: '', heading: '', headingLang: undefined as string | undefined }
  const lang = isLent ? langOf(article) : undefined
  for (const child of article.children) walk(child, { lang, isLent })
  return parts

  function walk(node: ElementContent, where: Where): void {
    if (node.type === 'text') return keep(node.value, where.lang)
    if (node.type !== 'element' || isSkipped(node)) return
    const inner = { ...where, lang: langWithin(node, where) }
    if (headings.test(node.tagName)) {
      const { id } = node.properties
      here = { id: String(id ?? here.id), heading: ownText(node), headingLang: inner.lang }
    }
    for (const child of node.children) walk(child, inner)
    if (!inline.test(node.tagName)) keep(' ', inner.lang)
  }

  function langWithin(node: Element, { lang, isLent }: Where): string | undefined {
    const own = langOf(node)
    if (own === undefined) return lang
    if (own.toLowerCase() === language.toLowerCase()) return undefined
    const says = String(node.properties['dataState'] ?? '').startsWith('untranslated')
    return says || isLent ? own : lang
  }

  function keep(text: string, lang: string | undefined): void {
    if (!lang) return
    const part = parts.find((item) => item.id === here.id && item.lang === lang)
    if (part) part.text += text
    else parts.push({ ...here, lang, text })
  }
}

function recordOf(part: Part, { path, title, guide, filters }: ForeignPage): IndexRecord {
  const { id, heading, headingLang, lang, text } = part
  const isWhole = !heading || heading === title
  const above = guide === title ? [] : [guide]
  const place = isWhole ? above : [...above, title]
  return {
    url: id ? `${path}#${id}` : path,
    language: lang.toLowerCase(),
    content: separate(text.replace(/\s+/g, ' ').trim()),
    meta: {
      kind: 'foreign',
      title: separate(isWhole ? title : heading),
      place: separate(place.join(' › ')),
      lang,
      ...(headingLang && { titleLang: headingLang }),
    },
    filters: Object.fromEntries(Object.entries(filters).map(([name, ids]) => [name, [...ids]])),
  }
}

function isSkipped({ tagName, properties }: Element): boolean {
  const { className, hidden } = properties
  const isChange = Array.isArray(className) && className.includes('change')
  return isChange || hidden === true || skipped.test(tagName)
}

/** A heading without the mark that it is not translated, nor the text of its link to itself. */
function ownText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'small') return ''
  return 'children' in node ? node.children.map(ownText).join('').replace(/\s+/g, ' ').trim() : ''
}

function langOf(node: Element | undefined): string | undefined {
  const lang = node?.properties['lang']
  return typeof lang === 'string' && lang ? lang : undefined
}

function first(node: { children: RootContent[] }, tagName: string): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const result = child.tagName === tagName ? child : first(child, tagName)
    if (result) return result
  }
  return undefined
}
