/** Sites for edits: a copy of the program, and beside it what is built. */
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, readdir, rm, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { startPasserelle } from '../child.ts'
import { docfxFiles, writeTree } from '../disk-site.ts'
import { type Tree, png } from '../tree.ts'
import { docfxContent, pluginFiles, withPlugin } from './own-content.ts'

export interface EditedSite {
  /** Folder of all that belongs to it; builds go beside what they are made of. */
  folder: string
  /** The program, with its own `content/`. */
  project: string
  /** Has the site's `content/`. */
  root: string
  /** Where somebody starts a build. */
  cwd: string
  /** Docfx folders as they type them; none for the guides of the project. */
  folders: readonly string[]
}

export const siteNames = ['small', 'fasttrack', 'nuget', 'guides'] as const

/** A small docset of the tests, a real one of docfx, 100 pages of a large one, or the project's guides. */
export type SiteName = (typeof siteNames)[number]

/** What edits may change, from a site's folder: all that its builds read. */
export function editable({ folders }: EditedSite): string[] {
  return folders.length ? ['docs'] : ['project/content', 'project/public']
}

const program = join(import.meta.dirname, '../../..')
const real = join(program, '../shared/docsets')
const parts = ['src', 'plugins', 'content', 'public', 'astro.config.mjs', 'package.json']

/** Whether there is what the site is copied from. */
export function hasSite(name: SiteName): boolean {
  const folder = { fasttrack: 'fasttrack-2020-07', nuget: 'nuget-2021-07' }[name as string]
  return folder === undefined || existsSync(join(real, folder))
}

/** Make the site in `folder`, which nothing is in. */
export async function makeSite(name: SiteName, folder: string): Promise<EditedSite> {
  const project = join(folder, 'project')
  await mkdir(project, { recursive: true })
  for (const part of parts) await cp(join(program, part), join(project, part), { recursive: true })
  await symlink(join(program, 'node_modules'), join(project, 'node_modules'))
  if (name === 'guides') return makeGuides({ folder, project })
  const docs = join(folder, 'docs')
  const site = { folder, project, root: docs, cwd: docs, folders: ['fr-fr', 'en-us'] }
  await fillDocs(name, docs)
  await writeTree(docs, contents[name])
  // What translators share, and the ledger: as a team has them that works with the program.
  for (const command of [
    ['sync', '--memory'],
    ['links', 'accept'],
  ]) {
    await startPasserelle([...command, ...site.folders], site).ended
  }
  await cp(join(program, 'content/l10n/glossary.csv'), join(site.cwd, 'fr-fr/l10n/glossary.csv'))
  return site
}

const contents: Readonly<Record<Exclude<SiteName, 'guides'>, Tree>> = {
  small: docfxContent('d'),
  fasttrack: docfxContent('fasttrack', {
    fasttrack: 'O365-fasttrack-responsibilities.md',
    customer: 'O365-your-responsibilities.md',
  }),
  nuget: docfxContent('nuget'),
}

async function makeGuides(places: Pick<EditedSite, 'folder' | 'project'>): Promise<EditedSite> {
  const { project } = places
  const config = join(project, 'content/site.config.ts')
  await writeTree(project, {
    ...pluginFiles,
    'content/site.config.ts': withPlugin(await readFile(config, 'utf8')),
  })
  return { ...places, root: project, cwd: project, folders: [] }
}

/** A program of its own: with another cache of compiled themes, or other sources. */
export async function ownModules({ project }: EditedSite): Promise<void> {
  const modules = join(project, 'node_modules')
  await rm(modules)
  await mkdir(modules)
  for (const name of await readdir(join(program, 'node_modules'))) {
    // What begins with a dot is written to.
    if (!name.startsWith('.'))
      await symlink(join(program, 'node_modules', name), join(modules, name))
  }
}

async function fillDocs(name: Exclude<SiteName, 'guides'>, docs: string): Promise<void> {
  if (name === 'small') return writeTree(docs, { ...smallDocs('en-us'), ...smallDocs('fr-fr') })
  if (name === 'fasttrack') {
    for (const locale of ['en-us', 'fr-fr']) {
      await copyWritable(join(real, 'fasttrack-2020-07', locale), join(docs, locale), () => true)
    }
    return
  }
  const from = join(real, 'nuget-2021-07')
  const all = (await readdir(join(from, 'en-us'), { recursive: true })).toSorted()
  const pages = all.filter((path) => path.endsWith('.md') && !/TOC\.md$|\/includes\//.test(path))
  // From all over the docset.
  const step = pages.length / 100
  const some = new Set(Array.from({ length: 100 }, (_, at) => pages[Math.floor(at * step)]))
  const isWanted = (path: string) => some.has(path) || !pages.includes(path)
  for (const locale of ['en-us', 'fr-fr']) {
    const root = join(from, locale)
    await copyWritable(root, join(docs, locale), (path) => isWanted(relative(root, path)))
  }
}

/** What the copy is made of may be for reading only. */
async function copyWritable(
  from: string,
  to: string,
  is: (path: string) => boolean,
): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !is(path)) continue
    const target = join(to, relative(from, path))
    await mkdir(dirname(target), { recursive: true })
    await cp(path, target)
  }
}

const texts = {
  'en-us': ['Title', 'Some words of the page.', 'Part', 'Do this, then that.'],
  'fr-fr': ['Titre', 'Quelques mots de la page.', 'Partie', 'Faites ceci, puis cela.'],
}

function smallDocs(locale: keyof typeof texts): Tree {
  const [title, words, part, more] = texts[locale]
  const page = (name: string, text: string) =>
    `---\ntitle: ${title} ${name}\ndescription: ${words}\nms.date: 01/02/2026\n---\n\n# ${title} ${name}\n\n${text}\n`
  const files = {
    'TOC.md': `# [A](a.md)\n# ${part}\n## [B](b.md)\n## [C](more/c.md)\n`,
    'a.md': page(
      'A',
      `${words} [b](b.md), [c](more/c.md#part).\n\n![${part}](p.png)\n\n## ${part}\n\n${more}`,
    ),
    'b.md': page(
      'B',
      `[!INCLUDE [i](includes/i.md)]\n\n## ${title}\n\n${words} [a](a.md), [c](more/c.md)\n\n## ${part}\n\n- ${more}`,
    ),
    'more/c.md': page('C', `## ${part}\n\n> [!NOTE]\n> ${more}\n\n[a](../a.md), [file](../f.csv).`),
    'includes/i.md': `${words} ([a](../a.md))\n`,
    'index.yml': `### YamlMime:Landing\ntitle: ${title}\nsummary: ${words}\nmetadata:\n  title: ${title}\nlandingContent:\n  - title: ${part}\n    linkLists:\n      - linkListType: overview\n        links:\n          - text: A\n            url: a.md\n`,
    'p.png': png,
    'f.csv': 'a;b\n',
  }
  return {
    ...docfxFiles(locale, {
      content: [{ files: ['**/*.md', '**/*.yml'], exclude: ['includes/**'] }],
      resource: [{ files: ['**/*.png', '**/*.csv'] }],
    }),
    ...Object.fromEntries(
      Object.entries(files).map(([path, text]) => [`${locale}/docs/${path}`, text]),
    ),
    [`${locale}/.openpublishing.redirection.json`]: JSON.stringify({
      redirections: [{ source_path: 'docs/old.md', redirect_url: '/d/a' }],
    }),
  }
}
