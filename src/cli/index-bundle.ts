/** The indexes that the readers of one language use: made of parts, and kept for the next build. */
import { append } from '#plugins/large-arrays.ts'
import { digest, digestAll } from '../facts/digest.ts'
import { type CacheRecord, packRecord, unpackRecord } from '../facts/record-file.ts'
import { type IndexedLanguages, type IndexInfo, indexFile } from '../search/bundle.ts'
import type { EntryOrder, IndexedLanguage } from '../search/entries.ts'
import { type IndexFile, indexFileOf, type IndexPart } from '../search/index-part.ts'
import { mergeParts } from '../search/merge-parts.ts'
import { languageParts, type PartMaker, programOf, searchProgram } from './index-cache.ts'

/** The indexes that the readers of one language use, as files. */
interface LanguageBundle {
  info: IndexedLanguages[string]
  /** By path below the bundle. */
  files: ReadonlyMap<string, IndexFile>
  targets: readonly string[]
}

/** What the cache says of a bundle; the bytes of files that are not of one part follow in this order. */
interface BundleHead extends Pick<LanguageBundle, 'info' | 'targets'> {
  /** Digest of the parts that it is made of. */
  parts: string
  /** Without a length: of a part. */
  files: [path: string, digest: string, length?: number][]
}

/** The bundle of one language: the one that was kept where no part of it and no order has changed. */
export async function languageBundle(
  maker: PartMaker,
  language: string,
  { sources, order }: IndexedLanguage,
): Promise<LanguageBundle> {
  const parts = languageParts(maker, language, sources)
  const orders = sources.map(({ path }) => [path, order.orderOf(path), order.isLast(path)])
  const partsDigest = digestAll([...parts.map((part) => part.key), orders])
  // One for each language of a site: it is large, and the next one takes its place. Another version of the program may
  // keep it in another form.
  const docsets = new Set(sources.map(({ docset }) => docset))
  const key = digestAll(['bundle', programOf(maker, language), ...docsets])
  const kept = unpackRecord<BundleHead>(key, await maker.cache.read(key))
  const merge = async (before?: LanguageBundle['files']) => {
    const read: (readonly [string, IndexPart])[] = []
    for (const part of parts) append(read, [...(await part.read())])
    const byLanguage = Map.groupBy(read, ([tongue]) => tongue)
    return mergeLanguages(maker, language, byLanguage, { order, before })
  }
  if (kept?.head.parts === partsDigest) return { ...kept.head, files: filesIn(kept, merge) }
  const made = await merge(kept && ownFiles(kept))
  await maker.cache.write(key, await packBundle(key, partsDigest, made))
  return made
}

/** Files of a part are in the cache with that part. */
function isOfPart(path: string): boolean {
  return path.startsWith('fragment/')
}

async function packBundle(
  key: string,
  parts: string,
  { info, targets, files }: LanguageBundle,
): Promise<Uint8Array> {
  const bodies: Uint8Array[] = []
  const list: BundleHead['files'] = []
  for (const [path, { digest: name, read }] of files) {
    const body = isOfPart(path) ? undefined : await read()
    list.push(body ? [path, name, body.length] : [path, name])
    if (body) bodies.push(body)
  }
  const head: BundleHead = { parts, info, targets, files: list }
  return packRecord(key, head, Buffer.concat(bodies))
}

/** @param merge - Makes the same bundle of its parts. */
function filesIn(
  kept: CacheRecord<BundleHead>,
  merge: (before: LanguageBundle['files']) => Promise<LanguageBundle>,
): LanguageBundle['files'] {
  const own = ownFiles(kept)
  let merged: Promise<LanguageBundle> | undefined
  const ofPart = async (path: string) => {
    // Of what the record has itself, so that no file is read by way of itself.
    merged ??= merge(own)
    return (await merged).files.get(path)!.read()
  }
  return new Map(
    kept.head.files.map(([path, name]): [string, IndexFile] => [
      path,
      own.get(path) ?? { digest: name, read: () => ofPart(path) },
    ]),
  )
}

/** The files whose bytes are in the record. */
function ownFiles({ head, body }: CacheRecord<BundleHead>): Map<string, IndexFile> {
  const files = new Map<string, IndexFile>()
  let start = 0
  for (const [path, name, length] of head.files) {
    if (length === undefined) continue
    const content = body.subarray(start, (start += length))
    files.set(path, { digest: name, read: async () => content })
  }
  return files
}

async function mergeLanguages(
  maker: PartMaker,
  language: string,
  byLanguage: ReadonlyMap<string, readonly (readonly [string, IndexPart])[]>,
  { order, before }: { order: EntryOrder; before: LanguageBundle['files'] | undefined },
): Promise<LanguageBundle> {
  const files = new Map<string, IndexFile>()
  const targets: string[] = []
  const merge = async (tongue: string): Promise<IndexInfo> => {
    const parts = (byLanguage.get(tongue) ?? []).map(([, part]) => part)
    const merged = mergeParts(parts, maker.version, order, before)
    for (const [path, file] of merged.files) files.set(path, file)
    append(
      targets,
      parts.flatMap(({ pages }) => pages.flatMap((page) => page.targets)),
    )
    const wasm = parts.length ? await searchProgram(maker, tongue) : new Uint8Array()
    const name = digest(wasm).slice(0, 10)
    files.set(indexFile('wasm', name), indexFileOf(wasm))
    return { ...merged.info, wasm: name }
  }
  const own = await merge(language)
  const others: [string, IndexInfo][] = []
  for (const tongue of byLanguage.keys()) {
    if (tongue !== language) others.push([tongue, await merge(tongue)])
  }
  return { info: { ...own, foreign: Object.fromEntries(others) }, files, targets }
}
