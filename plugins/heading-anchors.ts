/**
 * Give every heading the same id in all languages.
 *
 * Ids come from the source-language page: what the author set by hand, else the slug of the source
 * heading. A translation never slugs its own words while its headings match the source's, so
 * `/fr-fr/…#assess-phase` and `/en/…#assess-phase` stay the same place.
 */
import GithubSlugger from 'github-slugger'
import type { Heading, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import type { Transformer } from 'unified'
import { visit } from './visit.ts'
import { type BlockOptions, type KnownBlock, extraKey, knownBlocksIn } from './blocks.ts'
import { defineProblems, report } from './problems.ts'

/** What a translation needs to know of a heading of its source page. */
export interface SourceHeading {
  depth: number
  id: string
  /** The key of its block, where the blocks of both languages are known. */
  key?: string
}

export interface AnchorOptions {
  /**
   * The headings of the source-language page that the file translates, in order, the title's first;
   * undefined for a page that is itself the source, or has none.
   */
  sourceHeadings: (file: VFile) => Promise<readonly SourceHeading[] | undefined>
  /** See `BlockOptions`: in a translation that is behind, keys tell which heading is which. */
  blocksOf?: BlockOptions['blocksOf']
  /** The slug of a heading’s words where it is not GitHub’s; undefined where it is. */
  slugOf?: (text: string, file: VFile) => string | undefined
}

const problem = defineProblems('markdown', {
  'anchor-duplicate': (id: string, line: number) => ({
    severity: 'warning',
    reason: `Anchor \`${id}\` is already used at line ${line}. Choose another one.`,
    note: 'Until then this one gets a number at its end, and links to the name lead to the first.',
  }),
  'heading-structure': (actual: number, expected: number) => ({
    severity: 'warning',
    reason: `The ${actual} headings do not match the ${expected} of the source page. Give them the same order and levels.`,
    note: 'Until they match, headings without a counterpart get an id from their own text.',
  }),
})

declare module 'mdast' {
  interface HeadingData {
    /** An id that the author set by hand. */
    anchor?: string
    hProperties?: { id?: string; dataPagefindTitle?: string }
  }
}

declare module 'vfile' {
  interface DataMap {
    /** The ids given to the Markdown headings, for the page's translations. */
    anchors: SourceHeading[]
  }
}

export default function remarkAnchors({
  sourceHeadings,
  blocksOf,
  slugOf,
}: Readonly<AnchorOptions>): Transformer<Root> {
  return async (tree, file) => {
    const headings = headingsOf(tree)
    const source = await sourceHeadings(file)
    const matching = source && matches(headings, source) ? source : undefined
    if (source && !matching && headings.some((heading) => !heading.data?.anchor)) {
      report(file, problem('heading-structure', headings.length, source.length), headings[0])
    }

    const keys = keysOf(headings, knownBlocksIn(file, blocksOf))
    const slugger = new GithubSlugger()
    const anchors: SourceHeading[] = (file.data.anchors = [])
    const lines = new Map<string, number>()
    headings.forEach((heading, index) => {
      // In composed Unicode, whatever the author’s keyboard or disk writes: links are compared so.
      const explicit = heading.data?.anchor?.normalize('NFC')
      const key = keys[index]
      const same = (item: SourceHeading) => item.key === key && item.depth === heading.depth
      const twin = matching?.[index] ?? (key === undefined ? undefined : source?.find(same))
      const fromSource = twin?.id
      const line = explicit === undefined ? undefined : lines.get(explicit)
      if (line !== undefined && fromSource === undefined) {
        report(file, problem('anchor-duplicate', explicit ?? '', line), heading)
      }
      // A translation may give two headings the same text; their source has two.
      const wanted = line === undefined ? explicit : undefined
      const id =
        wanted ?? fromSource ?? freeSlug(slugger, explicit ?? toString(heading).normalize('NFC'))
      // The slugger counts what it has given out: an id set by hand must not come again.
      slugger.occurrences[id] ??= 0
      lines.set(id, heading.position?.start.line ?? 0)
      anchors.push({ depth: heading.depth, id, ...(key !== undefined && { key }) })
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } }
    })

    function freeSlug(slugger: GithubSlugger, text: string): string {
      const slug = slugOf?.(text, file)
      return slug === undefined ? slugger.slug(text) : numbered(slug, slugger.occurrences)
    }
  }
}

/** A slug with a number where it has been given out before, as the slugger numbers its own. */
function numbered(slug: string, occurrences: GithubSlugger['occurrences']): string {
  let id = slug
  for (let count = occurrences[slug] ?? 0; Object.hasOwn(occurrences, id); id = `${slug}-${count}`)
    occurrences[slug] = ++count
  occurrences[id] = 0
  return id
}

function headingsOf(tree: Root): Heading[] {
  const headings: Heading[] = []
  visit(tree, 'heading', (heading) => void headings.push(heading))
  return headings
}

/** The key of each heading’s block. */
function keysOf(
  headings: readonly Heading[],
  known: readonly KnownBlock[],
): (string | undefined)[] {
  return headings.map(({ position }) => {
    const [from, to] = [position?.start.offset ?? Infinity, position?.end.offset ?? 0]
    const key = known.find(({ start, end }) => from <= start && end <= to)?.key
    return key === extraKey ? undefined : key
  })
}

function matches(headings: readonly Heading[], source: readonly SourceHeading[]): boolean {
  return (
    headings.length === source.length &&
    headings.every((heading, index) => heading.depth === source[index]?.depth)
  )
}
