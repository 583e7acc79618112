/** A site from files written in the test: no disk, the same readers. */
import { htmlIn } from '#plugins/content.ts'
import type { FileSystem } from '#src/docsets/file-system.ts'
import { type SiteSources, findDocfxSite, findGuideSite } from '#src/docsets/find-site.ts'
import { type ReadSite, readSite } from '#src/docsets/read-site.ts'
import type { ReportedProblem } from '#src/report/problems.ts'
import { problemsOf } from '#src/report/site-problems.ts'

/** Files by path; bytes for what is not UTF-8. */
export type Tree = Readonly<Record<string, string | Uint8Array>>

/** What is done with a site before its pages are read. */
type Prepare = (site: SiteSources) => Promise<SiteSources>

export interface Result {
  site: ReadSite
  problems: readonly ReportedProblem[]
  /** `file:line:column severity rule`, one for each problem. */
  lines: readonly string[]
  /** The HTML of a page by its path on the site. */
  html: (path: string) => string
}

/** A picture of one pixel. */
export const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

export function treeFiles(tree: Tree): FileSystem {
  const paths = Object.keys(tree).toSorted()
  const read = (path: string) => {
    const content = tree[path.replace(/^\/+/, '')]
    return typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  return {
    read: async (path) => read(path),
    size: async (path) => read(path)?.length,
    async list(folder) {
      const prefix = `${folder.replace(/^\/+|\/$/g, '')}/`
      return paths
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length))
    },
  }
}

const strings = {
  'content/ui/en.json': JSON.stringify({ 'alert.note': 'Note', 'alert.tip': 'Tip' }),
  'content/ui/fr-FR.json': JSON.stringify({ 'alert.note': 'Remarque', 'alert.tip': 'Conseil' }),
}

/**
 * Read the docset `guide`, written in English (`en-us/`) with a French translation (`fr-fr/`);
 * `config` is what the site's configuration says.
 */
export async function readDocfxTree(
  tree: Tree,
  config: object = {},
  prepare: Prepare = async (site) => site,
): Promise<Result> {
  const all = { ...strings, ...docfxConfig('en-us'), ...docfxConfig('fr-fr'), ...tree }
  const folders = ['en-us', 'fr-fr'].filter((folder) =>
    Object.keys(tree).some((path) => path.startsWith(`${folder}/`)),
  )
  const place = { url: 'https://x.example', base: '/' }
  const options = { root: '', files: treeFiles(all), nameOf, ...place, config }
  return resultOf(await readSite(await prepare(await findDocfxSite(folders, options))))
}

/**
 * Read guides of a site in `en` and `fr-FR`; the docset `move` is written in English, and `names` are
 * its phases, parties and services; `more` are options of the configuration besides.
 */
export async function readGuideTree(
  tree: Tree,
  toc: readonly string[] = ['index'],
  names: object = {},
  prepare: Prepare = async (site) => site,
  reading: { drafts?: boolean } = {},
  more: object = {},
): Promise<Result> {
  const config = {
    url: 'https://x.example',
    locales: ['en', 'fr-FR'],
    title: { en: 'Site', 'fr-FR': 'Site' },
    docsets: [{ id: 'move', source: 'en', toc, ...names }],
    ...more,
  }
  const files = treeFiles({ ...strings, ...tree })
  const opened = await findGuideSite(config, { root: '', files, nameOf, ...reading })
  return resultOf(await readSite(await prepare(opened)))
}

function docfxConfig(folder: string): Tree {
  return {
    [`${folder}/.openpublishing.publish.config.json`]: JSON.stringify({
      docsets_to_publish: [{ docset_name: 'Guide', build_source_folder: 'guide', locale: folder }],
    }),
    [`${folder}/guide/docfx.json`]: JSON.stringify({
      build: {
        content: [{ files: ['**/*.md', '**/*.yml'], exclude: ['**/includes/**'] }],
        resource: [{ files: ['**/*.{png,svg,bmp,csv,zip}'] }],
      },
    }),
  }
}

function nameOf(absolute: string): string {
  return absolute.replace(/^\/+/, '')
}

function resultOf(site: ReadSite): Result {
  const problems = problemsOf(site)
  return {
    site,
    problems,
    lines: problems.map(
      ({ file, line, column, severity, ruleId }) =>
        `${file}:${line}:${column} ${severity} ${ruleId}`,
    ),
    html: (path) =>
      htmlIn(site.documents.find(({ page }) => page.path === path)?.content?.parts() ?? []),
  }
}
