/** `review`: which translations a change of the sources makes stale. */
import { resolve } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import type { FileSystem } from '../../docsets/file-system.ts'
import type { SiteSources } from '../../docsets/find-site.ts'
import { quotedArgument } from '../../permalinks/command-line.ts'
import { formatProblems, plural } from '../../report/format-problems.ts'
import { type Review, formatReview, reviewFormats } from '../../report/format-review.ts'
import { toProblems } from '../../report/problems.ts'
import { lineOf } from '../../translation/lock/lock.ts'
import { readTerms } from '../../translation/glossary/read-terms.ts'
import { textDocsets } from '../../translation/project/text-docsets.ts'
import type { TranslatedDocset } from '../../docsets/translated-docset.ts'
import { readTeamData, readTranslations } from '../../translation/project/load-translations.ts'
import {
  type TranslationProject,
  loadProject,
} from '../../translation/project/translation-project.ts'
import {
  type ConfirmationOf,
  type TranslationReview,
  lockBefore,
  reviewTranslation,
} from '../../translation/review/made-stale.ts'
import { rootAround } from '../../real-path.ts'
import { UsageError, readArguments } from '../arguments.ts'
import type { Command, Terminal } from '../command.ts'
import { findFolders, findOwn } from '../find-site.ts'
import { isFolder } from '../is-folder.ts'
import { l10nFolder } from '../l10n-folder.ts'
import { chooseTranslations, translationOptions } from '../load-translations.ts'
import { originsOf } from '../review/blame.ts'
import { type FolderAt, filesAt } from '../review/commit-files.ts'
import { commitOf, mergeBase, repositoryFault } from '../review/git.ts'
import { siteFiles, siteRoots } from '../site-files.ts'
import { readChoice } from '../translation-arguments.ts'

export const command: Command = {
  usage: `review [folder…] --base ref [--head ref] [--format ${reviewFormats.join('|')}]
      [--docset id] [--locale tag] [--l10n folder] [--json]
    Show which translated blocks the changes since a branch make stale, what is new to translate, and the
    command that exports it. Both states are read from Git; nothing is written.
    --base   the branch, tag or commit that the work will be merged into, such as origin/main
    --head   a commit to compare instead of the current files`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      ...translationOptions,
      base: { type: 'string' },
      head: { type: 'string' },
      format: { type: 'string' },
    })
    const { base, head } = values
    if (base === undefined) throw new UsageError('Say with --base where the change will be merged.')
    const format = readChoice(
      'format',
      values.json ? 'json' : (values.format ?? 'text'),
      reviewFormats,
    )
    const request = { folders: positionals, base, head, wanted: values }
    const { review, messages, unread } = await compare(request, terminal)
    const problems = toProblems(messages.filter(({ fatal }) => fatal))
    terminal.print(formatReview(review, format))
    if (unread) {
      terminal.warn(
        `${plural(unread, 'page')} could not be read as of then: nothing is told of their changes.`,
      )
    }
    if (problems.length) terminal.warn(formatProblems(problems, 'text'))
    return problems.length ? 1 : 0
  },
}

interface ReviewRequest {
  folders: readonly string[]
  base: string
  head: string | undefined
  wanted: { docset?: string | undefined; locale?: string | undefined; l10n?: string | undefined }
}

async function compare(request: ReviewRequest, terminal: Terminal) {
  const { folders, base, head, wanted } = request
  const disk = siteFiles(folders, terminal)
  const find = (files: FileSystem) => findIn(folders, files, terminal)
  // Where the team keeps its files depends on the docsets as they are on disk.
  const folder = await l10nFolder((await find(disk)).docsets, wanted.l10n, terminal)
  const past = await foldersAt(await rootsOf(folders, folder, terminal), base, head)
  const [before, now] = await Promise.all([
    filesAt(
      past.map(({ folder: path, base: commit }) => ({ folder: path, commit })),
      disk,
    ),
    head === undefined
      ? disk
      : filesAt(
          past.map(({ folder: path, head: commit }) => ({ folder: path, commit })),
          disk,
        ),
  ])
  const withTexts = async (files: FileSystem) => {
    const site = await find(files)
    return {
      ...site,
      docsets: [...site.docsets, ...(await textDocsets(site, folder, terminal.root))],
    }
  }
  const { site, loaded, messages } = await readNow(
    await withTexts(now),
    await withTexts(before),
    { folder, wanted },
    terminal,
  )
  const unread = loaded.reduce((sum, item) => sum + (item.before?.unreadable?.length ?? 0), 0)
  const unreadable = loaded.flatMap(({ project }) => project.unreadable ?? [])
  const review: Review = {
    base: past.find(({ base: commit }) => commit)?.base ?? base,
    translations: await Promise.all(
      loaded.map(async ({ before: earlier, project, lock, lockPath }) => {
        const root = past.find(({ folder: path }) => rootAround(lockPath, [path]) !== undefined)
        const confirmed = await confirmations(earlier?.lock, lockPath, root?.base)
        return reviewTranslation(earlier, project, lock, confirmed)
      }),
    ),
    commandOf: (translation) => exportCommand(request, translation, site),
  }
  return { review, messages: [...messages, ...unreadable], unread }
}

