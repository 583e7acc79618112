/** A docfx docset on the real disk, for what depends on it: symbolic links, files that are written. */
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { siteWriter } from '#src/cli/site-writer.ts'
import { writeOffers } from '#src/cli/write-offers.ts'
import { diskWithin } from '#src/node-file-system.ts'
import { type SiteSources, findDocfxSite } from '#src/docsets/find-site.ts'
import { type ReadSite, readSite } from '#src/docsets/read-site.ts'
import { problemsOf } from '#src/report/site-problems.ts'
import type { Tree } from './tree.ts'

/** Symbolic links: where each leads, as the link says it. */
export type Links = Readonly<Record<string, string>>

export async function writeTree(folder: string, tree: Tree, links: Links = {}): Promise<void> {
  for (const [path, content] of Object.entries(tree)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  for (const [path, target] of Object.entries(links)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await symlink(target, join(folder, path))
  }
}

/** What `docfx.json` says of files; the docset’s pages are all of its `.md`. */
export interface Patterns {
  content?: readonly object[]
  resource?: readonly object[]
}

/** The configuration of one language, with the docset in its folder `docs`. */
export function docfxFiles(locale: string, { content, resource = [] }: Patterns = {}): Tree {
  const publish = {
    docsets_to_publish: [{ docset_name: 'd', build_source_folder: 'docs', locale }],
    dependent_repositories: locale === 'en-us' ? [] : [{ path_to_root: '_repo.en-us' }],
  }
  const build = { content: content ?? [{ files: ['**/*.md'] }], resource }
  return {
    [`${locale}/.openpublishing.publish.config.json`]: JSON.stringify(publish),
    [`${locale}/docs/docfx.json`]: JSON.stringify({ build }),
  }
}

export interface DiskSite {
  opened: SiteSources
  read: ReadSite
  /** `file:line:column severity rule`, one for each problem. */
  lines: string[]
  /** What is published beside the pages, by its path on the site. */
  published: () => Promise<Map<string, string>>
}

/** Read the folders `locales` of `root` as the command line does. */
export async function readDiskSite(
  root: string,
  locales: readonly string[],
  config: object = {},
): Promise<DiskSite> {
  const folders = locales.map((locale) => join(root, locale))
  const files = diskWithin(folders)
  const nameOf = (path: string) => relative(root, path)
  const place = { url: 'https://x.example', base: '/' }
  const opened = await findDocfxSite(folders, { root, files, nameOf, config, ...place })
  const read = await readSite(opened)
  return {
    opened,
    read,
    lines: problemsOf(read)
      .filter(({ ruleId }) => !ruleId.startsWith('ui-'))
      .map((item) => `${item.file}:${item.line}:${item.column} ${item.severity} ${item.ruleId}`),
    async published() {
      const out = join(root, 'out')
      await mkdir(out, { recursive: true })
      await writeOffers(read, siteWriter(out), files)
      return filesIn(out)
    },
  }
}

/** The files below a folder with their texts. */
export async function treeIn(folder: string): Promise<Record<string, string>> {
  return Object.fromEntries(await filesIn(folder))
}

async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((item) => join(item.parentPath, item.name))
  const read = paths.map(
    async (path) => [relative(folder, path), await readFile(path, 'utf8')] as const,
  )
  return new Map(await Promise.all(read))
}
