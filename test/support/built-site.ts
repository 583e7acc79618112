/** Real sites, built by the command line as a person would, once for all tests that look at them. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { withLock } from '#src/cli/lock.ts'

const root = join(import.meta.dirname, '../..')
const fasttrack = join(root, '../shared/docsets/fasttrack-2020-07')

/** What decides what a build gives, besides the content. */
const program = ['src', 'plugins', 'public', 'content/ui', 'astro.config.mjs', 'package-lock.json']

/** The project's own site. */
export async function builtSite(site: 'own', options?: { base?: string }): Promise<string>
/** FastTrack's docset in French and English; undefined where it does not lie beside the project. */
export async function builtSite(
  site: 'fasttrack',
  options?: { base?: string },
): Promise<string | undefined>
/**
 * The folder of a built site, for reading: copy it before you change something.
 *
 * It is named by a digest of all that went into it, so that test files, and runs, share one build.
 */
export async function builtSite(
  site: 'own' | 'fasttrack',
  { base = '/' } = {},
): Promise<string | undefined> {
  if (site === 'own') return build('own', [join(root, 'content')], ['--base', base])
  if (!existsSync(fasttrack)) return undefined
  const folders = ['fr-fr', 'en-us'].map((locale) => join(fasttrack, locale))
  const place = ['--url', 'https://fasttrack.example', '--base', base]
  return build('fasttrack', folders, [...folders, ...place])
}

async function build(name: string, content: string[], rest: string[]): Promise<string> {
  const inputs = [...program.map((path) => join(root, path)), ...content]
  // Builds share Astro's caches: two at once would trip over each other.
  return withLock(join(tmpdir(), 'passerelle-built-site.lock'), async () => {
    const digest = await digestOf(inputs, rest)
    const folder = join(tmpdir(), `passerelle-site-${name}-${digest}`)
    if (existsSync(folder)) return folder
    await removeOld(name)
    const [main, args] = [join(root, 'src/cli/main.ts'), ['build', ...rest, '--out', folder]]
    await promisify(execFile)(process.execPath, [main, ...args], { cwd: root, env: environment() })
    return folder
  })
}

/** Vite must not take the build for a test. */
function environment(): NodeJS.ProcessEnv {
  const set = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'))
  return { ...Object.fromEntries(set), NODE_ENV: 'production', INIT_CWD: root }
}

async function digestOf(inputs: readonly string[], args: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(args))
  for (const input of inputs) {
    for (const path of await filesIn(input)) hash.update(path).update(await readFile(path))
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

/** Sites of earlier states of the project; a run of an hour ago no longer looks at them. */
async function removeOld(name: string): Promise<void> {
  for (const entry of await readdir(tmpdir())) {
    if (!entry.startsWith(`passerelle-site-${name}-`)) continue
    const path = join(tmpdir(), entry)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > 3_600_000) await rm(path, { recursive: true, force: true })
  }
}
