/**
 * Images in the HTML of a page, whose published address and size are known later than its text.
 *
 * A mark is a whole `<img>` tag of one attribute that no author can write: sanitizing leaves none of that name, and
 * `<` in a text is always escaped.
 */
import type { Properties } from 'hast'
import { find, html as htmlNames } from 'property-information'
import type { SafeHtml } from './safe-html.ts'

/** The attribute that holds all others as JSON. */
export const markAttribute = 'passerelle-image'

/** The attributes of an image as its author gave them; `src` is relative to the page's file. */
export type MarkedAttributes = Readonly<Record<string, unknown>> & { readonly src: string }

/** For `LinkOptions.imageAttributes`. */
export function markImage(properties: Properties): Properties {
  const attributes = Object.entries(properties).map(([name, value]) => [
    find(htmlNames, name).attribute,
    Array.isArray(value) ? value.join(' ') : value,
  ])
  return { [markAttribute]: JSON.stringify(Object.fromEntries(attributes)) }
}

/** A tag, whose attributes may hold what looks like one, or the text between tags. */
const tagOrText = /<(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+/g

const marked = new RegExp(`^<img ${markAttribute}="([^"]*)">$`)

/** The marked images of a page by mark, each once. */
export function markedImages(html: SafeHtml): Map<string, MarkedAttributes> {
  const images = new Map<string, MarkedAttributes>()
  if (!html.includes(markAttribute)) return images
  for (const [tag] of html.matchAll(tagOrText)) {
    const mark = marked.exec(tag)?.[1]
    if (mark !== undefined)
      images.set(mark, JSON.parse(withoutReferences(mark)) as MarkedAttributes)
  }
  return images
}

/** The page with images in place of their marks; one that is not in `images` goes. */
export function withImages(
  html: SafeHtml,
  images: ReadonlyMap<string, Readonly<Record<string, unknown>> | undefined>,
): SafeHtml {
  if (!images.size) return html
  return html.replace(tagOrText, (tag) => {
    const mark = marked.exec(tag)?.[1]
    if (mark === undefined) return tag
    const attributes = Object.entries(images.get(mark) ?? {}).filter(([, value]) => value != null)
    if (!attributes.length) return ''
    return `<img ${attributes.map(([name, value]) => `${name}="${escaped(String(value))}"`).join(' ')}>`
  }) as SafeHtml
}

function withoutReferences(text: string): string {
  return text
    .replace(/&(?:#x22|quot);/g, '"')
    .replace(/&(?:#x27|apos);/g, "'")
    .replace(/&(?:amp|#x26|#38);/g, '&')
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
}
