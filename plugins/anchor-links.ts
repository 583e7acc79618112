/**
 * Put a link to itself at every heading and step of a page: an ordinary link, which a script of the
 * site makes copy an address. Its text is for screen readers only.
 */
import type { Element, ElementContent, Properties, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { CONTINUE, SKIP, visit } from './visit.ts'
import type { VFile } from 'vfile'

export interface AnchorLinkOptions {
  /** The link's name, with the `title` of the heading or step that it leads to. */
  anchorLabel: (title: string, file: VFile) => string | undefined
  /** The language of the name, where it is not that of the page. */
  interfaceLanguage: (file: VFile) => string | undefined
  /** The language of the page. */
  pageLanguage: (file: VFile) => string | undefined
}

/** Replaces the title while the text around it is split off. */
const hole = '{title}'

/** Elements whose only content may be words and a heading (HTML, 4.11.2), and those in which a link cannot be. */
const narrow = /^(?:summary|legend|hgroup|a|button|label)$/

/**
 * Comes after all plugins that read headings; without a text there are no links.
 *
 * The link of a heading stands behind it, in a box around both: in the heading it would be part of its name.
 */
export default function rehypeAnchorLinks({
  anchorLabel,
  interfaceLanguage,
  pageLanguage,
}: Readonly<Partial<AnchorLinkOptions>>) {
  return (tree: Root, file: VFile): undefined => {
    const label = anchorLabel?.(hole, file)
    if (label === undefined) return
    const languages = { page: pageLanguage?.(file), interface: interfaceLanguage?.(file) }
    visit(tree, 'element', (node, index, parent) => {
      const { id } = node.properties
      if (typeof id !== 'string') return CONTINUE
      if (classesOf(node).includes('step')) {
        node.children.unshift(anchorLink(id, label, titleOfStep(node), languages))
        return CONTINUE
      }
      if (!isSeenHeading(node) || !parent || index === undefined) return CONTINUE
      if (parent.type === 'element' && narrow.test(parent.tagName)) return CONTINUE
      const title = { text: wordsOf(node).trim(), lang: langOf(node, undefined) }
      const children = [node, anchorLink(id, label, title, languages)]
      const properties = { className: ['heading'] }
      parent.children[index] = { type: 'element', tagName: 'div', properties, children }
      return [SKIP, index + 1]
    })
  }
}

/** Headings that are not seen are for screen readers only. */
function isSeenHeading(node: Element): boolean {
  return /^h[1-6]$/.test(node.tagName) && !/unseen|sr-only/.test(String(classesOf(node)))
}

/**
 * A link whose name has the title of its place in it. An attribute has one language only: where the
 * interface or the title is in another one than the page, the name is text whose parts have their own `lang`.
 */
function anchorLink(
  id: string,
  label: string,
  title: Title,
  languages: { page: string | undefined; interface: string | undefined },
): Element {
  if (languages.interface === undefined && title.lang === undefined)
    return link(id, { ariaLabel: label.replace(hole, () => title.text) })
  const [before = '', after = ''] = label.split(hole)
  return link(id, withLang(languages.interface ?? languages.page), [
    span({ className: ['unseen'], dataPagefindIgnore: '' }, [
      { type: 'text', value: before },
      span(withLang(title.lang ?? languages.page), [{ type: 'text', value: title.text }]),
      { type: 'text', value: after },
    ]),
  ])
}

function link(id: string, properties: Properties, children: ElementContent[] = []): Element {
  // Browsers encode other letters themselves, in a third of the bytes.
  const anchor = /[\s%\p{C}]/u.test(id) ? encodeURI(id) : id
  const all = { className: ['anchor'], href: `#${anchor}`, ...properties }
  return { type: 'element', tagName: 'a', properties: all, children }
}

function withLang(lang: string | undefined): Properties {
  return lang === undefined ? {} : { lang }
}

function span(properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties, children }
}

interface Title {
  text: string
  /** Where it is not the page's. */
  lang: string | undefined
}

/** Its bold beginning, else its first words. */
function titleOfStep(step: Element): Title {
  const { text, lang } = boldIn(step, undefined) ?? {
    text: wordsOf(step),
    lang: langOf(step, undefined),
  }
  const [first = ''] = text.trim().split(/(?<=[.!?…])\s/u)
  return { text: first.replace(/(?<![\s.:;,])[\s.:;,]+$/u, ''), lang }
}

/** @param around - The language of the element’s parent. */
function boldIn(element: Element, around: string | undefined): Title | undefined {
  const lang = langOf(element, around)
  if (classesOf(element).includes('step__title')) return { text: wordsOf(element), lang }
  for (const child of element.children) {
    const result = child.type === 'element' ? boldIn(child, lang) : undefined
    if (result) return result
  }
  return undefined
}

/** Without the notes on the state of the text. */
function wordsOf(element: Element): string {
  return element.children
    .map((child) => {
      if (child.type !== 'element') return toString(child)
      return classesOf(child).includes('untranslated') ? '' : wordsOf(child)
    })
    .join('')
}

function langOf({ properties: { lang } }: Element, around: string | undefined): string | undefined {
  return typeof lang === 'string' ? lang : around
}

function classesOf({ properties: { className } }: Element): readonly (string | number)[] {
  return Array.isArray(className) ? className : []
}
