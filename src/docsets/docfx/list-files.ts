/** The files of a docset: tables of contents, pages, and what else it publishes. */
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { type Edition, pageFile } from '../docset.ts'
import { isHidden } from '../file-kinds.ts'
import type { FileSystem } from '../file-system.ts'
import { isImageName } from '../image-names.ts'
import { linkProblems, linkTargets } from '../symlinks.ts'
import type { DocfxConfig } from './config.ts'
import type { Dependencies } from './dependencies.ts'
import { matcher, publishes } from './file-sets.ts'
import { yamlKind } from './hub.ts'
import { pageAddresses } from './page-addresses.ts'

/** Files by purpose; tables of contents by path in the docset’s folder. */
type DocsetFiles = Pick<Edition, 'pages' | 'resources' | 'published'> & { tocs: readonly string[] }

const isToc = (path: string) => /(^|\/)toc\.(md|ya?ml)$/i.test(path)

/** `.yml` files that are data for a page, not pages. */
const dataKinds = new Set([
  'Achievements',
  'ContextObject',
  'TableOfContent',
  'TOC',
  'XRefMap',
  'ZonePivotGroups',
])

/** Reference pages that docfx generates from source code and from REST descriptions. */
const referenceKind =
  /^(?:ManagedReference|UniversalReference|RestApi|(?:Net|Java|JS|TS|Python|REST|PowerShell|AzureCLI|CLI|SDK|UWP)[A-Z]\w*)$/i

const problem = defineProblems('docfx', {
  'docfx-yaml-reference': (kind: string) => ({
    severity: 'warning',
    reason: `Reference of kind \`${kind}\` is not supported, so the file is no page. Exclude it in \`docfx.json\`, or write the page in Markdown.`,
  }),
})

const noDependencies = { files: [], isForeign: () => false }

/**
 * List the files in the folder `base` of a docset, by what its configuration makes of them.
 *
 * @param dependencies - Other repositories that lie in it or beside it.
 * @param messages - Receives problems of symbolic links, and of files with one address.
 */
export async function listFiles(
  { files, nameOf }: { files: FileSystem; nameOf: (absolute: string) => string },
  messages: VFileMessage[],
  base: string,
  build: DocfxConfig['build'],
  { files: beside, isForeign }: Pick<Dependencies, 'files' | 'isForeign'> = noDependencies,
): Promise<DocsetFiles> {
  const all = await files.list(base)
  const targetOf = await linkTargets(files, base)
  append(messages, await linkProblems(files, base, nameOf))
  const isContent = matcher(build.content)
  const content = all.filter((path) => isContent(path) && !isHidden(path) && !isForeign(path))
  const found = await pagesOf(files, base, content)
  const pages = found.filter(({ reference }) => !reference).map(({ path }) => path)
  const refused = found.flatMap(({ path, reference }) =>
    reference
      ? [
          problemAt(nameOf(`${base}/${path}`), problem('docfx-yaml-reference', reference), {
            line: 1,
            column: 1,
          }),
        ]
      : [],
  )
  append(messages, refused)
  const paths = new Set(pages)
  const { addressOf, messages: shared } = pageAddresses(
    build.content,
    pages,
    nameOf(`${base}/docfx.json`),
  )
  append(messages, shared)
  const resources = all.filter((path) => !paths.has(path))
  const isPublishedPath = publishes(build)
  const isPublished = (path: string) => isPublishedPath(path) && !paths.has(path)
  return {
    tocs: content.filter(isToc),
    pages: pages.map((path) => pageFile(base, path, addressOf(path))),
    resources: [...resources, ...beside],
    // The docset’s patterns apply to targets of symbolic links, too.
    published: new Set([
      ...resources.filter((path) => isPublished(path) && isPublished(targetOf(path))),
      // Pictures of another repository are published where pages show them.
      ...resources.filter((path) => isForeign(path) && isImageName(targetOf(path))),
      ...beside.filter(isImageName),
    ]),
  }
}

/** The files that are pages, and those of a kind that is not supported. */
async function pagesOf(
  files: FileSystem,
  base: string,
  content: readonly string[],
): Promise<{ path: string; reference?: string }[]> {
  const pages = await Promise.all(
    content.map(async (path) => {
      if (isToc(path)) return []
      if (/\.md$/i.test(path)) return [{ path }]
      if (!/\.ya?ml$/i.test(path)) return []
      const bytes = await files.read(`${base}/${path}`)
      const kind = bytes && yamlKind(new TextDecoder().decode(bytes))
      if (!kind || dataKinds.has(kind)) return []
      return [{ path, ...(referenceKind.test(kind) && { reference: kind }) }]
    }),
  )
  return pages.flat()
}
