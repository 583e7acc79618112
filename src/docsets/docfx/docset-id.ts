/** The name of a docset in addresses. */
import { type JSONPath, findNodeAtLocation, parseTree } from 'jsonc-parser'
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { isPathName, reservedNames } from '../../config/address-names.ts'
import { composed } from '../address.ts'
import { pointAt } from '../source-position.ts'
import type { DocfxConfig, PublishConfig } from './config.ts'

const problem = defineProblems('configuration', {
  'docset-reserved': (id: string) => ({
    severity: 'error',
    reason: `A docset cannot be called \`${id}\`. Use letters, digits, \`-\` and \`.\`, and no name of a file or of a page of the site.`,
  }),
})

export interface DocsetId {
  id: string
  /** Path of the docset on Microsoft’s site, without slashes around it. */
  basePath: string
  /** The file that it was taken from: `docfx.json`, or the publishing configuration. */
  file: 'docfx' | 'publish'
  /** The keys that lead to it there; in the second file, from the docset's own entry. */
  keys: JSONPath
}

/**
 * The docset's path on Microsoft's site, and its name here: the same with `-` for `/`.
 *
 * No file states it. It is derived from the absolute path of the breadcrumb, else from the name of the output folder.
 *
 * @param hasFile - Whether a path in the docset’s folder, in lower case and without extension, is a file.
 */
export function docsetId(
  build: DocfxConfig['build'],
  docset: PublishConfig['docsets_to_publish'][number],
  folder: string,
  hasFile: (path: string) => boolean,
): DocsetId {
  const breadcrumb = build.globalMetadata['breadcrumb_path']
  const base = typeof breadcrumb === 'string' ? baseOfBreadcrumb(breadcrumb, hasFile) : []
  if (base.length > 0) {
    const keys = ['build', 'globalMetadata', 'breadcrumb_path']
    return { id: base.map(idOf).join('-'), basePath: base.join('/'), file: 'docfx', keys }
  }
  const output = docset.build_output_subfolder
  if (output) return { ...named(output), file: 'publish', keys: ['build_output_subfolder'] }
  const key = folder ? 'build_source_folder' : 'docset_name'
  return { ...named(folder || docset.docset_name), file: 'publish', keys: [key] }
}

function named(name: string): Pick<DocsetId, 'id' | 'basePath'> {
  return { id: idOf(name), basePath: idOf(name) }
}

/** The part of the breadcrumb’s address before its own path; none if the address is relative. */
function baseOfBreadcrumb(address: string, hasFile: (path: string) => boolean): string[] {
  if (!address.startsWith('/')) return []
  const names = address
    .replace(/\.\w+$/, '')
    .split('/')
    .filter(Boolean)
  // A breadcrumb has a folder that is called so: a `toc.yml` outside of it is a table of contents.
  const end = /bread|crumb|context/i.test(names.at(-2) ?? '') ? -2 : -1
  for (let count = 1; count <= names.length + end; count++) {
    if (hasFile(names.slice(count).join('/').toLowerCase())) return names.slice(0, count)
  }
  // The breadcrumb of another docset.
  const own = names.slice(0, end)
  return own.length ? own : names.slice(0, 1).filter(() => names.length > 1)
}

/** The last segment of a path as a segment of a URL: in lower case, without reserved characters. */
export function idOf(name: string): string {
  const last = composed(name).split('/').at(-1) ?? ''
  return last.toLowerCase().replace(/[^a-z\d.-]+/g, '-')
}

/**
 * A problem for an id that cannot be the name of a folder or a segment of a URL, at the value it was taken from.
 *
 * @param file - The file's name in messages; `read` gives its text.
 */
export async function docsetIdProblem(
  id: string,
  file: string,
  read: () => Promise<string>,
  keys: JSONPath,
): Promise<VFileMessage[]> {
  if (!reservedNames.includes(id) && isPathName(id) && id.length <= 100) return []
  const text = await read()
  const root = parseTree(text, [], { allowTrailingComma: true })
  const node = root && findNodeAtLocation(root, keys)
  return [problemAt(file, problem('docset-reserved', id), pointAt(text, node?.offset ?? 0))]
}
