/** Commit what a person reviewed, so that the history of the lock says who it was. */
import { dirname } from 'node:path'
import type { NewText } from '../replace-files.ts'
import { UsageError } from '../arguments.ts'
import { Failure } from '../process/failure.ts'
import { askGit, repositoryFault } from './git.ts'

/**
 * The value of `--reviewer`: a name, with or without an email address, as Git writes it.
 *
 * @throws UsageError for anything else.
 */
export function readReviewer(typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined
  const name = typed.trim()
  if (/^[^<>\p{Cc}]+(?: <[^<>\s]+@[^<>\s]+>)?$/u.test(name)) return name
  throw new UsageError(
    `--reviewer \`${name}\` is not a name. Write a name, or \`Name <name@example.com>\`.`,
  )
}

/**
 * Make sure that the files have no uncommitted changes, so that the commit holds the review and nothing else.
 *
 * @throws Failure if they have, or if there is no repository.
 */
export async function expectCommitted(files: readonly NewText[]): Promise<void> {
  const [first] = files
  if (!first) return
  const folder = dirname(first.path)
  const fault = await repositoryFault(folder)
  if (fault !== undefined) {
    throw new Failure(`--reviewer makes a commit, and Git cannot (${fault}). Nothing was written.`)
  }
  const existing = files.filter(({ was }) => was !== undefined).map(({ path }) => path)
  if (existing.length === 0) return
  const { output } = await askGit(folder, ['status', '--porcelain', '--', ...existing])
  const [changed] = output.toString().split('\n').filter(Boolean)
  if (changed === undefined) return
  throw new Failure(
    `\`${changed.slice(3)}\` has changes that are not committed. Commit them first: the commit of --reviewer holds only what was reviewed. Nothing was written.`,
  )
}

/**
 * Commit the files, and nothing else that is staged.
 *
 * @returns What went wrong, as a sentence; undefined if the commit was made.
 */
export async function commitReview(
  files: readonly NewText[],
  subject: string,
  reviewer: string,
): Promise<string | undefined> {
  const [first] = files
  if (!first) return undefined
  const folder = dirname(first.path)
  const paths = files.map(({ path }) => path)
  const added = await askGit(folder, ['add', '--', ...paths])
  const message = `${subject}\n\nReviewed-by: ${reviewer}\n`
  const commit = ['commit', '--quiet', '--only', '--file=-', '--', ...paths]
  const made = added.code === 0 ? await askGit(folder, commit, message) : added
  if (made.code === 0) return undefined
  const why = made.fault || made.output.toString().trim().split('\n')[0] || 'no reason given'
  return `The files are written, and not committed: ${why}. Commit them yourself with the line \`Reviewed-by: ${reviewer}\` at the end.`
}
