/** Author, date and reviewers of each line of a file, from Git. */
import { basename, dirname } from 'node:path'
import { isFolder } from '../is-folder.ts'
import { askGit } from './git.ts'

/** The commit that last changed a line. */
interface LineOrigin {
  commit: string
  author: string
  /** ISO 8601, in UTC. */
  date: string
  /** Names of its `Reviewed-by` trailers. */
  reviewers: readonly string[]
}

const separator = '\u001F'

/** Origins by the text of the line. */
export type LineOrigins = ReadonlyMap<string, LineOrigin>

/**
 * The origin of each line. Uncommitted lines have none, and in a shallow clone neither have lines that are older than its
 * history.
 *
 * @param commit - Read the file at this commit. (default: as it is on disk)
 */
export async function originsOf(path: string, commit?: string): Promise<LineOrigins> {
  const folder = dirname(path)
  if (!(await isFolder(folder))) return new Map()
  const at = commit === undefined ? [] : [commit]
  const args = ['blame', '--line-porcelain', ...at, '--', basename(path)]
  const { code, output } = await askGit(folder, args)
  if (code !== 0) return new Map()
  const shallow = (await askGit(folder, ['rev-parse', '--is-shallow-repository'])).output
  const lines = parseBlame(output.toString(), shallow.toString().startsWith('true'))
  const reviewers = await reviewersOf(folder, new Set([...lines.values()].map(([sha]) => sha)))
  return new Map(
    [...lines].map(([line, [commit, author, time]]): [string, LineOrigin] => {
      const date = new Date(time * 1000).toISOString()
      return [line, { commit, author, date, reviewers: reviewers.get(commit) ?? [] }]
    }),
  )
}

/** Read the output of `git blame --line-porcelain`. */
function parseBlame(text: string, isShallow: boolean) {
  const lines = new Map<string, [commit: string, author: string, time: number]>()
  let commit = ''
  let facts = new Map<string, string>()
  for (const row of text.split('\n')) {
    const [, sha] = /^([\da-f]{40,64}) \d+ \d+/.exec(row) ?? []
    if (sha !== undefined) {
      commit = sha
      facts = new Map()
    } else if (row.startsWith('\t')) {
      const isKnown = !/^0+$/.test(commit) && !(isShallow && facts.has('boundary'))
      const author = facts.get('author') ?? ''
      const line = row.slice(1).trim()
      if (isKnown && line) lines.set(line, [commit, author, Number(facts.get('author-time'))])
    } else {
      const space = row.indexOf(' ')
      facts.set(space < 0 ? row : row.slice(0, space), space < 0 ? '' : row.slice(space + 1))
    }
  }
  return lines
}

async function reviewersOf(
  folder: string,
  commits: ReadonlySet<string>,
): Promise<Map<string, string[]>> {
  if (commits.size === 0) return new Map()
  const trailers = `%(trailers:key=Reviewed-by,valueonly,separator=${separator})`
  const args = ['log', '--no-walk', '--stdin', `--format=%H${separator}${trailers}`]
  const { output } = await askGit(folder, args, [...commits, ''].join('\n'))
  return new Map(
    output
      .toString()
      .split('\n')
      .map((row): [string, string[]] => {
        const [sha = '', ...names] = row.split(separator)
        return [sha, names.map((name) => name.trim()).filter(Boolean)]
      }),
  )
}
