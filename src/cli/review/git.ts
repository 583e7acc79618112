/** Questions to Git, each a process with its arguments as a list: no shell reads what people type. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { UsageError } from '../arguments.ts'
import { Failure } from '../process/failure.ts'

/** What Git answers. */
export interface GitAnswer {
  code: number
  output: Buffer
  /** The first line of what went wrong. */
  fault: string
}

/** Languages of messages and locks of the index are of no use to who only reads. */
const environment = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' }

/** @throws Failure where there is no Git. */
export function askGit(folder: string, args: readonly string[], input = ''): Promise<GitAnswer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd: folder, env: { ...process.env, ...environment } })
    const [output, faults]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (data: Buffer) => void output.push(data))
    child.stderr.on('data', (data: Buffer) => void faults.push(data))
    // Git that ends before it has read everything says why itself.
    child.stdin.on('error', () => undefined)
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? new Failure('Git is not installed. Install it.') : error)
    })
    child.on('close', (code) => {
      const [fault = ''] = Buffer.concat(faults).toString().trim().split('\n')
      resolve({ code: code ?? 1, output: Buffer.concat(output), fault })
    })
    child.stdin.end(input)
  })
}

/** The commit of a name, whole, in the repository that a folder is in. */
export async function commitOf(folder: string, name: string): Promise<string | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]
  const { code, output } = await askGit(folder, args)
  return code === 0 ? output.toString().trim() : undefined
}

/** Why a folder is in no repository that Git would read; undefined for one that is. */
export async function repositoryFault(folder: string): Promise<string | undefined> {
  const { code, fault } = await askGit(folder, ['rev-parse', '--is-inside-work-tree'])
  return code === 0 ? undefined : fault
}

/**
 * Where two commits have parted.
 *
 * @throws UsageError for a name that is no commit; Failure where the history is cut off before.
 */
export async function mergeBase(folder: string, base: string, head: string): Promise<string> {
  const isShallow = (await askGit(folder, ['rev-parse', '--is-shallow-repository'])).output
    .toString()
    .startsWith('true')
  const cut = isShallow
    ? ' This clone has a part of the history only: run `git fetch --unshallow`, or let CI check out all of it (`fetch-depth: 0`).'
    : ''
  const [from, to] = await Promise.all([commitOf(folder, base), commitOf(folder, head)])
  if (from === undefined || to === undefined) {
    const name = from === undefined ? base : head
    throw new UsageError(`Git knows no commit \`${name}\`. Name a branch, a tag or a commit.${cut}`)
  }
  const { code, output } = await askGit(folder, ['merge-base', from, to])
  if (code === 0) return output.toString().trim()
  throw new Failure(`\`${base}\` and \`${head}\` have no commit in common.${cut}`)
}

/**
 * `true` or `false` for a shallow or whole clone of the guides, then the commit that is checked out; empty without Git.
 */
export async function historyState(root: string): Promise<string> {
  try {
    const args = ['rev-parse', '--is-shallow-repository', 'HEAD']
    // They may be a repository of their own.
    return (await askGit(join(root, 'content/docs'), args)).output.toString()
  } catch {
    // There are no guides; or Git is not installed, which who reads the history reports.
    return ''
  }
}
