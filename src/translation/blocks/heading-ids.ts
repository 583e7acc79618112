/** Ids of headings, as `plugins/anchors.ts` gives them, so that both languages name one place alike. */
import GithubSlugger from 'github-slugger'
import type { Heading, PhrasingContent } from 'mdast'
import type {} from 'remark-directive'
import { toString } from 'mdast-util-to-string'
import type { Block } from './block.ts'

export interface HeadingId {
  id?: string
  /** Taken from the source page because its headings are as many, of the same levels. */
  borrowed: boolean
}

const naming = /^<a\s+(?:name|id)\s*=\s*["']?([^"'\s>]+)["']?\s*(\/?)>$/i

/**
 * The name that a docfx heading begins with, or the mark `:anchor{#id}` that a guide’s ends with, and what
 * is left of the heading without it.
 */
export function takeName(heading: Heading): { name?: string; children: PhrasingContent[] } {
  const { children } = heading
  const given = heading.data?.givenId
  if (given !== undefined) return { name: given, children }
  const mark = children.find((node) => node.type === 'textDirective' && node.name === 'anchor')
  if (mark?.type === 'textDirective') {
    const id = mark.attributes?.['id']
    return { ...(id && { name: id }), children: withoutMark(children, mark) }
  }
  const element = children.findIndex(isNaming)
  const found = children[element]
  if (found?.type === 'mdxJsxTextElement') {
    return { name: idOf(found) ?? '', children: children.toSpliced(element, 1) }
  }
  const index = children.findIndex((node) => node.type === 'html' && naming.test(node.value))
  const tag = children[index]
  if (tag?.type !== 'html') return { children }
  const [, name = '', selfClosing] = naming.exec(tag.value) ?? []
  const next = children[index + 1]
  const closes = !selfClosing && next?.type === 'html' && /^<\/a\s*>$/i.test(next.value)
  if (!closes && !selfClosing) return { children }
  return { name, children: children.toSpliced(index, closes ? 2 : 1) }
}

type MdxElement = Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>

/** `<a id="…"></a>` of MDX. */
function isNaming(node: PhrasingContent): boolean {
  return (
    node.type === 'mdxJsxTextElement' &&
    node.name === 'a' &&
    node.children.length === 0 &&
    idOf(node) !== undefined
  )
}

function idOf({ attributes }: MdxElement): string | undefined {
  const found = attributes.find(
    (attribute) => 'name' in attribute && ['id', 'name'].includes(String(attribute.name)),
  )
  return typeof found?.value === 'string' ? found.value : undefined
}

/** The spaces before the mark go with it. */
function withoutMark(children: readonly PhrasingContent[], mark: PhrasingContent) {
  const rest = children.filter((child) => child !== mark)
  const last = rest.at(-1)
  if (last?.type !== 'text' || !last.position) return rest
  const value = last.value.trimEnd()
  const spaces = last.value.length - value.length
  const { start, end } = last.position
  const before = { ...end, column: end.column - spaces, offset: (end.offset ?? 0) - spaces }
  const trimmed = { ...last, value, position: { start, end: before } }
  return value ? rest.with(-1, trimmed) : rest.slice(0, -1)
}

/**
 * Ids of all headings of a page, in order.
 *
 * @param source - The headings of the page that this one translates; a translation makes no ids itself.
 */
export function headingIds(
  headings: readonly Heading[],
  source: readonly Block[] | undefined,
): HeadingId[] {
  const isLike =
    source?.length === headings.length &&
    headings.every(({ depth }, index) => depth === source[index]?.depth)
  const slugger = new GithubSlugger()
  const seen = new Set<string>()
  return headings.map((heading, index) => {
    const { name: typed, children } = takeName(heading)
    const name = typed?.normalize('NFC')
    const given = isLike ? source[index]?.id : undefined
    if (name && !seen.has(name)) {
      seen.add(name)
      slugger.occurrences[name] ??= 0
      return { id: name, borrowed: false }
    }
    if (given) return { id: given, borrowed: name === undefined }
    if (source && !name) return { borrowed: false }
    return { id: slugger.slug(name ?? toString(children).normalize('NFC')), borrowed: false }
  })
}
