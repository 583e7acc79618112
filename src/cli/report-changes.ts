/** Write the changes of a command, unless there are errors, and report them. */
import type { ReportedProblem } from '../report/problems.ts'
import { formatProblems } from '../report/format-problems.ts'
import type { ExitCode, Terminal } from './command.ts'
import { failureText } from './process/failure.ts'
import { commitReview, expectCommitted } from './review/commit-review.ts'
import { ConcurrentChangeError, type NewText, replaceFiles } from './replace-files.ts'

export interface ProjectResult {
  docset: string
  targetLocale: string
  files: readonly NewText[]
}

export interface Changes<Result extends ProjectResult> {
  /** The results of each translation. */
  done: readonly Result[]
  /** Errors, with which nothing is written. */
  problems: readonly ReportedProblem[]
  isJson: boolean
  nameOf: (path: string) => string
  /** The commit to make of the changes. */
  review?: ReviewCommit
}

/** A commit of what a person reviewed. */
interface ReviewCommit {
  reviewer: string
  /** First line of its message. */
  subject: string
}

/**
 * Write all changes, or none, and print a line for each translation.
 *
 * @param summary - What was done to a translation, in a few words.
 */
export async function reportChanges<Result extends ProjectResult>(
  { done, problems, isJson, nameOf, review }: Changes<Result>,
  terminal: Terminal,
  summary: (result: Result) => string,
): Promise<ExitCode> {
  const isSound = problems.length === 0
  const failure = isSound
    ? await write(
        done.flatMap(({ files }) => files),
        terminal,
        { ...(review && { review }) },
      )
    : undefined
  const isWritten = isSound && failure === undefined
  if (isJson) {
    const translations = done.map(({ files, ...translation }) => ({
      ...translation,
      written: isWritten ? files.map(({ path }) => nameOf(path)) : [],
    }))
    terminal.print(JSON.stringify({ translations, problems }, undefined, 2))
  } else {
    if (!isSound) terminal.print(formatProblems(problems, 'text'))
    for (const item of isWritten ? done : []) {
      const names = item.files.map(({ path }) => nameOf(path))
      const where = names.length ? ` → ${names.join(', ')}` : ''
      terminal.print(`${item.docset} ${item.targetLocale}: ${summary(item)}${where}`)
    }
  }
  if (failure !== undefined) terminal.warn(failure)
  else if (!isSound) terminal.warn('Nothing was written.')
  return isWritten ? 0 : 1
}

export interface WriteOptions {
  /** See `writablePath`. */
  roots?: readonly string[]
  review?: ReviewCommit
}

/**
 * Write files, and commit them for a review.
 *
 * @returns What went wrong, as a sentence. The files are then unchanged, unless it says that only the commit failed.
 */
export async function write(
  files: readonly NewText[],
  terminal: Pick<Terminal, 'cwd' | 'root'>,
  { roots = [], review }: WriteOptions = {},
): Promise<string | undefined> {
  if (review) await expectCommitted(files)
  try {
    await replaceFiles(files, { roots })
  } catch (error) {
    const why =
      error instanceof ConcurrentChangeError
        ? `${error.message} has changed in the meantime; do it again`
        : failureText(error, terminal)
    return `Nothing was written: ${why}`
  }
  return review && commitReview(files, review.subject, review.reviewer)
}
