/** Find a source and its translation in the layout of another generator, or in two folders that the user names. */
import { posix } from 'node:path'
import { pageFile } from '../docset.ts'
import type { FileSystem } from '../file-system.ts'
import { docusaurus } from './docusaurus.ts'
import { hugo } from './hugo.ts'
import { languageOfFolder } from './languages.ts'
import type { FoundEdition, FoundTree, Layout, Project } from './layout.ts'
import { isPage, localeFolders } from './locale-folders.ts'
import { mdbook } from './mdbook.ts'
import { rspress } from './rspress.ts'
import { githubSlug, starlight } from './starlight.ts'
import type { Generator, TreeDocset, TreeEdition, TreeSources } from './tree.ts'
import { vitepress } from './vitepress.ts'

const layouts: readonly Layout[] = [starlight, docusaurus, vitepress, rspress, hugo, mdbook]

/** Folders of Markdown of no known generator. */
const plain: Generator = {
  name: 'Markdown',
  dialectOf: (path) => (/\.mdx$/i.test(path) ? 'mdx' : 'markdown'),
  slugOf: githubSlug,
  pin: 'anchor',
}

/** A folder of pages, and their language if the user names it. */
export interface NamedTree {
  /** Absolute path. */
  folder: string
  locale?: string | undefined
}

/** The trees, or the reason why there are none, as a message for the user. */
export type FoundTrees = { trees: TreeSources[] } | { reason: string }

/** Find the trees of a project; undefined if its folder is not that of a known generator. */
export async function findTrees(
  folder: string,
  files: FileSystem,
  source: string | undefined,
): Promise<FoundTrees | undefined> {
  const found = await projectIn(folder, files, source)
  if (found) {
    const { layout, project } = found
    const generator = layout.generator(project.config.text)
    const trees = await layout.find(project)
    if (trees.some(({ targets }) => targets.length > 0))
      return { trees: trees.map((tree) => sourcesOf(tree, folder, generator)) }
    return {
      reason: `${generator.name} has pages in one language only here. Name two folders: --source en=… --target fr=….`,
    }
  }
  // Folders that are named by languages, and nothing else.
  const project = projectOf(folder, files, { name: '', text: '' }, source)
  const pages = (await project.list('')).filter(isPage)
  const names = new Set(pages.flatMap((path) => path.split('/').slice(0, -1)[0] ?? []))
  const locales = [...names].flatMap((name) => languageOfFolder(name) ?? [])
  if (locales.length < 2) return undefined
  if (source === undefined || !locales.includes(languageOfFolder(source) ?? ''))
    return { reason: whichSource(locales, source) }
  const trees = await localeFolders(project, { id: 'docs', root: '', rootLocale: source })
  return { trees: trees.map((tree) => sourcesOf(tree, folder, plain)) }
}

function whichSource(locales: readonly string[], source: string | undefined): string {
  const choices = locales.map((locale) => `--source ${locale}`).join(' or ')
  return source === undefined
    ? `Nothing says which language the pages are written in. Add ${choices}.`
    : `There is no language \`${source}\`. Add ${choices}.`
}

/** The trees in two folders that the user names, the source first. */
export async function treesInFolders(
  source: NamedTree,
  targets: readonly NamedTree[],
  files: FileSystem,
): Promise<FoundTrees> {
  const all = [source, ...targets]
  const locales = all.map(({ locale }) => locale)
  const unknown = all.find((_, index) => locales[index] === undefined)
  if (unknown) {
    const name = posix.basename(unknown.folder)
    return {
      reason: `Nothing says which language \`${name}\` is in. Say it before the folder: --source en=${unknown === source ? name : '…'} --target fr=${unknown === source ? '…' : name}.`,
    }
  }
  const folder = commonFolder(all.map((tree) => tree.folder))
  const editions = await Promise.all(
    all.map(async (tree, index): Promise<FoundEdition> => {
      const inner = all.filter((other) => isInside(tree.folder, other.folder))
      const listed = (await files.list(tree.folder)).filter(isPage)
      const pages = listed.filter(
        (path) => !inner.some((other) => isInside(other.folder, `${tree.folder}/${path}`)),
      )
      const root = posix.relative(folder, tree.folder)
      return { locale: locales[index] ?? '', root, pages }
    }),
  )
  const empty = editions.findIndex(({ pages }) => pages.length === 0)
  if (empty === 0) return { reason: `There is no Markdown page in \`${source.folder}\`.` }
  const [own, ...others] = editions
  if (!own) return { reason: 'No folder is named.' }
  const generator = await generatorAround(source.folder, files)
  return { trees: [sourcesOf({ id: 'docs', source: own, targets: others }, folder, generator)] }
}

/** The generator whose configuration is nearest above a folder. */
async function generatorAround(folder: string, files: FileSystem): Promise<Generator> {
  for (let above = folder; ; above = posix.dirname(above)) {
    const found = await projectIn(above, files, undefined)
    if (found) return found.layout.generator(found.project.config.text)
    if (posix.dirname(above) === above) return plain
  }
}

async function projectIn(
  folder: string,
  files: FileSystem,
  source: string | undefined,
): Promise<{ layout: Layout; project: Project } | undefined> {
  for (const layout of layouts) {
    for (const name of layout.markers) {
      const bytes = await files.read(`${folder}/${name}`)
      if (!bytes) continue
      const text = new TextDecoder().decode(bytes)
      if (layout.isOwn && !layout.isOwn(text)) continue
      return { layout, project: projectOf(folder, files, { name, text }, source) }
    }
  }
  return undefined
}

function projectOf(
  folder: string,
  files: FileSystem,
  config: Project['config'],
  source: string | undefined,
): Project {
  return {
    config,
    source,
    list: (path) => files.list(path ? `${folder}/${path}` : folder),
    read: async (path) => new TextDecoder().decode(await files.read(`${folder}/${path}`)),
  }
}

function sourcesOf(
  { id, source, targets }: FoundTree,
  folder: string,
  generator: Generator,
): TreeSources {
  const addressOf = source.addressOf ?? same
  const editions = [source, ...targets].map((edition) => editionOf(edition, folder, addressOf))
  const docset: TreeDocset = {
    id,
    dialect: 'tree',
    sourceLocale: source.locale,
    editions,
    folder,
    generator,
  }
  return { kind: 'tree', docset }
}

function editionOf(
  { locale, root, pages, addressOf = same, pathOf = same }: FoundEdition,
  folder: string,
  sourceAddress: (path: string) => string,
): TreeEdition {
  const whole = root ? `${folder}/${root}` : folder
  return {
    locale,
    root: whole,
    pages: pages.map((path) => pageFile(whole, path, addressOf(path))),
    resources: [],
    published: new Set(),
    pathOf: (path) => pathOf(sourceAddress(path)),
  }
}

function same(path: string): string {
  return path
}

/** The deepest folder that contains all of them; if one of them contains the others, its parent. */
function commonFolder(folders: readonly string[]): string {
  const [first = '/'] = folders
  let common = posix.dirname(first)
  while (!folders.every((folder) => isInside(common, folder)) && common !== posix.dirname(common))
    common = posix.dirname(common)
  return common
}

function isInside(folder: string, path: string): boolean {
  return path !== folder && path.startsWith(folder === '/' ? folder : `${folder}/`)
}
