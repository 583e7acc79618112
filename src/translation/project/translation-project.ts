/** A docset in its source language and one translation, every block with its state. */
import type { VFileMessage } from 'vfile-message'
import type { SiteSources } from '../../docsets/find-site.ts'
import type { TranslatedDocset } from '../../docsets/translated-docset.ts'
import type { Block, BlockPage } from '../blocks/block.ts'
import { type UnitSet, unitsOf } from '../formats/unit.ts'
import type { Memory } from '../formats/tmx.ts'
import { toTags } from '../codec/tags.ts'
import type { Glossary } from '../glossary/glossary.ts'
import { type Vote, loadVote, primary } from '../language/detect-language.ts'
import type { Lock } from '../lock/lock.ts'
import { type PagePair, readPairs } from './read-pairs.ts'
import { statesOf } from '../state/block-state.ts'
import type { BlockPair } from '../state/state.ts'
import { untranslatedSentences } from '../language/untranslated.ts'

/** A page in both languages; without a source all its blocks are extra, without a translation missing. */
export interface WorkPage {
  slug: string
  source?: BlockPage
  target?: BlockPage
  /** Absolute path of the translation’s file, there or not. */
  file: string
  /** Absolute path of the source’s file. */
  sourceFile?: string
  pairs: readonly BlockPair[]
}

export interface TranslationProject {
  docset: string
  /** BCP 47. */
  sourceLocale: string
  targetLocale: string
  lock: Lock
  glossary: Glossary
  /** Texts that were translated before, if there is a memory. */
  memory?: Memory
  vote: Vote
  pages: readonly WorkPage[]
  /** Why pages are not among them: they cannot be read in one of the languages. */
  unreadable?: readonly VFileMessage[]
}

/** What a team keeps beside its pages. */
export type TranslationData = Pick<TranslationProject, 'lock' | 'glossary' | 'memory'>

/**
 * Read all pages of a docset and determine the state of each block.
 *
 * @param onPage - Called after each page with how many are done, and of how many.
 */
export async function loadProject(
  opened: TranslatedDocset,
  targetLocale: string,
  context: Pick<SiteSources['context'], 'files' | 'nameOf'>,
  kept: TranslationData,
  onPage: (done: number, all: number) => void = () => undefined,
): Promise<TranslationProject> {
  const { id: docset, sourceLocale } = opened.docset
  const vote = await loadVote(sourceLocale, targetLocale)
  const { lock, glossary } = kept
  const unreadable: VFileMessage[] = []
  const read = await readPairs(opened, targetLocale, context, lock, (message) => {
    unreadable.push(message)
  })
  const pages = read.map((page, index): WorkPage => {
    onPage(index, read.length)
    return workPageOf(page, { lock, glossary, vote })
  })
  onPage(read.length, read.length)
  return { docset, sourceLocale, targetLocale, ...kept, vote, pages, unreadable }
}

/** A page with the state of each of its blocks. */
export function workPageOf(
  page: PagePair,
  { lock, glossary, vote }: Pick<TranslationProject, 'lock' | 'glossary' | 'vote'>,
): WorkPage {
  const { source, target } = page
  if (source && target) return { ...page, pairs: statesOf(source, target, lock, glossary, vote) }
  const missing = (source?.blocks ?? []).map((block) => pairOf('missing', block))
  const extra = (target?.blocks ?? []).map((block) => pairOf('extra', block))
  return { ...page, pairs: [...missing, ...extra] }
}

function pairOf(state: 'missing' | 'extra', block: Block): BlockPair {
  return state === 'missing' ? { source: block, state } : { target: block, state }
}

/** The units that are exchanged with tools: one for each block of the source. */
export function unitSetOf(project: TranslationProject): UnitSet {
  const { docset, sourceLocale, targetLocale, pages, memory } = project
  const known = new Map(memory?.entries.map(({ hash, source }) => [hash, toTags(source)]))
  const paired = pages.flatMap(({ slug, source, target, pairs }) =>
    source
      ? [{ slug, dialect: (target ?? source).dialect, source, ...(target && { target }), pairs }]
      : [],
  )
  const previous = (hash: string) => known.get(hash)
  return unitsOf(paired, { docset, sourceLocale, targetLocale, previous })
}

/** Whether a new translation is in the language of its source, names and numbers aside. */
export function foreignIn({
  sourceLocale: source,
  targetLocale: target,
  vote,
  glossary,
}: TranslationProject): (target: Block, source: Block) => boolean {
  const judge = { language: primary(source), vote, glossary }
  return (block, original) =>
    untranslatedSentences(original, block, { source, target }, judge).spans.length > 0
}
