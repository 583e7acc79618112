/** All findings in a docset’s pages in one language. */
import type { SiteSources } from '../../docsets/find-site.ts'
import type { TranslatedDocset } from '../../docsets/translated-docset.ts'
import type { BlockPage } from '../blocks/block.ts'
import type { VFileMessage } from 'vfile-message'
import { loadVote } from '../language/detect-language.ts'
import { type Lock, emptyLock } from '../lock/lock.ts'
import { readPairs } from '../project/read-pairs.ts'
import type { BlockPair } from '../state/state.ts'
import { statesOf } from '../state/block-state.ts'
import { type LintSettings, type LintedPage, wordsInPairs } from './context.ts'
import type { Finding } from './finding.ts'
import { lintPage, lintSourcePage } from './lint.ts'
import { loadThirdVote } from './third-language.ts'

/** What a person sets; the rest is found out for each pair of languages. */
export type DocsetSettings = Pick<LintSettings, 'glossary' | 'french'>

export interface LintedDocset {
  findings: Finding[]
  /** Every page that was looked at. */
  pages: BlockPage[]
  /** The same pages beside their source, block by block; none of the source language’s own. */
  paired: { page: LintedPage; pairs: readonly BlockPair[] }[]
  /** All pages in the source’s language, as they were read. */
  sources: BlockPage[]
  /** Why pages were not looked at. */
  unreadable: VFileMessage[]
}

/** Look at all pages that exist in both languages. */
export async function lintTranslation(
  opened: TranslatedDocset,
  locale: string,
  context: Pick<SiteSources['context'], 'files' | 'nameOf'>,
  settings: Readonly<DocsetSettings>,
  lock: Lock = emptyLock,
): Promise<LintedDocset> {
  const { sourceLocale } = opened.docset
  const vote = await loadVote(sourceLocale, locale)
  const third = await loadThirdVote(sourceLocale, locale)
  const unreadable: VFileMessage[] = []
  const pages = await readPairs(opened, locale, context, lock, (message) => {
    unreadable.push(message)
  })
  const both = pages.flatMap(({ source, target }) => {
    if (!source || !target) return []
    const page: LintedPage = { source, target }
    return [{ page, pairs: statesOf(source, target, lock, settings.glossary, vote) }]
  })
  // Once may be a mistake.
  const words = wordsInPairs(
    both.flatMap(({ pairs }) => pairs),
    5,
  )
  const findings = both.flatMap(({ page, pairs }) =>
    lintPage(pairs, page, { ...settings, vote, third, words }),
  )
  const sources = pages.flatMap(({ source }) => source ?? [])
  return { findings, pages: both.map(({ page }) => page.target), paired: both, sources, unreadable }
}

/**
 * Look at the typography of the pages in the docset’s own language, which nothing is compared with.
 *
 * @param sources - The pages, if a translation has been looked at already.
 */
export async function lintSource(
  opened: TranslatedDocset,
  context: Pick<SiteSources['context'], 'files' | 'nameOf'>,
  settings: Readonly<DocsetSettings>,
  sources?: readonly BlockPage[],
): Promise<LintedDocset> {
  const pages = sources ? [...sources] : await readSources()
  const findings = pages.flatMap((page) => lintSourcePage(page, settings))
  return { findings, pages, paired: [], sources: pages, unreadable: [] }

  async function readSources(): Promise<BlockPage[]> {
    const pairs = await readPairs(opened, opened.docset.sourceLocale, context)
    return pairs.flatMap(({ source }) => source ?? [])
  }
}
