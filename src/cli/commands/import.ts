/** `import`: take back what a translator’s tool made. */
import { posix, relative, resolve } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { problemAt } from '#plugins/problems.ts'
import { toProblems } from '../../report/problems.ts'
import { formatProblems } from '../../report/format.ts'
import type { ReadFile } from '../../translation/formats/read-unit.ts'
import { refusal } from '../../translation/formats/refusals.ts'
import { importFiles, type Imported } from '../../translation/import/import-files.ts'
import type { OpenWork } from '../../translation/workspace/open-works.ts'
import { readArguments, UsageError } from '../arguments.ts'
import type { Command, Terminal } from '../command.ts'
import { filesOf, isExchange, readExchange } from '../exchange-files.ts'
import { pageFiles } from '../page-files.ts'
import type { NewText } from '../replace-files.ts'
import { write } from '../report-changes.ts'
import { siteRoots } from '../open-texts.ts'
import { splitFolders } from '../split-folders.ts'
import { openWorks, openWorksToWrite, translationOptions } from '../workspaces.ts'
import { keptFiles } from '../write-kept.ts'

export const command: Command = {
  usage: `import [folder…] <file…> [--dry-run] [--part] [--machine] [--docset id] [--locale tag]
      [--l10n folder] [--json]
    Put translations from .po, .xlf, .csv or an OmegaT project into the pages, and into the lock that they
    are done. What is unsound is left out and named with its reason; the exit code is then 1.
    --dry-run   only tell what would happen
    --part      files may have fewer units than were exported
    --machine   a machine translated: somebody has to \`confirm\``,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...translationOptions,
      'dry-run': { type: 'boolean', default: false },
      part: { type: 'boolean', default: false },
      machine: { type: 'boolean', default: false },
    })
    const { folders, others } = await splitFolders(positionals, terminal, isExchange)
    if (!others.length) throw new UsageError('Unexpected end, expected files to import')
    const files = await readAll(others, terminal)
    const open = values['dry-run'] ? openWorks : openWorksToWrite
    const { works, messages, nameOf } = await open(folders, values, terminal)
    const sorted = sortFiles(files, works)
    const status = values.machine ? 'machine' : 'ok'
    const wrong = [...messages.filter(({ fatal }) => fatal), ...sorted.messages]
    const done = await Promise.all(
      sorted.byWork.map(async ({ work, files: own }) => {
        const imported = importFiles(work.workspace, own, { status, isPart: values.part })
        const pages = await pageFiles(imported.pages, nameOf)
        wrong.push(...imported.messages, ...pages.messages)
        wrong.push(...imported.refused.map(({ message }) => message))
        // The lock first: until a page is there, too, its blocks only wait as before.
        const isSound = pages.messages.length === 0
        const kept = isSound
          ? await keptFiles(work, imported.workspace.lock, { after: imported.workspace })
          : []
        return { work, imported, files: isSound ? [...kept, ...pages.files] : [] }
      }),
    )
    const problems = toProblems(wrong)
    const changes = done.flatMap((one) => one.files)
    const roots = siteRoots(folders, terminal)
    const failure = values['dry-run'] ? undefined : await write(changes, terminal, roots)
    const isWritten = !values['dry-run'] && failure === undefined
    const names = (given: readonly NewText[]) => given.map(({ path }) => nameOf(path))
    if (values.json) {
      const translations = done.map((one) => ({
        ...countsOf(one),
        written: isWritten ? names(one.files) : [],
      }))
      terminal.print(JSON.stringify({ translations, problems }, undefined, 2))
    } else {
      if (problems.length) terminal.print(formatProblems(problems, 'text'))
      for (const one of done) {
        const to = names(one.files).join(', ') || 'nothing'
        const what = isWritten ? `written: ${to}` : `to write: ${to}`
        terminal.print(`${countsText(one)}\n  ${what}`)
      }
    }
    if (failure !== undefined) terminal.warn(failure)
    const hasErrors = problems.some(({ severity }) => severity === 'error')
    return hasErrors || failure !== undefined ? 1 : 0
  },
}

async function readAll(given: readonly string[], { cwd }: Terminal): Promise<ReadFile[]> {
  const paths = (await Promise.all(given.map((one) => filesOf(resolve(cwd, one))))).flat()
  return Promise.all(
    paths.map((path) => readExchange(path, posix.normalize(relative(cwd, path)) || path)),
  )
}

/** Which translation a file is of: it says so itself, and where there is one only it can be no other. */
function sortFiles(
  files: readonly ReadFile[],
  works: readonly OpenWork[],
): { byWork: { work: OpenWork; files: ReadFile[] }[]; messages: VFileMessage[] } {
  const messages: VFileMessage[] = []
  const byWork = works.map((work) => ({ work, files: [] as ReadFile[] }))
  for (const file of files) {
    const found = byWork.filter(({ work }) => fits(file, work))
    const [one] = found.length === 1 ? found : byWork.length === 1 ? byWork : []
    if (one) one.files.push(file)
    else {
      const known = works.map(({ workspace }) => `${workspace.docset} ${workspace.targetLocale}`)
      const said = [file.docset, file.targetLocale].filter(Boolean).join(' ') || 'without a name'
      const problem = refusal('exchange-docset', said, known.join('`, `'))
      messages.push(...file.messages, problemAt(file.name, problem, { line: 1, column: 1 }))
    }
  }
  return { byWork: byWork.filter((one) => one.files.length > 0), messages }
}

function fits({ docset, targetLocale }: ReadFile, { workspace }: OpenWork): boolean {
  return (
    (docset === undefined || docset === workspace.docset) &&
    (targetLocale === undefined || targetLocale === workspace.targetLocale)
  )
}

interface Result {
  work: OpenWork
  imported: Imported
}

function countsOf({ work: { workspace }, imported }: Result) {
  const { accepted, confirmed, unchanged, pending, refused } = imported
  return {
    docset: workspace.docset,
    targetLocale: workspace.targetLocale,
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
