/** New pages, and new blocks of pages, for which files bring words. */
import type { Block } from '../blocks/block.ts'
import { plainWords } from '../codec/codec.ts'
import { unitFinder } from '../formats/find-unit.ts'
import type { ReadFile } from '../formats/read-unit.ts'
import { folded, sameWords, type UnitSet } from '../formats/unit.ts'
import { type Insertion, withInsertions, insertionsOf } from './insert-blocks.ts'
import { copyPage } from './page-copy.ts'
import { parsePage } from '../blocks/parse.ts'
import { readBlocks } from '../blocks/read-blocks.ts'
import { fitsIntoValue, grownYaml } from './yaml-file.ts'
import { statesOf } from '../state/block-state.ts'
import { isSurelyNeutral } from '../language/untranslated.ts'
import type { TranslationProject, WorkPage } from '../project/translation-project.ts'

export interface PageInsertion extends Insertion {
  page: string
}

/** All that pages of the translation lack; a page that is not there at all is one piece. */
export function insertionsIn({ pages }: TranslationProject): PageInsertion[] {
  return pages.flatMap(({ slug, source, target, pairs }) => {
    if (!source) return []
    if (target) {
      const pages = { source, target, pairs }
      return insertionsOf(pages)
        .filter((insertion) => fitsIntoValue(insertion, pages))
        .map((insertion) => ({ ...insertion, page: slug }))
    }
    const { dialect } = source
    const tree = parsePage(source.text, dialect)
    const text = copyPage({ text: source.text, tree, dialect }, [0, source.text.length])
    const blocks = readBlocks({ ...source, text, dialect }, source).blocks
    // Marks of steps may be all that a block has; then nothing is certain.
    const isSame = blocks.length === source.blocks.length
    return isSame ? [{ page: slug, blocks: source.blocks, offset: 0, text }] : []
  })
}

/** Blocks of the source for which a file has words that are not the source’s. */
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
 * Those all of whose words are there; names and numbers need none. What follows a heading that the
 * translation lacks comes with that heading, or waits: it would end up in the section before.
 */
export function completeIn(
  growths: readonly PageInsertion[],
  offered: ReadonlySet<Block>,
  { glossary, pages }: TranslationProject,
): PageInsertion[] {
  const complete = growths.filter(
    ({ blocks }) =>
      blocks.some((block) => offered.has(block)) &&
      blocks.every((block) => offered.has(block) || isSurelyNeutral(block, glossary)),
  )
  return withHeadings(complete, pages)
}

/** Growths without those whose heading is neither on the translated page nor among them. */
export function withHeadings(
  growths: readonly PageInsertion[],
  pages: readonly WorkPage[],
): PageInsertion[] {
  const coming = new Set(growths.flatMap(({ blocks }) => blocks))
  const left = growths.filter((growth) => {
    const page = pages.find(({ slug }) => slug === growth.page)
    if (!page?.target) return true
    const there = new Set(
      page.pairs.flatMap(({ source, target }) => (source && target ? source : [])),
    )
    return growth.blocks.every((block) =>
      headingsOf(block, page.source?.blocks ?? []).every(
        (heading) => there.has(heading) || coming.has(heading),
      ),
    )
  })
  // A heading that waits makes others wait.
  return left.length === growths.length ? left : withHeadings(left, pages)
}

/** The headings of the sections that a block is in, the nearest first. */
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

/** The docset with copies of the source where its pages grow. */
export function insertBlocks(
  project: TranslationProject,
  growths: readonly PageInsertion[],
): TranslationProject {
  if (growths.length === 0) return project
  const pages = project.pages.map((page) => {
    const own = growths.filter((growth) => growth.page === page.slug)
    return own.length && page.source
      ? grownPage(project, { ...page, source: page.source }, own)
      : page
  })
  return { ...project, pages }
}

function grownPage(
  { targetLocale, lock, glossary, vote }: TranslationProject,
  page: WorkPage & Required<Pick<WorkPage, 'source'>>,
  growths: readonly PageInsertion[],
): WorkPage {
  const { slug, source, target, file } = page
  const { dialect } = target ?? source
  const text = withInsertions(target?.text ?? '', growths, dialect)
  const name = target?.name ?? file
  const base = target?.yaml ?? source.yaml
  const yaml = base && (target ? grownYaml(base, growths, text) : base)
  const own = { name, slug: target?.slug ?? slug, locale: targetLocale, text, dialect }
  const later = readBlocks({ ...own, ...(yaml && { yaml }) }, source)
  return { ...page, target: later, pairs: statesOf(source, later, lock, glossary, vote) }
}