function findIn(
  folders: readonly string[],
  files: FileSystem,
  terminal: Terminal,
): Promise<SiteSources> {
  return folders.length
    ? findFolders(folders, {}, terminal, { textOnly: true, files })
    : findOwn({}, terminal, { textOnly: true, files })
}

/** The folders that hold all that is read. */
async function rootsOf(
  folders: readonly string[],
  team: string,
  terminal: Terminal,
): Promise<string[]> {
  const roots = siteRoots(folders, terminal)
  const all = rootAround(team, roots) === undefined ? [...roots, team] : roots
  const are = await Promise.all(all.map(isFolder))
  return all.filter((_, index) => are[index])
}

/**
 * The commit of each folder. Languages may lie in repositories of their own: one that knows nothing of the change
 * is read as it is.
 */
async function foldersAt(
  roots: readonly string[],
  base: string,
  head: string | undefined,
): Promise<(Pick<FolderAt, 'folder'> & { base?: string; head?: string })[]> {
  const faults: unknown[] = []
  const all = await Promise.all(
    roots.map(async (folder) => {
      try {
        const fault = await repositoryFault(folder)
        if (fault !== undefined) {
          throw new UsageError(`Git reads no repository at \`${resolve(folder)}\`: ${fault}`)
        }
        const commit = await mergeBase(folder, base, head ?? 'HEAD')
        const tip = head === undefined ? undefined : await commitOf(folder, head)
        return { folder, base: commit, ...(tip !== undefined && { head: tip }) }
      } catch (error) {
        faults.push(error)
        return { folder }
      }
    }),
  )
  if (faults.length === roots.length) throw faults[0]
  return all
}

/** A translation in both states. */
interface LoadedBoth {
  before: TranslationProject | undefined
  project: TranslationProject
  /** As it is now. */
  lock: TranslationProject['lock']
  /** Absolute path of its file. */
  lockPath: string
}

/** How pairs were confirmed before the change. */
async function confirmations(
  lock: TranslationProject['lock'] | undefined,
  path: string,
  commit: string | undefined,
): Promise<ConfirmationOf> {
  if (!lock || commit === undefined) return () => undefined
  const origins = await originsOf(path, commit)
  const entries = new Map(lock.entries.map((entry) => [`${entry.source} ${entry.target}`, entry]))
  return (source, target) => {
    const entry = entries.get(`${source} ${target}`)
    return entry && { status: entry.status ?? 'ok', ...origins.get(lineOf(entry)) }
  }
}

/** A site whose docsets are those of texts outside of pages, too. */
type ReviewedSite = Omit<SiteSources, 'docsets'> & { docsets: readonly TranslatedDocset[] }

async function readNow(
  site: ReviewedSite,
  past: ReviewedSite,
  { folder, wanted }: { folder: string } & Pick<ReviewRequest, 'wanted'>,
  { root }: Terminal,
) {
  const messages: VFileMessage[] = [...site.messages]
  const { files, nameOf } = site.context
  const terms = await readTerms(files, folder, root, nameOf)
  const { loaded: pastProjects } = await readTranslations(past, { folder, root })
  const loaded: LoadedBoth[] = []
  for (const translation of chooseTranslations(site, wanted)) {
    const { opened, locale } = translation
    const before = pastProjects.find(
      (item) => item.opened.docset.id === opened.docset.id && item.locale === locale,
    )?.project
    const { data, paths, messages: faults } = await readTeamData(site, folder, translation)
    const kept = { ...data, glossary: terms.glossary, lock: lockBefore(before, data.lock) }
    const project = await loadProject(opened, locale, site.context, kept)
    append(messages, faults)
    loaded.push({ before, project, lock: data.lock, lockPath: paths.lock })
  }
  return { site, loaded, messages }
}

function exportCommand(
  { folders, wanted }: ReviewRequest,
  { docset, targetLocale, stale, added }: TranslationReview,
  { docsets }: ReviewedSite,
): string {
  const states = [...(stale.length ? ['stale'] : []), ...(added.blocks ? ['missing'] : [])]
  const args = [
    ...folders,
    '--only',
    states.join(','),
    ...(docsets.length > 1 ? ['--docset', docset] : []),
    '--locale',
    targetLocale,
    ...(wanted.l10n === undefined ? [] : ['--l10n', wanted.l10n]),
  ]
  return ['passerelle export', ...args.map(quotedArgument)].join(' ')
}
