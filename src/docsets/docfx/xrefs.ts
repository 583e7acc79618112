/**
 * What the uids of a docset are: its pages, by `uid` in their front matter or in their YAML, and what its maps name.
 *
 * Pages are read for it when the first page refers to a uid.
 */
import type { XrefTarget } from '#plugins/docfx/xref/remark-xref.ts'
import { decode } from '../decode.ts'
import type { PageFile } from '../docset.ts'
import type { FileSystem } from '../file-system.ts'
import { readFrontMatter, readYaml } from '../front-matter.ts'
import type { DocfxDocset } from './find-docsets.ts'
import type { DocfxEdition } from './find-editions.ts'
import { textsOf, type XrefMaps } from './xref-maps.ts'

/** The target of a uid in a language, else in another one; undefined if there is none. */
export type FindUid = (locale: string, uid: string) => Promise<XrefTarget | undefined>

/**
 * @param maps - Of each edition, in their order.
 * @param read - Reads a file; what it reads is not among what a page depends on, only the answer is.
 */
export function uidFinder(
  { editions, xrefSearch }: Pick<DocfxDocset, 'editions' | 'xrefSearch'>,
  maps: readonly XrefMaps[],
  read: FileSystem['read'],
): FindUid {
  const own = new Map<string, Promise<ReadonlyMap<string, XrefTarget>>>()
  return async (locale, uid) => {
    const all = editions.map((edition, index) => ({ edition, map: maps[index] }))
    const inOrder = all.toSorted(
      (a, b) => Number(b.edition.locale === locale) - Number(a.edition.locale === locale),
    )
    for (const { edition } of inOrder) {
      const reading = own.get(edition.locale) ?? uidsOf(edition, read)
      own.set(edition.locale, reading)
      const target = (await reading).get(uid)
      if (target) return target
    }
    const named = inOrder.map(({ map }) => map?.targets.get(uid))
    return named.find((target) => target !== undefined) ?? searchFor(uid, xrefSearch)
  }
}

function searchFor(uid: string, search: string | undefined): XrefTarget | undefined {
  if (search === undefined) return undefined
  const href = search.replace('{uid}', () => encodeURIComponent(uid))
  return { href, names: {}, name: uid, isOfProgram: true, isSearch: true }
}

async function uidsOf(
  { pages }: DocfxEdition,
  read: FileSystem['read'],
): Promise<ReadonlyMap<string, XrefTarget>> {
  const found = await Promise.all(pages.map((page) => uidsIn(page, read)))
  const uids = new Map<string, XrefTarget>()
  for (const [uid, target] of found.flat()) if (!uids.has(uid)) uids.set(uid, target)
  return uids
}

type Thing = Readonly<Record<string, unknown>>

async function uidsIn(
  { path, absolute }: PageFile,
  read: FileSystem['read'],
): Promise<[string, XrefTarget][]> {
  const bytes = await read(absolute)
  if (!bytes) return []
  const { text } = decode(bytes, path)
  if (!/\buid\b/.test(text)) return []
  // Problems of the page are reported where it is read itself.
  const isYaml = /\.ya?ml$/i.test(path)
  const { data } = isYaml ? readYaml(text, path) : readFrontMatter(text, path)
  const heading = isYaml ? undefined : /^# +(.+?)(?: +#+)? *$/m.exec(text)?.[1]
  const { items } = data
  const things = [data, ...(isYaml && Array.isArray(items) ? (items as unknown[]) : [])]
  return things.flatMap((thing) => targetsOf(thing, path, heading))
}

function targetsOf(
  thing: unknown,
  path: string,
  heading: string | undefined,
): [string, XrefTarget][] {
  if (typeof thing !== 'object' || thing === null) return []
  const names = textsOf(thing as Thing)
  const { uid, title = heading } = names
  if (!uid) return []
  const name = names['name'] ?? title ?? uid
  // A title is words; a name is that of a program.
  return [[uid, { href: `~/${path}`, names, name, isOfProgram: name !== title }]]
}
