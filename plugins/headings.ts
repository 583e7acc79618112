/**
 * Note a page's headings and ids, and make sure that it has one `h1`.
 *
 * The first level-one heading is the page's title: it is removed from the content, for the template
 * to draw. A later one becomes a level-two heading and is reported.
 */
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { SKIP, visit } from './visit.ts'
import type { VFile } from 'vfile'
import { defineProblems, report } from './problems.ts'

/** A heading of the content, or the title's. */
export interface PageHeading {
  depth: 1 | 2 | 3 | 4 | 5 | 6
  id: string
  text: string
  /** Language of its words, where the page is in another. */
  lang?: string
}

declare module 'vfile' {
  interface DataMap {
    /** The level-one heading that was taken out. */
    title?: PageHeading
    headings: PageHeading[]
    /** Every id of the page, in order, duplicates included. */
    ids: string[]
  }
}

const problem = defineProblems('markdown', {
  'heading-title': (text: string) => ({
    severity: 'warning',
    reason: `Level-one heading “${text}” is shown as level two: a page has one title. Write \`##\`.`,
    note: 'The title of a guide is in its front matter; of a docfx page, its first heading.',
  }),
  'title-markup': (actual: string) => ({
    severity: 'warning',
    reason: `The title of a page is plain text, so ${actual} in it is not shown. Put it below the title.`,
  }),
})

export interface HeadingOptions {
  /** Whether the page's title is its first level-one heading; else any of those is one too many. */
  titleInContent: boolean
  /** The title is noted and stays where it is: there is no template that draws it. */
  keepTitle?: boolean
}

export default function rehypeHeadings({
  titleInContent,
  keepTitle = false,
}: Readonly<HeadingOptions>) {
  return (tree: Root, file: VFile): undefined => {
    const headings: PageHeading[] = (file.data.headings ??= [])
    const ids: string[] = (file.data.ids ??= [])
    visit(tree, 'element', (node, index, parent) => {
      if (typeof node.properties['id'] === 'string') ids.push(node.properties['id'])
      const depth = depthOf(node)
      if (!depth) return
      const { id = '', lang } = node.properties
      const heading: PageHeading = {
        depth,
        id: String(id),
        text: toString(node).trim(),
        ...(typeof lang === 'string' && { lang }),
      }
      if (depth === 1 && titleInContent && !file.data.title) {
        file.data.title = heading
        if (keepTitle) return undefined
        reportMarkup(node, file)
        if (parent && index !== undefined) parent.children.splice(index, 1)
        return [SKIP, index]
      }
      if (depth === 1) {
        report(file, problem('heading-title', heading.text), node)
        node.tagName = 'h2'
        heading.depth = 2
      }
      headings.push(heading)
      return
    })
  }
}

/** Images with a text, and addresses; `<a name>` is an anchor, and code is its words. */
function reportMarkup(title: Element, file: VFile): void {
  visit(title, 'element', (node) => {
    const { alt, href } = node.properties
    if (node.tagName === 'img' && alt) report(file, problem('title-markup', 'the picture'), node)
    if (href !== undefined) report(file, problem('title-markup', 'the link'), node)
  })
}

function depthOf(node: Element): PageHeading['depth'] | undefined {
  const [, digit] = /^h([1-6])$/.exec(node.tagName) ?? []
  return digit ? (Number(digit) as PageHeading['depth']) : undefined
}
