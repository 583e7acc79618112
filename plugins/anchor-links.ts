/**
 * Put a link to itself at every heading and step of a page: an ordinary link, which a script of the
 * site makes copy an address. Its text is for screen readers only.
 */
import type { Element, ElementContent, Properties, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from './visit.ts'
import type { VFile } from 'vfile'

export interface AnchorLinkOptions {
  /**
   * The link's name; it has the `title` of the step that it leads to. The link of a heading has no title:
   * it is part of the heading's name, and the title would be read twice.
   */
  anchorLabel: (title: string | undefined, file: VFile) => string | undefined
  /** The language of the name, where it is not that of the page. */
  interfaceLanguage: (file: VFile) => string | undefined
  /** The language of the page. */
  pageLanguage: (file: VFile) => string | undefined
}

/** Replaces the title while the text around it is split off. */
const hole = '{title}'

/** Comes after all plugins that read headings; without a text there are no links. */
export default function rehypeAnchorLinks({
  anchorLabel,
  interfaceLanguage,
  pageLanguage,
}: Readonly<Partial<AnchorLinkOptions>>) {
  return (tree: Root, file: VFile): undefined => {
    const lang = interfaceLanguage?.(file)
    visit(tree, 'element', (node) => {
      const { id } = node.properties
      if (typeof id !== 'string') return
      const isStep = classesOf(node).includes('step')
      // A heading that is not seen is for screen readers only.
      const isHeading =
        /^h[1-6]$/.test(node.tagName) && !/unseen|sr-only/.test(String(classesOf(node)))
      if (!isStep && !isHeading) return
      const label = anchorLabel?.(isStep ? hole : undefined, file)
      if (label === undefined) return
      const languages = { page: pageLanguage?.(file), interface: lang }
      if (isStep) node.children.unshift(stepLink(node, id, label, languages))
      else node.children.push(link(id, { ariaLabel: label, ...withLang(lang) }))
    })
  }
}

function link(id: string, properties: Properties, children: ElementContent[] = []): Element {
  const all = { className: ['anchor'], href: `#${encodeURI(id)}`, ...properties }
  return { type: 'element', tagName: 'a', properties: all, children }
}

/**
 * A link whose name has the title of its step in it. An attribute has one language only: where the
 * interface or the step is in another one than the page, the name is text whose parts have their own `lang`.
 */
function stepLink(
  step: Element,
  id: string,
  label: string,
  languages: { page: string | undefined; interface: string | undefined },
): Element {
  const title = titleOfStep(step)
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
