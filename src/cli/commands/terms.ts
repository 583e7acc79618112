/** `terms`: export the glossary as TBX, and import TBX into it. */
import { join, posix, relative, resolve } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { nodeFileSystem } from '../../node-file-system.ts'
import { formatProblems } from '../../report/format-problems.ts'
import { toProblems } from '../../report/problems.ts'
import { isFatal } from '../../translation/formats/read-unit.ts'
import { readTbx, writeTbx } from '../../translation/formats/tbx.ts'
import { mergeTerms } from '../../translation/glossary/merge-terms.ts'
import { readArguments, UsageError } from '../arguments.ts'
import type { Command, ExitCode, Terminal } from '../command.ts'
import {
  type LoadedTranslations,
  loadTranslations,
  loadTranslationsToWrite,
  translationOptions,
} from '../load-translations.ts'
import { writeWhole } from '../process/write-whole.ts'
import { readText } from '../replace-files.ts'
import { write } from '../report-changes.ts'
import { splitFolders } from '../split-folders.ts'
import { writablePath } from '../writable-path.ts'

export const command: Command = {
  usage: `terms export [folder…] [--out file.tbx] | terms import [folder…] <file.tbx…> [--dry-run]
      [--docset id] [--locale tag] [--l10n folder]
    Export the glossary as TBX-Basic, or import terms from TBX files (version 3 or martif): new terms become new rows,
    missing translations are filled in, and existing values stay.
    --out       the file to write (default: out/glossary.tbx beside the lock)
    --dry-run   change nothing, report what would happen`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...translationOptions,
      out: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    })
    // A folder may have the name of the verb.
    const index = positionals.findIndex((item) => item === 'export' || item === 'import')
    const verb = positionals[index]
    const named = positionals.filter((_, place) => place !== index)
    const { folders, others } = await splitFolders(named, terminal)
    if (verb === 'export') {
      const loaded = await loadTranslations(folders, values, terminal)
      return exportTerms(loaded, values.out, terminal)
    }
    if (verb === undefined) throw new UsageError('Say `terms export` or `terms import`.')
    if (!others.length) throw new UsageError('No file is named. Name the files to import.')
    const isDry = values['dry-run']
    const loaded = isDry
      ? await loadTranslations(folders, values, terminal)
      : await loadTranslationsToWrite(folders, values, terminal, true)
    return importTerms(loaded, others, isDry, terminal)
  },
}

async function exportTerms(
  { loaded, folder, nameOf }: LoadedTranslations,
  out: string | undefined,
  { cwd, print }: Terminal,
): Promise<ExitCode> {
  const [first] = loaded
  if (!first) throw new UsageError('There is no translation.')
  const { glossary, sourceLocale } = first.project
  const path = out === undefined ? join(folder, 'out/glossary.tbx') : resolve(cwd, out)
  await writeWhole(await writablePath(path, [folder]), writeTbx(glossary, sourceLocale))
  print(`${glossary.terms.length} terms → ${nameOf(path)}`)
  return 0
}

const problem = defineProblems('translation', {
  'glossary-different': (term: string, locale: string, own: string, other: string) => ({
    severity: 'warning',
    reason: `\`${term}\` is \`${other}\` in \`${locale}\` here, but \`${own}\` in the glossary, which was not changed.`,
    note: 'If this translation is right, change the glossary.',
  }),
})

async function importTerms(
  { loaded, folder, nameOf, messages: kept }: LoadedTranslations,
  given: readonly string[],
  isDry: boolean,
  terminal: Terminal,
): Promise<ExitCode> {
  const [first] = loaded
  if (!first) throw new UsageError('There is no translation.')
  const options = {
    sourceLocale: first.project.sourceLocale,
    targetLocales: [...new Set(loaded.map(({ project }) => project.targetLocale))],
  }
  const path = join(folder, 'glossary.csv')
  const was = await readText(path)
  let text = was
  const failures: VFileMessage[] = kept.filter(({ fatal }) => fatal)
  for (const value of given) {
    const bytes = await nodeFileSystem.read(resolve(terminal.cwd, value))
    if (!bytes) throw new UsageError(`There is no file \`${value}\`.`)
    const name = posix.normalize(relative(terminal.cwd, resolve(terminal.cwd, value)))
    const read = readTbx(bytes, name)
    append(failures, read.messages)
    if (isFatal(read)) continue
    const merged = mergeTerms(text, read.concepts, options)
    text = merged.text
    for (const { term, locale, own, other, line } of merged.different) {
      const difference = problem('glossary-different', term, locale, own, other)
      failures.push(problemAt(name, difference, { line, column: 1 }))
    }
    const { added, completed, known, skipped } = merged
    const out = skipped ? `, ${skipped} left out: no term in ${options.sourceLocale}` : ''
    terminal.print(`${name}: ${added} added, ${completed} completed, ${known} as before${out}`)
  }
  const problems = toProblems(failures)
  if (problems.length) terminal.print(formatProblems(problems, 'text'))
  const hasErrors = problems.some(({ severity }) => severity === 'error')
  if (hasErrors || isDry || text === undefined || text === was) return hasErrors ? 1 : 0
  const failure = await write([{ path, text, was }], terminal)
  if (failure !== undefined) terminal.warn(failure)
  else terminal.print(`written: ${nameOf(path)}`)
  return failure === undefined ? 0 : 1
}
