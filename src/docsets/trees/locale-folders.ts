/**
 * Languages as folders below the pages: `docs/fr/`, beside `docs/en/` or with the source language in `docs/` itself.
 */
import type { FoundEdition, FoundTree, Project } from './layout.ts'
import { isNamed, languageOfFolder } from './languages.ts'

export interface LocaleFolders {
  id: string
  /** The folder of all pages. */
  root: string
  /** The language of pages outside the folders of languages. */
  rootLocale: string
  /** The folder of the source language, where the configuration names one. */
  sourceFolder?: string | undefined
}

const page = /\.mdx?$/i

/** Undefined if there are no pages. */
export async function localeFolders(
  project: Project,
  { id, root, rootLocale, sourceFolder }: LocaleFolders,
): Promise<FoundTree[]> {
  const files = (await project.list(root)).filter(isPage)
  const folders = [
    ...new Set(files.flatMap((path) => path.split('/', 1).filter((name) => name !== path))),
  ]
  const named = folders.filter((name) => languageOfFolder(name) && isLanguage(name, files, project))
  const wanted = project.source && languageOfFolder(project.source)
  const source = named.find((name) =>
    wanted ? languageOfFolder(name) === wanted : name === sourceFolder,
  )
  const inRoot = files.filter((path) => !named.includes(path.split('/', 1)[0] ?? ''))
  const editions = named.map((name) => editionOf(name))
  const own = editions.find(
    (edition) => source !== undefined && edition.root === join(root, source),
  )
  if (own) return treeOf(own)
  if (inRoot.length === 0) return []
  return treeOf({ locale: wanted ?? rootLocale, root, pages: inRoot })

  function editionOf(name: string): FoundEdition {
    const prefix = `${name}/`
    const pages = files.filter((path) => path.startsWith(prefix))
    return {
      locale: languageOfFolder(name) ?? name,
      root: join(root, name),
      pages: pages.map((path) => path.slice(prefix.length)),
    }
  }

  function treeOf(source: FoundEdition): FoundTree[] {
    return [{ id, source, targets: editions.filter((edition) => edition !== source) }]
  }
}

/** Whether a file is a page, and not in a hidden folder or in the output of a build. */
export function isPage(path: string): boolean {
  return page.test(path) && !/(?:^|\/)(?:\.|node_modules\/)/.test(path)
}

export function join(...parts: readonly string[]): string {
  return parts.filter((part) => part && part !== '.').join('/')
}

/**
 * Whether a folder is that of a language. `go` or `ts` may be a subject: a language is configured, or has the pages
 * of the source.
 */
function isLanguage(name: string, files: readonly string[], { config }: Project): boolean {
  if (isNamed(config.text, name)) return true
  const prefix = `${name}/`
  const own = files
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length))
  const others = new Set(
    files
      .filter((path) => !path.startsWith(prefix))
      .flatMap((path) => [path, path.slice(path.indexOf('/') + 1)]),
  )
  return own.filter((path) => others.has(path)).length * 2 > own.length
}
