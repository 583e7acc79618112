/** The states of a site’s translations, page by page. Unchanged pages are taken from the cache. */
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { keptBy } from '../../docsets/file-system.ts'
import type { SiteSources } from '../../docsets/find-site.ts'
import { digest, digestAll } from '../../facts/digest.ts'
import { recall } from '../../facts/store.ts'
import type { Glossary } from '../glossary/glossary.ts'
import { readTerms } from '../glossary/read-terms.ts'
import { loadVote } from '../language/detect-language.ts'
import { unrecordedIn } from '../lock/sync-lock.ts'
import { textDocsets } from '../project/text-docsets.ts'
import { type Translation, readTeamData, translationsOf } from '../project/load-translations.ts'
import { type FilePair, pairFiles, readPair } from '../project/read-pairs.ts'
import { type TranslationData, workPageOf } from '../project/translation-project.ts'
import { type PageCounts, type ProjectCounts, countPage, sumOf } from '../state/count.ts'
import { type KnownPage, type PlacedBlocks, earlierTextsOf, pageBlocks } from './known-blocks.ts'

/** The state of a page in one translation. */
interface PageStates {
  counts: PageCounts
  /** Absent for a page that exists in one language only. */
  blocks?: KnownPage
  /** Number of translated blocks that are not in the lock. */
  unrecorded: number
}

/** A page with its files; a page that cannot be read is not among them. */
interface CountedPage extends FilePair {
  counts: PageCounts
}

/** A translation of a docset, counted. */
export interface CountedTranslation extends Translation {
  counts: ProjectCounts
  pages: readonly CountedPage[]
}

export interface SiteStates {
  translations: readonly CountedTranslation[]
  blocks: readonly PlacedBlocks[]
  glossary: Glossary
  /** Problems of the translation data. */
  messages: VFileMessage[]
}

/**
 * The states of all translations of a site.
 *
 * @param folder - The folder of translation data, see `teamFolder`.
 * @param root - The folder of the site.
 */
export async function readSiteStates(
  site: Pick<SiteSources, 'docsets' | 'context'>,
  { folder, root }: { folder: string; root: string },
): Promise<SiteStates> {
  const { files, nameOf } = site.context
  const terms = await keptBy(files, `terms ${folder}`, [], (own) =>
    readTerms(own, folder, root, nameOf),
  )
  const { glossary } = terms
  const messages = [...terms.messages]
  const translations: CountedTranslation[] = []
  const blocks: PlacedBlocks[] = []
  // Texts outside of pages are counted as `status` counts them.
  const texts = await textDocsets(site, folder, root)
  for (const translation of translationsOf({ docsets: [...site.docsets, ...texts] })) {
    const { data, messages: problems } = await readTeam(site, folder, translation)
    append(messages, problems)
    const result = await countTranslation(site, translation, { ...data, glossary })
    translations.push(result.counted)
    if (translation.opened.kind !== 'texts') append(blocks, result.blocks)
  }
  return { translations, blocks, glossary, messages }
}

/** Lock and memory, which are long; what is kept of them is the same object. */
function readTeam(
  { context }: Pick<SiteSources, 'context'>,
  folder: string,
  translation: Translation,
): ReturnType<typeof readTeamData> {
  const name = ['team', folder, translation.opened.docset.id, translation.locale].join(' ')
  return keptBy(context.files, name, [], (files) =>
    readTeamData({ context: { ...context, files } }, folder, translation),
  )
}

async function countTranslation(
  { context }: Pick<SiteSources, 'context'>,
  translation: Translation,
  data: TranslationData,
): Promise<{ counted: CountedTranslation; blocks: PlacedBlocks[] }> {
  const { opened, locale } = translation
  const { id: docset, sourceLocale } = opened.docset
  const read = pageReader(context, { docset, sourceLocale, targetLocale: locale }, data)
  const pages: CountedPage[] = []
  const blocks: PlacedBlocks[] = []
  let unrecorded = 0
  for (const pair of await pairFiles(opened, locale, context, data.lock)) {
    const states = await read(pair)
    if (!states) continue
    pages.push({ ...pair, counts: states.counts })
    unrecorded += states.unrecorded
    const { file, sourceFile } = pair
    if (states.blocks && sourceFile !== undefined)
      blocks.push(placedBlocks(states.blocks, file, sourceFile))
  }
  const counts = {
    docset,
    sourceLocale,
    targetLocale: locale,
    ...sumOf(pages.map((page) => page.counts)),
    pages: pages.map((page) => page.counts),
    unrecorded,
  }
  return { counted: { ...translation, counts, pages }, blocks }
}

const placed = new WeakMap<KnownPage, PlacedBlocks>()

/** Blocks with their files: the same object while both are the same. */
function placedBlocks(page: KnownPage, file: string, sourceFile: string): PlacedBlocks {
  const known = placed.get(page)
  if (known?.file === file && known.sourceFile === sourceFile) return known
  const fresh = { ...page, file, sourceFile }
  placed.set(page, fresh)
  return fresh
}

interface Languages {
  docset: string
  sourceLocale: string
  targetLocale: string
}

/** Reads the states of pages of one translation; null is a page that cannot be read. */
function pageReader(
  { facts }: SiteSources['context'],
  languages: Languages,
  data: TranslationData,
): (pair: FilePair) => Promise<PageStates | null> {
  const before = earlierTextsOf(data)
  const read = async (pair: FilePair): Promise<PageStates | null> => {
    const page = readPair(pair)
    if (!page) return null
    const vote = await loadVote(languages.sourceLocale, languages.targetLocale)
    const work = workPageOf(page, { ...data, vote })
    const project = { ...languages, ...data, vote, pages: [work] }
    const blocks = pageBlocks(work, languages, before)
    return {
      counts: countPage(work),
      ...(blocks && { blocks }),
      unrecorded: unrecordedIn(project).length,
    }
  }
  if (!facts) return read
  const team = digestAll([facts.program, languages, data.lock, data.glossary, data.memory])
  return async ({ slug, ...pair }) => {
    const key = digestAll(['states', team, slug, textDigest(pair.source), textDigest(pair.target)])
    const compute = async () => ({ facts: await read({ slug, ...pair }) })
    const name = ['states', languages.docset, languages.targetLocale, slug].join(' ')
    const recalled = await recall({ ...facts, answerOf: () => undefined, name }, key, compute)
    return recalled.facts
  }
}

const textDigests = new WeakMap<object, string>()

/** Of what a file says, whole. */
function textDigest(file: FilePair['source']): string {
  if (!file) return digest(undefined)
  const { name, slug, text, message, yaml } = file
  const known = textDigests.get(file) ?? digest([name, slug, text, message?.reason, yaml?.file])
  textDigests.set(file, known)
  return known
}
