/** New pages, and new blocks of pages, for which files bring words. */
import type { Block } from '../blocks/block.ts'
import { plainWords } from '../codec/codec.ts'
import { unitFinder } from '../formats/find-unit.ts'
import type { ReadFile } from '../formats/read-unit.ts'
import { folded, sameWords, type UnitSet } from '../formats/unit.ts'
import { type Growth, grown, growthsOf } from './grow.ts'
import { copyOf } from './page-copy.ts'
import { parsePage } from '../blocks/parse.ts'
import { readBlocks } from '../blocks/read-blocks.ts'
import { statesOf } from '../state/state-of.ts'
import { isNeutralBlock } from '../language/untranslated.ts'
import type { Workspace, WorkPage } from '../workspace/workspace.ts'

export interface PageGrowth extends Growth {
  page: string
}

/** All that pages of the translation lack; a page that is not there at all is one piece. */
export function growthsIn({ pages, dialect }: Workspace): PageGrowth[] {
  return pages.flatMap(({ slug, source, target, pairs }) => {
    if (!source) return []
    if (target) {
      return growthsOf({ source, target, pairs, dialect }).map((one) => ({ ...one, page: slug }))
    }
    const tree = parsePage(source.text, dialect)
    const text = copyOf({ text: source.text, tree, dialect }, [0, source.text.length])
    const blocks = readBlocks({ ...source, text, dialect }, source).blocks
    // Marks of steps may be all that a block has; then nothing is certain.
    const isSame = blocks.length === source.blocks.length
    return isSame ? [{ page: slug, blocks: source.blocks, at: 0, text }] : []
  })
}

/** Blocks of the source for which a file has words that are not the source’s. */
export function offeredIn(files: readonly ReadFile[], { units }: UnitSet): Set<Block> {
  const find = unitFinder(units)
  return new Set(
    files.flatMap((file) =>
      file.units.flatMap((entry) => {
        const { target, work } = entry
        if (!target || work === 'open' || !folded(plainWords(target))) return []
        const found = find(entry)
        if ('problem' in found) return []
        return found.units.flatMap(({ source, blocks }) =>
          sameWords(source, target) ? [] : blocks.source,
        )
      }),
    ),
  )
}

/** Those all of whose words are there; names and numbers need none. */
export function completeIn(
  growths: readonly PageGrowth[],
  offered: ReadonlySet<Block>,
  { glossary }: Workspace,
): PageGrowth[] {
  return growths.filter(
    ({ blocks }) =>
      blocks.some((block) => offered.has(block)) &&
      blocks.every((block) => offered.has(block) || isNeutralBlock(block, glossary)),
  )
}

/** The docset with copies of the source where its pages grow. */
export function grow(workspace: Workspace, growths: readonly PageGrowth[]): Workspace {
  if (growths.length === 0) return workspace
  const pages = workspace.pages.map((page) => {
    const own = growths.filter((one) => one.page === page.slug)
    return own.length && page.source
      ? grownPage(workspace, { ...page, source: page.source }, own)
      : page
  })
  return { ...workspace, pages }
}

function grownPage(
  { dialect, targetLocale, lock, glossary, vote }: Workspace,
  page: WorkPage & Required<Pick<WorkPage, 'source'>>,
  growths: readonly PageGrowth[],
): WorkPage {
  const { slug, source, target, file } = page
  const text = grown(target?.text ?? '', growths)
  const name = target?.name ?? file
  const own = { name, slug: target?.slug ?? slug, locale: targetLocale, text, dialect }
  const later = readBlocks(own, source)
  return { ...page, target: later, pairs: statesOf(source, later, lock, glossary, vote) }
}
