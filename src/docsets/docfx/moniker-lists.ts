/** The list of a docset’s monikers, which docfx calls `monikerDefinition`. */
import { type ParseError, parse } from 'jsonc-parser'
import type { VFileMessage } from 'vfile-message'
import type { MonikerDefinition } from '#plugins/docfx/triple-colon/monikers.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { decode } from '../decode.ts'
import type { FileSystem } from '../file-system.ts'
import { beyondJsonLimits } from '../json.ts'
import { placeOf } from '../source-position.ts'
import type { DocfxConfig } from './config.ts'
import { listIn, textOf } from './values.ts'

const problem = defineProblems('configuration', {
  'moniker-list': (path: string, fault: string) => ({
    severity: 'warning',
    reason: `The list of monikers \`${path}\` ${fault}`,
    note: 'Until then versions are compared by the numbers in their names.',
  }),
})

/** Files with a docset's monikers, from its folder. An address is none: nothing is fetched for a build. */
export function monikerLists({
  monikerDefinition,
  monikerPath,
}: Pick<DocfxConfig['build'], 'monikerDefinition' | 'monikerPath'>): string[] {
  return [...monikerDefinition, ...monikerPath]
    .filter((path) => !/^[a-z][a-z\d+.-]+:/i.test(path))
    .map((path) => path.replace(/^~?\//, ''))
}

/**
 * The monikers of a file, `{ "monikers": [{ "moniker_name", "product_name" }] }`, oldest first.
 *
 * @returns Undefined where the text is not JSON.
 */
export function listedMonikers(text: string): MonikerDefinition[] | undefined {
  if (beyondJsonLimits(text)) return undefined
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, { allowTrailingComma: true })
  if (errors.length > 0) return undefined
  return listIn(value, 'monikers').flatMap((item): MonikerDefinition[] => {
    const name = textOf(item['moniker_name'])
    if (!name) return []
    const title = textOf(item['moniker_display_name'])
    return [{ name, product: textOf(item['product_name']) ?? '', ...(title && { title }) }]
  })
}

/** A problem for each list that is missing or cannot be parsed, at its name in `docfx.json` of the folder `base`. */
export async function monikerListProblems(
  build: DocfxConfig['build'],
  base: string,
  { files, nameOf }: { files: FileSystem; nameOf: (absolute: string) => string },
): Promise<VFileMessage[]> {
  const config = `${base}/docfx.json`
  const found = await Promise.all(monikerLists(build).map(faultOf))
  const faults = found.filter((item) => item !== undefined)
  if (faults.length === 0) return []
  const text = new TextDecoder().decode(await files.read(config))
  return faults.map(({ path, fault }) =>
    problemAt(nameOf(config), problem('moniker-list', path, fault), placeOf(text, path)),
  )

  async function faultOf(path: string): Promise<{ path: string; fault: string } | undefined> {
    const bytes = await files.read(`${base}/${path}`)
    if (!bytes) return { path, fault: 'is not in this docset. Correct the path, or add the file.' }
    const isRead = listedMonikers(decode(bytes, path).text) !== undefined
    return isRead ? undefined : { path, fault: 'cannot be read as JSON. Correct it.' }
  }
}
