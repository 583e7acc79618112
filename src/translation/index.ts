/**
 * What other packages import as `passerelle/translation`: the workbench as functions on values. Nothing here uses the
 * disk; pages, locks and files of translators’ tools come in as text and go out as text.
 *
 * @example
 *   const page = { slug: 'start', source: english, target: french }
 *   const project = await openTranslation({ sourceLocale: 'en', targetLocale: 'fr-FR', dialect: 'guide', pages: [page] })
 *   countProject(project).percent // words with a confirmed translation, of all words of the source
 *   const { text } = exportUnits(project, 'po') // for the translator
 *   const { pages, refused, project: after } = importUnits(project, [{ name: 'done.po', content }])
 *   serializeLock(after.lock) // keep it: with it, a later change of the source is noticed
 */
import { VFileMessage } from 'vfile-message'
import { type Dialect, hasJsx } from './blocks/dialect.ts'
import { readBlocks } from './blocks/read-blocks.ts'
import {
  type ExchangeText,
  type TextFormat,
  parseExchange,
  writeExchange,
} from './formats/exchange.ts'
import { type ReadFile, fileProblem } from './formats/read-unit.ts'
import type { Memory } from './formats/tmx.ts'
import { selectUnits } from './formats/unit.ts'
import { type Glossary, emptyGlossary } from './glossary/glossary.ts'
import { type Imported, type ImportOptions, importFiles } from './import/import-files.ts'
import { loadVote } from './language/detect-language.ts'
import { type Lock, emptyLock } from './lock/lock.ts'
import {
  type TranslationProject,
  type WorkPage,
  unitSetOf,
  workPageOf,
} from './project/translation-project.ts'
import type { BlockState } from './state/state.ts'
import { problemAt } from '#plugins/problems.ts'

export type { Block, BlockPage } from './blocks/block.ts'
export type { Dialect } from './blocks/parse.ts'
export { type PageSource, readBlocks } from './blocks/read-blocks.ts'
export { type ExchangeText, type TextFormat, textFormats } from './formats/exchange.ts'
export type { Refusal } from './formats/refusals.ts'
export { type Memory, readTmx, writeTmx } from './formats/tmx.ts'
export { type Unit, type UnitSet, pendingStates } from './formats/unit.ts'
export { type Glossary, readGlossary } from './glossary/glossary.ts'
export type { Imported } from './import/import-files.ts'
export { type Lock, type LockStatus, parseLock, serializeLock } from './lock/lock.ts'
export { syncLock } from './lock/sync-lock.ts'
export { type TranslationProject, type WorkPage, unitSetOf } from './project/translation-project.ts'
export { statesOf } from './state/block-state.ts'
export { type Counts, type ProjectCounts, countProject } from './state/count.ts'
export { type BlockPair, type BlockState, type StaleGrade, blockStates } from './state/state.ts'

/** A page as text; without `target` it is not translated yet. */
export interface PageTexts {
  /** Its name in units and counts: the path without the extension, the same in both languages. */
  slug: string
  source: string
  target?: string
}

export interface TranslationRequest {
  /** Its name in files for translators; `docs` where it has none. */
  docset?: string
  /**
   * `guide` for MDX with directives, `docfx` for the Markdown that Microsoft’s documentation has; `markdown` or `mdx`
   * for pages of other generators.
   */
  dialect: Dialect
  /** BCP 47, as are all locales here. */
  sourceLocale: string
  targetLocale: string
  pages: readonly PageTexts[]
  /** Confirmed pairs, from `parseLock`; without it no block is stale. */
  lock?: Lock
  /** Names that stay as they are in a translation, and terms, from `readGlossary`. */
  glossary?: Glossary
  /** Earlier texts of sources, from `readTmx`. */
  memory?: Memory
}

/**
 * Pair the blocks of all pages, and give each pair its state: `project.pages[0].pairs`.
 *
 * A page that cannot be read in one of its languages is left out, with the reason and its place in `unreadable`.
 */
export async function openTranslation({
  docset = 'docs',
  dialect,
  sourceLocale,
  targetLocale,
  pages: given,
  lock = emptyLock,
  glossary = emptyGlossary,
  memory,
}: TranslationRequest): Promise<TranslationProject> {
  const vote = await loadVote(sourceLocale, targetLocale)
  const unreadable: VFileMessage[] = []
  const pages = given.flatMap((texts): WorkPage[] => {
    const name = (locale: string) => `${locale}/${texts.slug}.${hasJsx(dialect) ? 'mdx' : 'md'}`
    const read = (locale: string, text: string, of?: ReturnType<typeof readBlocks>) => {
      const source = {
        name: name(locale),
        slug: texts.slug,
        locale,
        text: withoutMark(text),
        dialect,
      }
      try {
        return readBlocks(source, of)
      } catch (error) {
        if (!(error instanceof VFileMessage)) throw error
        error.file = source.name
        unreadable.push(error)
        return undefined
      }
    }
    const source = read(sourceLocale, texts.source)
    const isNew = texts.target === undefined
    const target = isNew ? undefined : read(targetLocale, texts.target ?? '', source)
    if (!source || (!isNew && !target)) return []
    const page = { slug: texts.slug, source, ...(target && { target }), file: name(targetLocale) }
    return [workPageOf(page, { lock, glossary, vote })]
  })
  const kept = { lock, glossary, ...(memory && { memory }) }
  return { docset, sourceLocale, targetLocale, ...kept, vote, pages, unreadable }
}

/**
 * Units as the text of one file for translators’ tools.
 *
 * @param options.states - Only units in these; all by default. `pendingStates` are those that wait for work.
 * @param options.now - Time of the export; PO files carry it.
 */
export function exportUnits(
  project: TranslationProject,
  format: TextFormat,
  { states, now = new Date() }: { states?: readonly BlockState[]; now?: Date } = {},
): ExchangeText {
  const all = unitSetOf(project)
  return writeExchange(states ? selectUnits(all, states) : all, format, now)
}

/** A file that a translator’s tool has made. */
export interface ExchangeFile {
  /** Its extension says which format it is; in messages. */
  name: string
  content: string | Uint8Array
}

/**
 * Put files from translators’ tools into the pages.
 *
 * `pages` has those that change, as text before and after, by `<targetLocale>/<slug>` with the extension of the dialect;
 * `project` is the docset as it will be, with its new lock and states. A unit that is not whole (a link lost, the wrong
 * language, a source that has changed) is left out and in `refused`, with the reason and its place in the file; `messages`
 * are of files that cannot be read at all. Nothing that came in is changed.
 *
 * @param options.status - `machine` for what a machine translated: it counts once somebody has confirmed it.
 * @param options.isPart - Files may have fewer units than were exported.
 */
export function importUnits(
  project: TranslationProject,
  files: readonly ExchangeFile[],
  options: Partial<ImportOptions> = {},
): Imported {
  const read = files.map(({ name, content }) => parseExchange(content, name) ?? unknownFile(name))
  return importFiles(project, read, { status: 'ok', ...options })
}

function unknownFile(name: string): ReadFile {
  const advice = 'Give a .po, .xlf or .csv file.'
  const message = problemAt(
    name,
    fileProblem('exchange-syntax', 'File is of no known format.', advice),
  )
  return { name, units: [], messages: [message] }
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '')
}
