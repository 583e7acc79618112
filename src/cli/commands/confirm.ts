/** `confirm`: record that translations are correct as they are. */
import { closest } from 'fastest-levenshtein'
import { toProblems } from '../../report/problems.ts'
import { choosePairs, chosen, type Chosen } from '../../translation/project/choose-pairs.ts'
import { confirmAll, seed } from '../../translation/lock/lock-changes.ts'
import { isWhole, sourceBlocks, targetHashes } from '../../translation/lock/sync-lock.ts'
import type { TranslationProject } from '../../translation/project/translation-project.ts'
import { readArguments, UsageError } from '../arguments.ts'
import type { Command } from '../command.ts'
import { reportChanges } from '../report-changes.ts'
import { readReviewer } from '../review/commit-review.ts'
import { isDocfxFolder } from '../find-workbench.ts'
import { isSite } from '../site-folder.ts'
import { splitFolders } from '../split-folders.ts'
import { loadTranslationsToWrite, translationOptions } from '../load-translations.ts'
import { keptFiles } from '../save-translation-data.ts'

export const command: Command = {
  usage: `confirm [folder…] <page[#section[/n]]…> [--all] [--reviewer name] [--docset id] [--locale tag]
      [--l10n folder] [--json]
    Record that translations are right as they are: a stale one that needs no change, or assumed ones.
    Confirm blocks that are still in the source language one by one, as \`next\` names them.
    --all       all pages
    --reviewer  commit only the files written, with this name as Reviewed-by`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...translationOptions,
      all: { type: 'boolean', default: false },
      reviewer: { type: 'string' },
    })
    const reviewer = readReviewer(values.reviewer)
    // In a site, a folder that is no docset may have the name of a page.
    const isPageName = async (folder: string) => isSite(terminal.root) && !isDocfxFolder(folder)
    const { folders, others: names } = await splitFolders(positionals, terminal, isPageName)
    if (!names.length && !values.all) {
      throw new UsageError('Nothing to confirm is named. Name pages, or use --all.')
    }
    const { loaded, messages, nameOf } = await loadTranslationsToWrite(folders, values, terminal)
    const matches = loaded.map(({ project }) => ({
      project,
      byName: names.map((name) => choosePairs(project, name)),
    }))
    for (const [index, name] of names.entries()) {
      const own = matches.filter(({ byName }) => byName[index])
      if (own.length === 0) throw unknown(name, loaded)
      if (own.length > 1) throw ambiguous(name, own)
    }
    const meant = loaded.flatMap((work, index) => {
      const { pages } = work.project
      const all = values.all
        ? [chosen(pages.flatMap(({ pairs }) => pairs).filter(isWhole))]
        : (matches[index]?.byName ?? []).filter((item): item is Chosen => item !== undefined)
      return all.length ? [{ work, all }] : []
    })
    const done = await Promise.all(
      meant.map(async ({ work, all }) => {
        const { project } = work
        const pairs = all.flatMap((item) => item.pairs)
        const inUse = targetHashes(project)
        const confirmed = confirmAll(project.lock, pairs, 'ok', inUse)
        const lock = pairs.length ? seed(confirmed, sourceBlocks(project)) : project.lock
        return {
          docset: project.docset,
          targetLocale: project.targetLocale,
          confirmed: pairs.length,
          left: all.reduce((sum, item) => sum + item.left, 0),
          files: pairs.length ? await keptFiles(work, lock, { beginsLock: true }) : [],
        }
      }),
    )
    const problems = toProblems(messages.filter(({ fatal }) => fatal))
    const what = values.all ? 'all pages' : names.join(', ')
    const review = reviewer && { reviewer, subject: `Confirm translations of ${what}` }
    const changes = { done, problems, isJson: values.json, nameOf, ...(review && { review }) }
    return reportChanges(changes, terminal, (item) => {
      const left = item.left ? `, ${item.left} left: still in the source language` : ''
      return `${item.confirmed} confirmed${left}`
    })
  },
}

function ambiguous(name: string, matches: readonly { project: TranslationProject }[]): UsageError {
  const known = matches.map(({ project }) => `${project.docset} ${project.targetLocale}`)
  return new UsageError(
    `\`${name}\` is in ${known.join(', ')}. Choose one with --docset and --locale, or name the file.`,
  )
}

function unknown(name: string, loaded: readonly { project: TranslationProject }[]): UsageError {
  const slugs = loaded.flatMap(({ project }) => project.pages.map(({ slug }) => slug))
  const near = closest(name.replace(/#.*/s, ''), slugs)
  return new UsageError(
    `There is no \`${name}\`. Name a page such as \`${near}\`, \`page#section\` or \`page#section/n\`.`,
  )
}
