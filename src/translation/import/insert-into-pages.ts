/** Pages and blocks that the translation lacks and that files translate. */
import type { Block } from '../blocks/block.ts'
import { plainWords } from '../codec/codec.ts'
import { unitFinder } from '../formats/find-unit.ts'
import type { ReadFile } from '../formats/read-unit.ts'
import { folded, sameWords, type UnitSet } from '../formats/unit.ts'
import { type Insertion, withInsertions, insertionsOf } from './insert-blocks.ts'
import { copyPage } from './page-copy.ts'
import { parsePage } from '../blocks/parse.ts'
import { readBlocks } from '../blocks/read-blocks.ts'
import { fitsIntoValue, yamlWithInsertions } from './yaml-file.ts'
import { type YamlPart, withYamlParts, yamlPartsOf } from './yaml-parts.ts'
import { statesOf } from '../state/block-state.ts'
import { isSurelyNeutral } from '../language/untranslated.ts'
import type { TranslationProject, WorkPage } from '../project/translation-project.ts'

/** An insertion into a page, or a whole new page. */
export interface PageInsertion extends Insertion {
  /** Slug of the page. */
  page: string
  /** Of a page in YAML: the file gets it, and the text comes from the file. */
  part?: YamlPart
}

/** All that the translation lacks; a missing page is one insertion. */
export function insertionsIn({ pages }: TranslationProject): PageInsertion[] {
  return pages.flatMap(({ slug, source, target, pairs }) => {
    if (!source) return []
    if (target) {
      const pages = { source, target, pairs }
      const parts = yamlPartsOf(pages).map((part) => ({ ...insertionOf(part), page: slug }))
      return [...insideOf(pages).map((insertion) => ({ ...insertion, page: slug })), ...parts]
    }
    const { dialect } = source
    const tree = parsePage(source.text, dialect)
    const text = copyPage({ text: source.text, tree, dialect }, [0, source.text.length])
    const blocks = readBlocks({ ...source, text, dialect }, source).blocks
    // A copy loses blocks that hold nothing but the mark of a step; such a page cannot be paired.
    const isSame = blocks.length === source.blocks.length
    return isSame ? [{ page: slug, blocks: source.blocks, offset: 0, text }] : []
  })
}

const insertionOf = (part: YamlPart) => ({ blocks: part.blocks, offset: 0, text: '', part })

/** What goes into the text of a page, or into values that its YAML has. */
function insideOf(pages: Parameters<typeof insertionsOf>[0]): Insertion[] {
  return insertionsOf(pages).filter((insertion) => fitsIntoValue(insertion, pages))
}

/** Blocks of the source that a file translates with other words than the source’s. */
export function offeredIn(files: readonly ReadFile[], { units }: UnitSet): Set<Block> {
  return new Set(
    files.flatMap((file) => {
      const find = unitFinder(units, file.units)
      return file.units.flatMap((entry) => {
        const { target, work } = entry
        if (!target || work === 'open' || !folded(plainWords(target))) return []
        const result = find(entry)
        if ('problem' in result) return []
        return result.units.flatMap(({ source, blocks }) =>
          sameWords(source, target) ? [] : blocks.source,
        )
      })
    }),
  )
}

/**
 * The insertions whose blocks are all translated; names and numbers need no translation. A block under a heading that
 * the translation lacks needs that heading, too: else it would end up in the section before.
 *
 * @param offered - From `offeredIn`.
 */
export function completeIn(
  insertions: readonly PageInsertion[],
  offered: ReadonlySet<Block>,
  { glossary, pages }: TranslationProject,
): PageInsertion[] {
  const complete = insertions.filter(
    ({ blocks }) =>
      blocks.some((block) => offered.has(block)) &&
      blocks.every((block) => offered.has(block) || isSurelyNeutral(block, glossary)),
  )
  return withHeadings(complete, pages)
}

/** The insertions whose headings are on the translated page, or are inserted themselves. */
export function withHeadings(
  insertions: readonly PageInsertion[],
  pages: readonly WorkPage[],
): PageInsertion[] {
  const slugs = new Set(insertions.map(({ page }) => page))
  const own = pages.filter(({ slug, target }) => target && slugs.has(slug))
  const blocksOf = new Map(own.map(({ slug, source }) => [slug, source?.blocks ?? []]))
  const translated = new Set(
    own.flatMap(({ pairs }) => pairs.flatMap(({ source, target }) => (target && source) ?? [])),
  )
  let kept = insertions
  // A heading that is left out takes the blocks under it along.
  for (;;) {
    const inserted = new Set(kept.flatMap(({ blocks }) => blocks))
    const next = kept.filter(({ page, blocks }) =>
      blocks.every((block) =>
        headingsOf(block, blocksOf.get(page) ?? []).every(
          (heading) => translated.has(heading) || inserted.has(heading),
        ),
      ),
    )
    if (next.length === kept.length) return next
    kept = next
  }
}

/** The headings above a block, the nearest first. */
function headingsOf(block: Block, blocks: readonly Block[]): Block[] {
  const headings: Block[] = []
  let depth = block.kind === 'heading' ? (block.depth ?? 1) : Infinity
  for (const item of blocks.slice(0, blocks.indexOf(block)).toReversed()) {
    if (item.kind !== 'heading' || (item.depth ?? 1) >= depth) continue
    headings.push(item)
    depth = item.depth ?? 1
  }
  return headings
}

/** The docset with its pages as they are after the insertions. */
export function insertBlocks(
  project: TranslationProject,
  insertions: readonly PageInsertion[],
): TranslationProject {
  if (insertions.length === 0) return project
  const byPage = Map.groupBy(insertions, ({ page }) => page)
  const pages = project.pages.map((page) => {
    const own = byPage.get(page.slug)
    return own && page.source
      ? pageWithInsertions(project, { ...page, source: page.source }, own)
      : page
  })
  return { ...project, pages }
}

function pageWithInsertions(
  project: TranslationProject,
  page: WorkPage & Required<Pick<WorkPage, 'source'>>,
  insertions: readonly PageInsertion[],
): WorkPage {
  const { targetLocale, lock, glossary, vote } = project
  const { slug, source, target, file } = page
  const { dialect } = target ?? source
  const parts = insertions.flatMap(({ part }) => part ?? [])
  const parted = target && parts.length > 0 ? withYamlParts(target, parts) : undefined
  if (target && parted) {
    const read = { ...target, text: parted.markdown, yaml: parted }
    const later = readBlocks(read, source)
    const pairs = statesOf(source, later, lock, glossary, vote)
    const others = insertions.filter(({ part }) => !part).flatMap(({ blocks }) => blocks)
    const left = insideOf({ source, target: later, pairs })
      .filter(({ blocks }) => blocks.every((block) => others.includes(block)))
      .map((insertion) => ({ ...insertion, page: slug }))
    const next = { ...page, target: later, pairs }
    return left.length > 0 ? pageWithInsertions(project, next, left) : next
  }
  const text = withInsertions(target?.text ?? '', insertions, dialect)
  const name = target?.name ?? file
  const base = target?.yaml ?? source.yaml
  const yaml = base && (target ? yamlWithInsertions(base, insertions, text) : base)
  const own = { name, slug: target?.slug ?? slug, locale: targetLocale, text, dialect }
  const later = readBlocks({ ...own, ...(yaml && { yaml }) }, source)
  return { ...page, target: later, pairs: statesOf(source, later, lock, glossary, vote) }
}
