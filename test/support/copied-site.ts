/** The project copied, for tests that change its content: guides, configuration, committed files. */
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../..')
const parts = ['src', 'plugins', 'content', 'public', 'astro.config.mjs', 'package.json']

export interface CopiedSite {
  /** Folder of the copy. */
  root: string
  /** Where its builds go. */
  dist: string
  /** Replace words in a file; fails when they are not there. */
  edit: (path: string, from: string, to: string) => Promise<void>
  /** Run the command line in it. */
  run: (...args: readonly string[]) => Promise<{ code: number; output: string }>
}

/** A copy of its own, gone when the test ends. */
export async function copiedSite(): Promise<CopiedSite> {
  const site = await copySite()
  onTestFinished(() => rm(site.root, { recursive: true, force: true, maxRetries: 5 }))
  return site
}

/** A copy for several tests: who asks for it removes it. */
export async function copySite(): Promise<CopiedSite> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-copy-'))
  for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return {
    root: folder,
    dist: join(folder, 'dist'),
    async edit(path, from, to) {
      const text = await readFile(join(folder, path), 'utf8')
      if (!text.includes(from)) throw new Error(`No “${from}” in ${path}`)
      await writeFile(join(folder, path), text.replace(from, to))
    },
    run: (...args) =>
      new Promise((resolve) => {
        const main = join(folder, 'src/cli/main.ts')
        const options = { cwd: folder, env: environment(folder) }
        execFile(process.execPath, [main, ...args], options, (error, out, warnings) => {
          const code = typeof error?.code === 'number' ? error.code : Number(Boolean(error))
          resolve({ code, output: out + warnings })
        })
      }),
  }
}

/** Vite must not take a build for a test. */
export function environment(folder: string): NodeJS.ProcessEnv {
  const set = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'))
  return { ...Object.fromEntries(set), NODE_ENV: 'production', INIT_CWD: folder }
}
