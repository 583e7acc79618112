/** `export`: hand the work to a translator’s tool. */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { toProblems } from '../../report/problems.ts'
import { formatProblems } from '../../report/format-problems.ts'
import { readArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { type ExchangeFormat, exchangeFormats, exportFiles } from '../exchange-files.ts'
import { writeWhole } from '../process/write-whole.ts'
import { readChoice, readStates } from '../translation-arguments.ts'
import { loadTranslations, translationOptions } from '../load-translations.ts'
import { writablePath } from '../writable-path.ts'

export const command: Command = {
  usage: `export [folder…] [--to ${exchangeFormats.join('|')}] [--only waiting] [--out folder]
      [--docset id] [--locale tag] [--l10n folder] [--json]
    Write files for a translation tool, with the texts that are translated and those still to do.
    --to     po for Poedit, Weblate and most others (the default); xliff12 for Trados and memoQ (only what is
             to do); xliff21 for recent tools; omegat for a project ready to open; tmx, the memory; csv
    --only   blocks in these states, such as stale,missing; waiting means all that is still to do
    --out    the folder to write to (default: out/ beside the lock)`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...translationOptions,
      to: { type: 'string', default: 'po' },
      only: { type: 'string' },
      out: { type: 'string' },
    })
    const states = readStates('only', values.only)
    const { loaded, folder, nameOf, messages, formats } = await loadTranslations(
      positionals,
      values,
      terminal,
    )
    const own = formats.find(({ name }) => name === values.to)
    const known = [...exchangeFormats, ...formats.map(({ name }) => name as ExchangeFormat)]
    const format = own ?? readChoice('to', values.to, known)
    const out = values.out === undefined ? join(folder, 'out') : resolve(terminal.cwd, values.out)
    const problems = toProblems(messages.filter(({ fatal }) => fatal))
    const done: { docset: string; targetLocale: string; units: number; files: string[] }[] = []
    const pageProblems = loaded.flatMap(({ project }) => project.unreadable ?? [])
    // A page that cannot be read is left out; with anything else wrong the whole work would be in doubt.
    const isSound = messages.every((message) => !message.fatal || pageProblems.includes(message))
    for (const { project } of isSound ? loaded : []) {
      const { docset, targetLocale } = project
      const { files, folders, units } = exportFiles(project, format, states, new Date())
      for (const path of folders) await mkdir(join(out, path), { recursive: true })
      for (const [path, text] of files) {
        await writeWhole(await writablePath(join(out, path), [folder, out]), text)
      }
      const names = [...files.keys()].map((path) => nameOf(join(out, path)))
      done.push({ docset, targetLocale, units, files: names })
    }
    if (values.json) {
      terminal.print(JSON.stringify({ translations: done, problems }, undefined, 2))
    } else {
      if (problems.length) terminal.print(formatProblems(problems, 'text'))
      for (const { docset, targetLocale, units, files } of done) {
        terminal.print(
          `${docset} ${targetLocale}: ${units} unit${units === 1 ? '' : 's'} → ${files.join(', ')}`,
        )
      }
    }
    return problems.length ? 1 : 0
  },
}
