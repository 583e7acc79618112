/** What commands about translations look at: a site of ours, docfx folders, or trees of another generator. */
import { existsSync } from 'node:fs'
import { join, posix, relative, resolve } from 'node:path'
import type { SiteSources } from '../docsets/find-site.ts'
import {
  type FoundTrees,
  type NamedTree,
  findTrees,
  treesInFolders,
} from '../docsets/trees/find-trees.ts'
import { languageOfFolder, canonicalLanguage } from '../docsets/trees/languages.ts'
import type { TranslatedDocset } from '../docsets/translated-docset.ts'
import { diskWithin } from '../node-file-system.ts'
import { UsageError } from './arguments.ts'
import type { Terminal } from './command.ts'
import { findSite } from './find-site.ts'
import { isFolder } from './is-folder.ts'
import { isSite } from './site-folder.ts'

export interface Workbench {
  docsets: readonly TranslatedDocset[]
  context: Pick<SiteSources['context'], 'files' | 'nameOf' | 'plugins'>
  site: Pick<SiteSources['site'], 'locales'>
  messages: SiteSources['messages']
}

type Place = Pick<Terminal, 'cwd' | 'root' | 'source' | 'target' | 'print' | 'warn' | 'atEnd'>

/** @throws UsageError where there is nothing to look at. */
export async function findWorkbench(
  folders: readonly string[],
  terminal: Place,
): Promise<Workbench> {
  return (await findForeign(folders, terminal)) ?? findSite(folders, terminal)
}

/** Trees of another generator, or undefined for what is ours or Microsoft’s. */
export async function findForeign(
  folders: readonly string[],
  { cwd, root, source, target }: Place,
): Promise<Workbench | undefined> {
  if (target !== undefined) {
    if (source === undefined)
      throw new UsageError(
        '--target needs --source. Name both folders: --source en=… --target fr=….',
      )
    return opened(await told([source, target], cwd), [cwd], cwd)
  }
  if (folders.length === 0) {
    if (isSite(root) && !isInside(root, cwd)) return undefined
    const folder = (await isFolder(root)) && !isSite(root) ? root : cwd
    const found = await findTrees(folder, diskWithin([folder]), source)
    return found && opened(found, [folder], cwd)
  }
  const absolute = folders.map((folder) => resolve(cwd, folder))
  for (const [index, folder] of absolute.entries())
    if (!(await isFolder(folder))) throw new UsageError(`There is no folder \`${folders[index]}\`.`)
  if (absolute.some(isDocfxFolder)) return undefined
  const [first = ''] = absolute
  if (absolute.length === 1) {
    const found = await findTrees(first, diskWithin([first]), source)
    return found && opened(found, [first], cwd)
  }
  // The source comes first, as it stands in the folder where no language is named.
  const trees = absolute.map((folder, index): NamedTree => ({
    folder,
    locale: localeIn(folders[index] ?? ''),
  }))
  const [own, ...others] = chooseSource(trees, source)
  if (!own) return undefined
  return opened(await treesInFolders(own, others, diskWithin(absolute)), absolute, cwd)
}

function chooseSource(trees: readonly NamedTree[], source: string | undefined): NamedTree[] {
  const isOwn = ({ locale }: NamedTree) =>
    source !== undefined && locale !== undefined && locale === languageOfFolder(source)
  const own = trees.find(isOwn)
  if (own) return [own, ...trees.filter((tree) => tree !== own)]
  const [first, ...others] = trees
  return first ? [{ ...first, ...(source !== undefined && { locale: source }) }, ...others] : []
}

/** The language that the last part of a path names that is one. */
function localeIn(typed: string): string | undefined {
  return typed
    .split('/')
    .flatMap((name) => languageOfFolder(name) ?? [])
    .at(-1)
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(`${folder}/`)
}

/** `fr=docs/fr`, or a folder that is named by its language. */
async function told([source, target]: readonly [string, string], cwd: string): Promise<FoundTrees> {
  const [own, other] = [toldTree(source, cwd), toldTree(target, cwd)]
  for (const { folder } of [own, other])
    if (!(await isFolder(folder)))
      throw new UsageError(`There is no folder \`${relative(cwd, folder)}\`.`)
  return treesInFolders(own, [other], diskWithin([cwd, own.folder, other.folder]))
}

function toldTree(typed: string, cwd: string): NamedTree {
  const [, name = '', folder = typed] = /^([\w-]+)=(.*)$/s.exec(typed) ?? []
  const locale = name ? canonicalLanguage(name) : localeIn(folder)
  if (name && locale === undefined)
    throw new UsageError(`\`${name}\` in \`${typed}\` is no language. Use a tag such as \`fr\`.`)
  return { folder: resolve(cwd, folder), locale }
}

/** Whether a folder says what a docfx repository publishes. */
export function isDocfxFolder(folder: string): boolean {
  return existsSync(join(folder, '.openpublishing.publish.config.json'))
}

function opened(found: FoundTrees, roots: readonly string[], cwd: string): Workbench {
  if ('reason' in found) throw new UsageError(found.reason)
  const folders = found.trees.map(({ docset }) => docset.folder)
  return {
    docsets: found.trees,
    context: {
      files: diskWithin([...roots, ...folders]),
      nameOf: (path) => posix.normalize(relative(cwd, path)) || '.',
    },
    site: { locales: [] },
    messages: [],
  }
}
