/**
 * Call a page’s footnotes by words of the page’s language.
 *
 * The step from Markdown to HTML writes English ones, once for all pages. The section’s heading stays
 * out of the page’s own headings: it has the same id in every language and belongs to no author.
 */
import type { Element, Root } from 'hast'
import { SKIP, visit } from './visit.ts'
import type { VFile } from 'vfile'

export interface FootnoteOptions {
  /** The words for readers; `{number}` in those of `back` becomes the number of the reference. */
  footnoteText: (key: 'title' | 'back', file: VFile) => string | undefined
}

/** Comes after the headings were noted; without words the English ones stay. */
export default function rehypeFootnotes({ footnoteText }: Readonly<Partial<FootnoteOptions>>) {
  return (tree: Root, file: VFile): undefined => {
    visit(tree, 'element', (section) => {
      if (section.tagName !== 'section' || section.properties['dataFootnotes'] === undefined) return
      const heading = section.children.find((child) => child.type === 'element')
      if (heading && /^h\d$/.test(heading.tagName)) nameHeading(heading)
      visit(section, 'element', nameBackReference)
      return SKIP
    })

    function nameHeading(heading: Element): void {
      const value = footnoteText?.('title', file)
      if (value !== undefined) heading.children = [{ type: 'text', value }]
      const { headings } = file.data
      if (headings)
        file.data.headings = headings.filter(({ id }) => id !== heading.properties['id'])
    }

    function nameBackReference({ properties }: Element): void {
      if (properties['dataFootnoteBackref'] === undefined) return
      const [number] = /[\d-]+$/.exec(String(properties['ariaLabel'] ?? '')) ?? []
      const text = number && footnoteText?.('back', file)?.replace('{number}', number)
      if (text) properties['ariaLabel'] = text
    }
  }
}
