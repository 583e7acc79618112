/** Import translations into the pages, and report what was written: `import` and `pretranslate`. */
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { formatProblems } from '../report/format-problems.ts'
import { type ReportedProblem, toProblems } from '../report/problems.ts'
import { mergedCells } from '../translation/glossary/cells.ts'
import type { ReadFile } from '../translation/formats/read-unit.ts'
import {
  type Imported,
  type ImportOptions,
  importFiles,
} from '../translation/import/import-files.ts'
import { sortFiles } from '../translation/import/sort-files.ts'
import type { LoadedTranslation } from '../translation/project/load-translations.ts'
import type { ExitCode, Terminal } from './command.ts'
import { type ImportedMemories, type MemoryCounts, memoryText } from './import-memories.ts'
import type { LoadedTranslations } from './load-translations.ts'
import { pageFiles } from './page-files.ts'
import type { NewText } from './replace-files.ts'
import { write } from './report-changes.ts'
import { keptFiles, keptMemory } from './save-translation-data.ts'
import { siteRoots } from './site-files.ts'

export interface ImportRequest {
  files: readonly ReadFile[]
  /** Problems of single lines; the rest of their file is imported. */
  faults?: readonly VFileMessage[]
  /** The translations, and memories that were merged into theirs. */
  opened: LoadedTranslations & { memories?: ImportedMemories }
  /** Folders as typed. */
  folders: readonly string[]
  isJson: boolean
  /** Write nothing. */
  isDry: boolean
  options: ImportOptions
  /** Commit what is written, reviewed by this person. */
  reviewer?: string
}

/**
 * Write the accepted units of files, and print what was accepted and refused.
 *
 * @returns 1 if there are errors, or if nothing could be written.
 */
export async function importTranslations(
  request: ImportRequest,
  terminal: Terminal,
): Promise<ExitCode> {
  const { opened, isJson, isDry } = request
  const computed = await computeImport(request)
  const failure = isDry ? undefined : await writeImport(computed, request, terminal)
  const isWritten = !isDry && failure === undefined
  const results = { ...computed, isWritten, nameOf: opened.nameOf }
  if (isJson) terminal.print(resultJson(results, opened.memories !== undefined))
  else printResults(results, terminal)
  if (failure !== undefined) terminal.warn(failure)
  const hasErrors = computed.problems.some(({ severity }) => severity === 'error')
  return hasErrors || failure !== undefined ? 1 : 0
}

/** What an import would write, and its problems; nothing is written yet. */
interface ComputedImport {
  done: readonly ImportedFiles[]
  memories: readonly MemoryCounts[]
  problems: readonly ReportedProblem[]
  changes: readonly NewText[]
}

async function computeImport({
  files,
  faults = [],
  opened,
  options,
}: ImportRequest): Promise<ComputedImport> {
  const { messages, nameOf, memories = noMemories(opened) } = opened
  const sorted = sortFiles(files, memories.loaded)
  // A damaged lock or memory must not be overwritten.
  const isDataBroken = messages.some(({ ruleId = '' }) => ruleId?.startsWith('exchange-'))
  const done = await Promise.all(
    sorted.byTranslation.map(async ({ work, files: own }) => {
      const imported = importFiles(work.project, own, options)
      return filesOf({ work, imported }, nameOf, isDataBroken)
    }),
  )
  const changes = mergeByFile(done.flatMap((item) => item.files))
  append(changes, await memoryFiles(memories, changes, isDataBroken))
  const problems = toProblems([
    ...messages.filter(({ fatal }) => fatal),
    ...memories.messages,
    ...faults,
    ...sorted.messages,
    ...done.flatMap((item) => item.messages),
  ])
  return { done, memories: memories.counts, problems, changes }
}

/** The files that the import into one translation changes. */
async function filesOf(
  { work, imported }: Result,
  nameOf: (path: string) => string,
  isDataBroken: boolean,
): Promise<ImportedFiles> {
  const pages = await pageFiles(imported.pages, nameOf)
  // The lock is written first: without the page, a block is only pending as before.
  const isSound = pages.messages.length === 0 && hasResult(imported) && !isDataBroken
  const kept = isSound
    ? await keptFiles(work, imported.project.lock, { after: imported.project })
    : []
  const refusals = imported.refused.map(({ message }) => message)
  const messages = [...imported.messages, ...pages.messages, ...refusals]
  return { work, imported, messages, files: isSound ? [...kept, ...pages.files] : [] }
}

