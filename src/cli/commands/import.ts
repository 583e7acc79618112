/** `import`: take back what a translator’s tool made. */
import { posix, relative, resolve } from 'node:path'
import { append } from '#plugins/large-arrays.ts'
import { type ReportedProblem, toProblems } from '../../report/problems.ts'
import { formatProblems } from '../../report/format-problems.ts'
import type { PluginFormat } from '../../translation/formats/plugin-format.ts'
import type { ReadFile } from '../../translation/formats/read-unit.ts'
import { importFiles, type Imported } from '../../translation/import/import-files.ts'
import { sortFiles } from '../../translation/import/sort-files.ts'
import type { LoadedTranslation } from '../../translation/project/load-translations.ts'
import { readArguments, UsageError } from '../arguments.ts'
import type { Command, Terminal } from '../command.ts'
import { filesOf, isExchange, readExchange } from '../exchange-files.ts'
import { pageFiles } from '../page-files.ts'
import type { NewText } from '../replace-files.ts'
import { write } from '../report-changes.ts'
import { siteRoots } from '../site-files.ts'
import { splitFolders } from '../split-folders.ts'
import {
  loadTranslations,
  loadTranslationsToWrite,
  translationOptions,
  type Wanted,
} from '../load-translations.ts'
import {
  type ImportedMemories,
  importMemories,
  isMemory,
  type MemoryCounts,
  memoryText,
} from '../import-memories.ts'
import { keptFiles, keptMemory } from '../save-translation-data.ts'

export const command: Command = {
  usage: `import [folder…] <file…> [--dry-run] [--part] [--machine] [--docset id] [--locale tag]
      [--l10n folder] [--json]
    Put translations from .po, .xlf, .csv or an OmegaT project into the pages, and record them in the
    lock. Units that are not sound are left out and reported with the reason; the exit code is then 1.
    A memory (.tmx) from elsewhere is added to that of the translation: \`export\` and \`next\` offer it.
    --dry-run   change nothing, report what would happen
    --part      files may have fewer units than were exported
    --machine   machine translations: somebody has to \`confirm\` them`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...translationOptions,
      'dry-run': { type: 'boolean', default: false },
      part: { type: 'boolean', default: false },
      machine: { type: 'boolean', default: false },
    })
    const { folders, others } = await splitFolders(positionals, terminal, isExchange)
    if (!others.length) throw new UsageError('No file is named. Name the files to import.')
    const { tmx, messages, nameOf, formats, memories } = await openAll(
      { folders, others, values, isDry: values['dry-run'] },
      terminal,
    )
    const files = await readAll(
      others.filter((name) => !isMemory(name)),
      terminal,
      formats,
    )
    const sorted = sortFiles(files, memories.loaded)
    // What cannot be read would be written over.
    const isKeptBroken = messages.some(({ ruleId = '' }) => ruleId?.startsWith('exchange-'))
    const status = values.machine ? 'machine' : 'ok'
    const failures = [
      ...messages.filter(({ fatal }) => fatal),
      ...memories.messages,
      ...sorted.messages,
    ]
    const done = await Promise.all(
      sorted.byTranslation.map(async ({ work, files: own }) => {
        const imported = importFiles(work.project, own, { status, isPart: values.part })
        const pages = await pageFiles(imported.pages, nameOf)
        append(failures, [...imported.messages, ...pages.messages])
        append(
          failures,
          imported.refused.map(({ message }) => message),
        )
        // The lock first: until a page is there, too, its blocks only wait as before.
        const isSound = pages.messages.length === 0 && hasResult(imported) && !isKeptBroken
        const kept = isSound
          ? await keptFiles(work, imported.project.lock, { after: imported.project })
          : []
        return { work, imported, files: isSound ? [...kept, ...pages.files] : [] }
      }),
    )
    const problems = toProblems(failures)
    const changes = done.flatMap((item) => item.files)
    append(changes, await memoryFiles(memories, changes, isKeptBroken))
    const roots = siteRoots(folders, terminal)
    const failure = values['dry-run'] ? undefined : await write(changes, terminal, roots)
    const isWritten = !values['dry-run'] && failure === undefined
    const results = { done, memories: memories.counts, problems, isWritten, nameOf }
    if (values.json) terminal.print(resultJson(results, tmx.length > 0))
    else printResults(results, terminal)
    if (failure !== undefined) terminal.warn(failure)
    const hasErrors = problems.some(({ severity }) => severity === 'error')
    return hasErrors || failure !== undefined ? 1 : 0
  },
}

interface Request {
  folders: readonly string[]
  others: readonly string[]
  values: Wanted
  isDry: boolean
}

/** The translations, with the memories among the files already in theirs. */
async function openAll({ folders, others, values, isDry }: Request, terminal: Terminal) {
  const tmx = others.filter(isMemory)
  const opened = isDry
    ? await loadTranslations(folders, values, terminal)
    : await loadTranslationsToWrite(folders, values, terminal, tmx.length > 0)
  return { ...opened, tmx, memories: await importMemories(tmx, opened.loaded, terminal.cwd) }
}

interface Results {
  done: readonly (Result & { files: readonly NewText[] })[]
  memories: readonly MemoryCounts[]
  problems: readonly ReportedProblem[]
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

/** Memories that no other result of this import has written. */
async function memoryFiles(
  { loaded, counts }: ImportedMemories,
  changes: readonly NewText[],
  isKeptBroken: boolean,
): Promise<NewText[]> {
  const paths = new Set(changes.map(({ path }) => path))
  const own = loaded.filter(({ project, paths: { memory } }) => {
    const isNew = counts.some(
      ({ docset, targetLocale, added }) =>
        added > 0 && docset === project.docset && targetLocale === project.targetLocale,
    )
    return isNew && !paths.has(memory)
  })
  return isKeptBroken ? [] : (await Promise.all(own.map(keptMemory))).flat()
}

async function readAll(
  given: readonly string[],
  { cwd }: Terminal,
  formats: readonly PluginFormat[],
): Promise<ReadFile[]> {
  const paths = (await Promise.all(given.map((value) => filesOf(resolve(cwd, value))))).flat()
  return Promise.all(
    paths.map((path) => readExchange(path, posix.normalize(relative(cwd, path)) || path, formats)),
  )
}

/** Whether a file gave anything; one that did not changes nothing, the memory included. */
function hasResult({ accepted, confirmed }: Imported): boolean {
  return accepted + confirmed > 0
}

interface Result {
  work: LoadedTranslation
  imported: Imported
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
