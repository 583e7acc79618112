/** What a real `git merge` makes of a file. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']

/**
 * Two branches in a fresh repository, each with its text of a file; the status is 0 without a conflict.
 *
 * @param union - Merge as the project’s own `.gitattributes` says of files that machines write.
 */
export function merged(
  base: string,
  [item = base, other = base]: readonly string[],
  { union = false } = {},
): { status: number | null; text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-merge-'))
  const file = join(folder, 'file')
  const git = (...words: string[]) =>
    execFileSync('git', [...identity, ...words], { cwd: folder, stdio: 'pipe' })
  const commit = (text: string) => {
    writeFileSync(file, text)
    git('add', '.')
    git('commit', '--quiet', '--message', 'x')
  }
  try {
    git('init', '--quiet', '--initial-branch', 'main')
    if (union) writeFileSync(join(folder, '.gitattributes'), 'file merge=union\n')
    commit(base)
    git('checkout', '--quiet', '-b', 'one')
    commit(item)
    git('checkout', '--quiet', '-b', 'other', 'main')
    commit(other)
    const merge = [...identity, 'merge', '--quiet', '--no-edit', 'one']
    const { status } = spawnSync('git', merge, { cwd: folder })
    return { status, text: readFileSync(file, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
