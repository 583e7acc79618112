/**
 * `npm run release:dry`: all that a release does but publishing it. In a clone of the last commit the version is raised as
 * the changesets say, the package is packed, and what is in it is checked.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { type PackedPackage, packageProblems } from './packed-package.ts'

const root = resolve(import.meta.dirname, '..')
const clone = mkdtempSync(join(tmpdir(), 'passerelle-release-'))

/** What a program prints; one that fails is shown, and ends this. */
function run(program: string, ...args: readonly string[]): string {
  const { status, stdout } = spawnSync(program, args, {
    cwd: clone,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status === 0) return stdout
  process.stdout.write(stdout)
  throw new ReleaseError(`${[program, ...args].join(' ')} failed: see above.`)
}

class ReleaseError extends Error {}

try {
  run('git', 'clone', '--quiet', '--no-local', root, '.')
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'))
  const bin = (name: string) => join(root, 'node_modules/.bin', name)
  run(bin('changeset'), 'version')
  const [packed] = JSON.parse(run('npm', 'pack', '--json', '--silent')) as [PackedPackage]
  const { name, version, files, size, filename } = packed
  const manifest = readFileSync(join(clone, 'package.json'), 'utf8')
  const tarball = new Uint8Array(readFileSync(join(clone, filename))).buffer
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true })
  const told = messages.map(
    (message) => `publint: ${formatMessage(message, pkg, { color: false })}`,
  )
  const problems = [...packageProblems(manifest, packed), ...told]
  for (const problem of problems) console.error(problem)
  console.log(run('git', 'diff', '--stat'))
  console.log(
    `${name}@${version}: ${files.length} files, ${Math.ceil(size / 1024)} kB packed. Nothing was published.`,
  )
  process.exitCode = problems.length ? 1 : 0
} catch (error) {
  if (!(error instanceof ReleaseError)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(clone, { recursive: true, force: true })
}
