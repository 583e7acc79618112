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
  /** The file that it was taken from: `docfx.json`, or the configuration of publishing. */
  file: 'docfx' | 'publish'
  /** The keys that lead to it there; in the second file, from the docset's own entry. */
  keys: JSONPath
}

/**
 * The docset's first path segment on Microsoft's site.
 *
 * No file states it. The absolute path of the breadcrumb does where there is one; else the output
 * folder's name is the nearest thing.
 */
export function docsetId(
  build: DocfxConfig['build'],
  docset: PublishConfig['docsets_to_publish'][number],
  folder: string,
): DocsetId {
  const breadcrumb = build.globalMetadata['breadcrumb_path']
  const [, first] = typeof breadcrumb === 'string' ? (/^\/([^/]+)\//.exec(breadcrumb) ?? []) : []
  if (first !== undefined)
    return { id: idOf(first), file: 'docfx', keys: ['build', 'globalMetadata', 'breadcrumb_path'] }
  const output = docset.build_output_subfolder
  if (output) return { id: idOf(output), file: 'publish', keys: ['build_output_subfolder'] }
  const key = folder ? 'build_source_folder' : 'docset_name'
  return { id: idOf(folder || docset.docset_name), file: 'publish', keys: [key] }
}

function idOf(name: string): string {
  const last = composed(name).split('/').at(-1) ?? ''
  return last.toLowerCase().replace(/[^a-z\d.-]+/g, '-')
}

/**
 * What is wrong with an id that no folder or address can have, at the value it was taken from.
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
