/** `sync`: record in the lock what the pages of a docset have now, translations in their files included. */
import { toProblems } from '../../report/problems.ts'
import { syncLock } from '../../translation/lock/sync-lock.ts'
import { readArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { reportChanges } from '../report-changes.ts'
import { loadTranslationsToWrite, translationOptions } from '../load-translations.ts'
import { keptFiles } from '../save-translation-data.ts'

export const command: Command = {
  usage: `sync [folder…] [--memory] [--docset id] [--locale tag] [--l10n folder] [--json]
    Create or update the lock from the pages: a translation that nobody has confirmed counts
    as assumed, and every block of the source gets a line. Run it once for a new docset, and whenever the
    source has changed or pages were translated without \`import\`.
    --memory   also start a translation memory beside the lock: it shows translators what has changed`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...translationOptions,
      memory: { type: 'boolean', default: false },
    })
    const { loaded, messages, nameOf } = await loadTranslationsToWrite(
      positionals,
      values,
      terminal,
      true,
    )
    const done = await Promise.all(
      loaded.map(async (work) => {
        const { lock, ...counts } = syncLock(work.project)
        const { docset, targetLocale } = work.project
        const files = await keptFiles(work, lock, {
          keepsMemory: values.memory,
          beginsLock: true,
        })
        return { docset, targetLocale, ...counts, files }
      }),
    )
    const problems = toProblems(messages.filter(({ fatal }) => fatal))
    return reportChanges({ done, problems, isJson: values.json, nameOf }, terminal, (item) =>
      [`${item.assumed} assumed`, `${item.recorded} recorded`, `${item.seeded} seeded`].join(', '),
    )
  },
}
