/** Passerelle itself: the program of this checkout, or of another. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { docsetName, writeDocfx } from '../inputs/docfx.ts'
import type { NeutralPage } from '../inputs/pages.ts'
import { type Project, middlePage } from './generator.ts'

/** Where the program keeps compiled themes. */
const themes = 'node_modules/.cache/passerelle/theme'

/** Neutral pages as a docset in French. */
export async function writePages(
  program: string,
  folder: string,
  pages: readonly NeutralPage[],
): Promise<Project> {
  await rm(folder, { recursive: true, force: true })
  await writeDocfx(join(folder, 'fr-fr'), pages)
  const edited = join(folder, 'fr-fr', docsetName, middlePage(pages).path)
  return { ...docfxProject(program, folder, ['fr-fr']), edited, pages: pages.length }
}

/** A project of docfx folders, built into `folder`. */
export function docfxProject(
  program: string,
  folder: string,
  sources: readonly string[],
): Pick<Project, 'build' | 'out' | 'clear'> {
  const [out, cache] = [join(folder, 'site'), join(folder, 'cache')]
  const options = [
    '--url',
    'https://bench.example',
    '--out',
    out,
    '--cache',
    cache,
    '--quiet',
    '--keep-going',
  ]
  return {
    build: {
      args: [join(program, 'src/cli/main.ts'), 'build', ...sources, ...options],
      cwd: folder,
    },
    out,
    async clear() {
      for (const path of [out, cache]) await rm(path, { recursive: true, force: true })
    },
  }
}

/** Let the next build compile the theme. */
export async function forgetTheme(program: string): Promise<void> {
  await rm(join(program, themes), { recursive: true, force: true })
}
