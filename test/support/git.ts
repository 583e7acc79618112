/** A repository of a test’s own: its commits have an author, whatever the machine says. */
import { execFileSync, spawnSync } from 'node:child_process'

export const hasGit = spawnSync('git', ['--version']).status === 0
if (!hasGit) console.warn('Skipped: this needs git, which is not installed')

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']

/** Run Git in a folder; gives what it prints. */
export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'pipe' }).toString()
}

/** Make a folder a repository whose branch `main` has all that is in it. */
export function beginHistory(folder: string): void {
  git(folder, 'init', '--quiet', '--initial-branch', 'main')
  commitAll(folder)
}

export function commitAll(folder: string): void {
  git(folder, 'add', '.')
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'x')
}
