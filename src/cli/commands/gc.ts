/** `gc`: take out of the lock what no page has any more. */
import { toProblems } from '../../report/problems.ts'
import { prune, seed } from '../../translation/lock/lock-changes.ts'
import { sourceBlocks, targetHashes } from '../../translation/lock/sync-lock.ts'
import { readArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { reportChanges } from '../report-changes.ts'
import { loadTranslationsToWrite, translationOptions } from '../load-translations.ts'
import { keptFiles } from '../save-translation-data.ts'

export const command: Command = {
  usage: `gc [folder…] [--docset id] [--locale tag] [--l10n folder] [--json]
    Delete lines of blocks that no longer exist from the lock and the memory. Run it now and then, on the
    main branch: a line that another branch still needs would cause a merge conflict.`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, translationOptions)
    const { loaded, messages, nameOf } = await loadTranslationsToWrite(
      positionals,
      values,
      terminal,
    )
    const done = await Promise.all(
      loaded.map(async (work) => {
        const { project } = work
        const { docset, targetLocale } = project
        const sources = sourceBlocks(project)
        const hashes = new Set(sources.map(({ hash }) => hash))
        const pruned = prune(project.lock, hashes, targetHashes(project))
        const removed = project.lock.entries.length - pruned.entries.length
        const files = await keptFiles(work, seed(pruned, sources))
        return { docset, targetLocale, removed, files }
      }),
    )
    const problems = toProblems(messages.filter(({ fatal }) => fatal))
    return reportChanges(
      { done, problems, isJson: values.json, nameOf },
      terminal,
      ({ removed }) => `${removed} line${removed === 1 ? '' : 's'} removed`,
    )
  },
}