/** Write all changes, or none. Returns the reason if they could not be written. */
function writeImport(
  { done, changes }: ComputedImport,
  { folders, reviewer }: ImportRequest,
  terminal: Terminal,
): Promise<string | undefined> {
  const names = done.map(({ work }) => `${work.project.docset} ${work.project.targetLocale}`)
  const review = reviewer && { reviewer, subject: `Import translations of ${names.join(', ')}` }
  return write(changes, terminal, {
    roots: siteRoots(folders, terminal),
    ...(review && { review }),
  })
}

/**
 * Merge the changes of several languages in one file, such as the glossary. If they conflict, all are kept: `write` then
 * finds the file changed by the first, and writes nothing.
 */
function mergeByFile(files: readonly NewText[]): NewText[] {
  return [...Map.groupBy(files, ({ path }) => path).values()].flatMap((same) => {
    const [first, ...others] = same
    if (first?.was === undefined || others.length === 0) return same
    const mark = first.was.startsWith('\uFEFF') ? '\uFEFF' : ''
    const texts = same.map(({ text }) => text.slice(mark.length))
    const text = mergedCells(first.was.slice(mark.length), texts)
    return text === undefined ? same : [{ ...first, text: mark + text }]
  })
}

function noMemories({ loaded }: LoadedTranslations): ImportedMemories {
  return { loaded: [...loaded], counts: [], messages: [] }
}

interface Results extends Omit<ComputedImport, 'changes'> {
  isWritten: boolean
  nameOf: (path: string) => string
}

function resultJson(
  { done, memories, problems, isWritten, nameOf }: Results,
  hasMemories: boolean,
): string {
  const translations = done.map((item) => ({
    ...countsOf(item),
    written: isWritten ? item.files.map(({ path }) => nameOf(path)) : [],
  }))
  const all = { translations, ...(hasMemories && { memories }), problems }
  return JSON.stringify(all, undefined, 2)
}

function printResults(
  { done, memories, problems, isWritten, nameOf }: Results,
  { print }: Pick<Terminal, 'print'>,
): void {
  if (problems.length) print(formatProblems(problems, 'text'))
  for (const counts of memories) print(memoryText(counts))
  for (const candidate of done) {
    const to = candidate.files.map(({ path }) => nameOf(path)).join(', ') || 'nothing'
    print(`${countsText(candidate)}\n  ${isWritten ? 'written' : 'to write'}: ${to}`)
  }
}

/** Memory files that are not among the changes already. */
async function memoryFiles(
  { loaded, counts }: ImportedMemories,
  changes: readonly NewText[],
  isDataBroken: boolean,
): Promise<NewText[]> {
  const paths = new Set(changes.map(({ path }) => path))
  const own = loaded.filter(({ project, paths: { memory } }) => {
    const isNew = counts.some(
      ({ docset, targetLocale, added }) =>
        added > 0 && docset === project.docset && targetLocale === project.targetLocale,
    )
    return isNew && !paths.has(memory)
  })
  return isDataBroken ? [] : (await Promise.all(own.map(keptMemory))).flat()
}

/** Without a result nothing is written, the memory included. */
function hasResult({ accepted, confirmed }: Imported): boolean {
  return accepted + confirmed > 0
}

interface Result {
  work: LoadedTranslation
  imported: Imported
}

interface ImportedFiles extends Result {
  files: readonly NewText[]
  messages: readonly VFileMessage[]
}

function countsOf({ work: { project }, imported }: Result) {
  const { accepted, confirmed, unchanged, pending, refused } = imported
  return {
    docset: project.docset,
    targetLocale: project.targetLocale,
    accepted,
    confirmed,
    unchanged,
    pending,
    refused: refused.map(({ id, message }) => ({ id, rule: message.ruleId })),
  }
}

function countsText(result: Result): string {
  const { docset, targetLocale, accepted, confirmed, unchanged, pending, refused } =
    countsOf(result)
  return (
    `${docset} ${targetLocale}: ${accepted} translated, ${confirmed} confirmed, ` +
    `${unchanged} as before, ${pending} still wait, ${refused.length} refused`
  )
}
