/** Real sites, built by the command line as a person would, once for all tests that look at them. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { digestOf, kept, program } from './kept.ts'

const root = join(import.meta.dirname, '../..')
const docsets = join(root, '../shared/docsets')

/** Docsets of docfx beside the project: their folder, and the translation in it. */
const pairs = {
  fasttrack: ['fasttrack-2020-07', 'fr-fr'],
  'fasttrack-de': ['fasttrack-2020-07-de-de', 'de-de'],
  'fasttrack-zh': ['fasttrack-2020-07-zh-cn', 'zh-cn'],
  nuget: ['nuget-2021-07', 'fr-fr'],
} as const

/** The name of a pair of docsets beside the project. */
export type RealPair = keyof typeof pairs

/** The folders of a pair, its translation first; undefined where it does not lie beside the project. */
export function foldersOf(pair: RealPair): string[] | undefined {
  const [name, locale] = pairs[pair]
  const folder = join(docsets, name)
  return existsSync(folder) ? [join(folder, locale), join(folder, 'en-us')] : undefined
}

/** The project's own site. */
export async function builtSite(site: 'own', options?: { base?: string }): Promise<string>
/** The docset that has each construct of docfx, `examples/docfx`. */
export async function builtSite(site: 'docfx', options?: { base?: string }): Promise<string>
/** A real docset in two languages; undefined where it does not lie beside the project. */
export async function builtSite(
  site: RealPair,
  options?: { base?: string },
): Promise<string | undefined>
/**
 * The folder of a built site, for reading: copy it before you change something.
 *
 * It is named by a digest of all that went into it, so that test files, and runs, share one build.
 */
export async function builtSite(
  site: 'own' | 'docfx' | RealPair,
  { base = '/' } = {},
): Promise<string | undefined> {
  if (site === 'own') return build('own', [join(root, 'content')], ['--base', base])
  const example = join(root, 'examples/docfx')
  const folders =
    site === 'docfx' ? [join(example, 'fr-fr'), join(example, 'en-us')] : foldersOf(site)
  if (!folders) return undefined
  const place = ['--url', `https://${site}.example`, '--base', base]
  if (site === 'docfx')
    return build(
      site,
      [...folders, join(example, 'content')],
      [...folders, ...place, '--root', example],
    )
  return build(site, folders, [...folders, ...place])
}

async function build(name: string, content: string[], rest: string[]): Promise<string> {
  const digest = await digestOf([...program, ...content], rest)
  return kept(`site-${name}`, digest, async (folder) => {
    const [main, args] = [join(root, 'src/cli/main.ts'), ['build', ...rest, '--out', folder]]
    await promisify(execFile)(process.execPath, [main, ...args], { cwd: root, env: environment() })
  })
}

/** Vite must not take the build for a test. */
function environment(): NodeJS.ProcessEnv {
  const set = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'))
  return { ...Object.fromEntries(set), NODE_ENV: 'production', INIT_CWD: root }
}
