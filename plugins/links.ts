/**
 * Point every link and image of a page at the address that it has on the site, and note them.
 *
 * What an address means is asked of the caller: plugins know no docsets. A link that leads nowhere is
 * left as typed and reported.
 */
import type { Element, Properties, Root, Text } from 'hast'
import { toString } from 'hast-util-to-string'
import type { Position } from 'unist'
import { visit } from './visit.ts'
import type { VFile } from 'vfile'
import { foreignAddress } from './foreign.ts'
import { linkAround, wordsInLink } from './in-links.ts'
import { type Problem, defineProblems, report } from './problems.ts'

/** Where a link leads. */
export interface LinkTarget {
  /** The address to write into the page. */
  href: string
  /** Identity of the page of this site that the link reaches; absent for the rest of the web. */
  page?: string
  /** The anchor in that page, without `#`. */
  anchor?: string
  /** The browser saves the file and does not open it. */
  download?: boolean
}

/** A link of a page, for the checks that need all pages. */
export interface PageLink extends LinkTarget {
  /** As the author typed it. */
  url: string
  text: string
  position?: Position | undefined
  /** The included file that the link comes from, if it does. */
  origin?: string | undefined
}

export interface LinkOptions {
  /**
   * What `url` means on the page `file`, or on the same page in the language `fallbackLang`, whose
   * text is shown here; the problem, if any, is reported at the link.
   */
  resolveLink: (
    url: string,
    file: VFile,
    fallbackLang?: string,
  ) => { target?: LinkTarget; problem?: Problem }
  /**
   * Where the file of an image is: the address to put into the page, relative to the page's own file.
   * Without `src` the image is left as typed, or, with `isLeftOut`, its text is shown in its place.
   */
  resolveImage: (
    url: string,
    file: VFile,
    fallbackLang?: string,
  ) => { src?: string; problem?: Problem; isLeftOut?: boolean }
  /** The attributes of an image whose file was found, for a host that sizes images itself. */
  imageAttributes?: ((attributes: Properties) => Properties) | undefined
}

declare module 'vfile' {
  interface DataMap {
    links: PageLink[]
    /** Addresses of the page's own images, as they are in the tree. */
    images: string[]
  }
}

const problem = defineProblems('links', {
  'image-without-text': (src: string) => ({
    severity: 'error',
    reason: `Image \`${src}\` has no text. Write between \`![\` and \`]\` what it shows.`,
  }),
})

export default function rehypeLinks({
  resolveLink,
  resolveImage,
  imageAttributes,
}: Readonly<LinkOptions>) {
  return (tree: Root, file: VFile): undefined => {
    const links: PageLink[] = (file.data.links ??= [])
    const images: string[] = (file.data.images ??= [])
    const linkOf = linkAround(tree)
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName === 'a' && typeof node.properties['href'] === 'string') {
        readLink(node, node.properties['href'])
      }
      if (node.tagName === 'img' && typeof node.properties['src'] === 'string') {
        const words = readImage(node, node.properties['src'])
        if (words && parent && index !== undefined) parent.children[index] = words
      }
    })

    function readLink(node: Element, url: string) {
      const fallbackLang = node.data?.fallbackLang
      const result = resolveLink(url, file, fallbackLang)
      if (result.problem) report(file, result.problem, node)
      if (!result.target) return
      node.properties['href'] = result.target.href
      if (result.target.download) node.properties['download'] = ''
      if (fallbackLang !== undefined) {
        // It leads into the other language, and is checked on the page in that language.
        if (result.target.page !== undefined) node.properties['hrefLang'] = fallbackLang
        return
      }
      links.push({
        ...result.target,
        url,
        text: toString(node),
        position: node.position,
        origin: node.data?.origin,
      })
    }

    /** Gives the words that stand in place of the image, if it is not shown. */
    function readImage(node: Element, url: string): Text | undefined {
      const result = resolveImage(url, file, node.data?.fallbackLang)
      if (result.problem) report(file, result.problem, node)
      if (!String(node.properties['alt'] ?? '').trim()) {
        node.properties['alt'] = ''
        // An icon beside its word says so.
        if (node.properties['role'] !== 'presentation')
          report(file, problem('image-without-text', url), node)
      }
      if (result.isLeftOut) return showText(node)
      if (result.src === undefined) return showElsewhere(node, url, linkOf)
      node.properties['src'] = result.src
      node.properties = imageAttributes?.(node.properties) ?? node.properties
      if (!images.includes(result.src)) images.push(result.src)
      return undefined
    }
  }
}

/** An image of another site would show that site what is read here: the reader gets a link to it. */
function showElsewhere(
  node: Element,
  url: string,
  linkOf: ReturnType<typeof linkAround>,
): Text | undefined {
  const foreign = foreignAddress(url)
  if (!foreign) return undefined
  const text = textOf(node) || url
  if (!/^https?$/.test(foreign.scheme)) return showText(node)
  const link = linkOf(node)
  if (link) return wordsInLink(link, foreign.href, text)
  node.tagName = 'a'
  node.properties = { href: foreign.href }
  node.children = [{ type: 'text', value: text }]
  return undefined
}

function showText(node: Element): undefined {
  node.children = [{ type: 'text', value: textOf(node) }]
  node.tagName = 'span'
  node.properties = {}
}

function textOf({ properties }: Element): string {
  return String(properties['alt'] ?? '').trim()
}
