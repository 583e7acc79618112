/** Who has written each line of a file, and when, as Git knows it. */
import { basename, dirname } from 'node:path'
import { isFolder } from '../is-folder.ts'
import { askGit } from './git.ts'

/** The commit of a line. */
interface LineOrigin {
  commit: string
  author: string
  /** ISO 8601, in UTC. */
  date: string
  /** Whom the commit names with `Reviewed-by`. */
  reviewers: readonly string[]
}

const separator = '\u001F'

/** Lines of a file by their text, see `originsOf`. */
export type LineOrigins = ReadonlyMap<string, LineOrigin>

/**
 * Lines by their text. A line that is not committed has none; in a clone that has a part of the history only,
 * neither has one that is older than that part.
 *
 * @param commit - The file as it was there. (default: as it is on disk)
 */
export async function originsOf(path: string, commit?: string): Promise<LineOrigins> {
  const folder = dirname(path)
  if (!(await isFolder(folder))) return new Map()
  const at = commit === undefined ? [] : [commit]
  const args = ['blame', '--line-porcelain', ...at, '--', basename(path)]
  const { code, output } = await askGit(folder, args)
  if (code !== 0) return new Map()
  const shallow = (await askGit(folder, ['rev-parse', '--is-shallow-repository'])).output
  const lines = blamed(output.toString(), shallow.toString().startsWith('true'))
  const reviewers = await reviewersOf(folder, new Set([...lines.values()].map(([sha]) => sha)))
  return new Map(
    [...lines].map(([line, [commit, author, time]]): [string, LineOrigin] => {
      const date = new Date(time * 1000).toISOString()
      return [line, { commit, author, date, reviewers: reviewers.get(commit) ?? [] }]
    }),
  )
}

function blamed(text: string, isShallow: boolean) {
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
