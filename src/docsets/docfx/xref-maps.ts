/**
 * Maps of cross references, which `xref` of `docfx.json` names: what other sites have, by uid.
 *
 * The form is that of docfx’s `xrefmap.yml` and `xrefmap.json`, packed together or not. Nothing is fetched: a map is a
 * file of the docset.
 */
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { z } from 'zod'
import { foreignAddress } from '#plugins/foreign.ts'
import type { XrefTarget } from '#plugins/docfx/xref/remark-xref.ts'
import { append } from '#plugins/large-arrays.ts'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { decode } from '../decode.ts'
import type { FileSystem } from '../file-system.ts'
import { readYaml } from '../front-matter.ts'
import type { DocfxEdition } from './find-editions.ts'
import { readJson } from './config.ts'
import { mapsInArchive } from './xref-archive.ts'

const problem = defineProblems('docfx', {
  'xref-map-missing': (name: string) => ({
    severity: 'warning',
    reason: `The map of cross references \`${name}\` is not in the docset. Correct its path, which counts from \`docfx.json\`.`,
  }),
  'xref-map-form': (name: string) => ({
    severity: 'warning',
    reason: foreignAddress(name)
      ? `The map of cross references \`${name}\` is not fetched. Save it in the docset, and name the file.`
      : `\`${name}\` is no map of cross references. Name a \`.yml\` or \`.json\` file with \`references\`, or a \`.zip\` of such files.`,
  }),
})

/** What the maps of one language of a docset say. */
export interface XrefMaps {
  targets: ReadonlyMap<string, XrefTarget>
  messages: readonly VFileMessage[]
}

/** Read the maps that the configuration names; of one uid, the first map counts. */
export async function readXrefMaps(
  { root, build }: DocfxEdition,
  files: Pick<FileSystem, 'read'>,
  nameOf: (absolute: string) => string,
): Promise<XrefMaps> {
  const targets = new Map<string, XrefTarget>()
  const messages: VFileMessage[] = []
  const configuration = nameOf(`${root}/docfx.json`)
  for (const name of build.xref) {
    const report = (id: 'xref-map-missing' | 'xref-map-form') =>
      messages.push(problemAt(configuration, problem(id, name), { line: 1, column: 1 }))
    const path = posix.normalize(name.replaceAll('\\', '/').replace(/^~\//, ''))
    if (foreignAddress(name) || !/\.(?:json|ya?ml|zip)$/i.test(path)) {
      report('xref-map-form')
      continue
    }
    const isInside = !/^(?:\/|\.\.(?:\/|$))/.test(path)
    const bytes = isInside ? await files.read(`${root}/${path}`) : undefined
    if (!bytes) {
      report('xref-map-missing')
      continue
    }
    const maps = mapsIn(bytes, nameOf(`${root}/${path}`))
    if (maps.length === 0 || maps.some((map) => !map.targets)) report('xref-map-form')
    for (const map of maps) {
      append(messages, map.messages)
      for (const [uid, target] of map.targets ?? []) if (!targets.has(uid)) targets.set(uid, target)
    }
  }
  return { targets, messages }
}

type Thing = Readonly<Record<string, unknown>>

/** The maps of a file: several for an archive, each named after the archive and its own name, else one. */
function mapsIn(bytes: Uint8Array, name: string) {
  const isArchive = /\.zip$/i.test(name)
  const files = isArchive ? (mapsInArchive(bytes) ?? []) : [{ name: '', bytes }]
  return files.map((file) => {
    const path = isArchive ? `${name}/${file.name}` : name
    return readMap(decode(file.bytes, path).text, path)
  })
}

/** Without targets where the file is no map; with messages where it cannot be read. */
function readMap(text: string, name: string) {
  const isJson = /\.json$/i.test(name)
  const json = isJson ? readJson(text, name, z.record(z.string(), z.unknown())) : undefined
  const { data = {}, messages } = json ? { ...json, data: json.value } : readYaml(text, name)
  if (messages.length > 0) return { targets: [], messages }
  const { references, baseUrl } = data
  if (!Array.isArray(references)) return { targets: undefined, messages }
  const base = typeof baseUrl === 'string' ? baseUrl : undefined
  return {
    targets: references.flatMap((reference: unknown) => targetsOf(reference, base)),
    messages,
  }
}

function targetsOf(reference: unknown, base: string | undefined): [string, XrefTarget][] {
  if (typeof reference !== 'object' || reference === null) return []
  const names = textsOf(reference as Thing)
  const { uid, href } = names
  if (!uid || !href) return []
  const isRelative = !foreignAddress(href) && !href.startsWith('/')
  const whole = isRelative && base ? URL.parse(href, base)?.href : undefined
  const address = whole ?? (isRelative ? `~/${href}` : href)
  return [[uid, { href: address, names, name: names['name'] ?? uid, isOfProgram: true }]]
}

/** The text values of an object. */
export function textsOf(thing: Thing): Record<string, string> {
  return Object.fromEntries(
    Object.entries(thing).flatMap(([key, value]) =>
      typeof value === 'string' && value.trim() ? [[key, value.trim()]] : [],
    ),
  )
}
