/**
 * Put the pages of a docset on one page.
 *
 * Every id gets the page’s slug as prefix, so that it is unique, as do references to it; a link to another page of
 * the docset becomes a link within this page.
 */
import type { Element, ElementContent, Root } from 'hast'
import { decodePart } from '#plugins/percent-encoding.ts'
import { type SafeHtml, htmlOf } from '#plugins/safe-html.ts'
import { eachElement } from '../html/elements.ts'
import { readHtml } from '../html/read-html.ts'
import { stepAddress } from '../paper/step-address.ts'
import { sectionId, sectionLink, type GuideSection } from './pages.ts'
import { rewriteReferences } from './references.ts'

/** The path of the page. */
export interface PrintAddress {
  /** Origin of the site, for addresses in print. */
  url: string
  base: string
  /** The absolute short URL of a step, by its id. */
  goLinkOf?: ((id: string) => string) | undefined
}

/**
 * The HTML of each page for the one page, by slug.
 *
 * `html` contains the pages as `<div data-page="slug">…</div>`, in sequence. Headings go one level down, below the
 * title of their page; disclosures are open, and elements that need script are removed.
 */
export function joinPages(
  html: SafeHtml,
  pages: readonly GuideSection[],
  place: PrintAddress,
): Map<string, SafeHtml> {
  const boxes = boxesIn(readHtml(html), pages)
  const byPath = new Map(pages.map((page) => [decodePart(page.path), page]))
  const ids = new Map(boxes.map(([page, box]) => [page.slug, idsIn(box, page)]))
  return new Map(
    boxes.map(([page, box]) => {
      const anchor = (target: GuideSection, id: string) =>
        ids.get(target.slug)?.has(id) ? sectionLink(target, id) : `#${sectionId(target)}`
      clean(box)
      if (place.goLinkOf) addAddresses(box, place.goLinkOf)
      rewriteReferences(box, {
        own: (id) => anchor(page, id).slice(1),
        link: (address) => linkOf(address, page, anchor),
      })
      return [page.slug, htmlOf(box.children)]
    }),
  )

  function linkOf(
    address: string,
    page: GuideSection,
    anchor: (target: GuideSection, id: string) => string,
  ): { href: string; paper?: string } {
    const here = new URL(`${place.url}${place.base.replace(/\/$/, '')}${page.path}`)
    const url = URL.parse(address, here)
    if (!url || url.origin !== here.origin) return { href: address }
    const path = decodePart(`/${url.pathname.slice(place.base.length)}`)
    const target = byPath.get(path)
    const id = decodePart(url.hash.slice(1))
    if (target) return { href: id ? anchor(target, id) : `#${sectionId(target)}` }
    return { href: url.href.slice(url.origin.length), paper: url.href }
  }
}

function boxesIn(tree: Root, pages: readonly GuideSection[]): [GuideSection, Element][] {
  return tree.children.flatMap((node): [GuideSection, Element][] => {
    if (node.type !== 'element') return []
    const page = pages.find(({ slug }) => slug === node.properties['dataPage'])
    return page ? [[page, node]] : []
  })
}

/** Ids that links may lead to; that of the page’s title stands for the page itself. */
function idsIn(box: Element, page: GuideSection): Set<string> {
  const ids = new Set<string>()
  eachElement(box, ({ properties }) => {
    if (typeof properties['id'] === 'string') ids.add(properties['id'])
  })
  ids.delete(page.headingId)
  return ids
}

function clean(box: Element): void {
  eachElement(box, (node) => {
    node.children = node.children.filter((child) => !isLeftOut(child))
    const [, level] = /^h([1-5])$/.exec(node.tagName) ?? []
    if (level) node.tagName = `h${Number(level) + 1}`
    if (node.tagName === 'details') node.properties['open'] = true
    return node.tagName !== 'svg'
  })
}

/** Add its address to each step, for print. */
function addAddresses(box: Element, goLinkOf: (id: string) => string): void {
  eachElement(box, ({ properties: { className, id }, children, tagName }) => {
    const isStep = Array.isArray(className) && className.includes('step')
    if (isStep && typeof id === 'string') children.push(stepAddress(goLinkOf(id)))
    return tagName !== 'svg'
  })
}

/** Elements to remove: scripts, controls that need script, and notes for translators. */
function isLeftOut(node: ElementContent): boolean {
  if (node.type !== 'element') return false
  const { className, role, hidden } = node.properties
  if (['script', 'template'].includes(node.tagName) || role === 'status') return true
  if (!Array.isArray(className)) return false
  return hidden === true || className.includes('anchor') || className.includes('change')
}
