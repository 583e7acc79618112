/** What is kept of a published site: what is in its files, and what they were drawn from. */
import { join } from 'node:path'
import { digestAll } from '../facts/digest.ts'
import { packRecord, unpackRecord } from '../facts/record-file.ts'
import type { FactStore } from '../facts/store.ts'
import type { LookUp } from '../facts/trace.ts'
import type { BuiltAddress } from '../permalinks/built/scan.ts'
import type { KnownDrawing } from '../render/kept-drawings.ts'
import {
  type PublishedTree,
  publishedTree,
  siteStamp,
  stampOf,
  treeDigest,
  unlinkedMark,
} from './publish/tree.ts'
import type { CheckedLinks, EarlierSite, WrittenFile } from './site-writer.ts'

/** Where it is kept. */
export interface RecordPlace {
  store: FactStore
  /** Digest of the program. */
  program: string
  /** Absolute path of the site, as the person knows it. */
  out: string
}

/** Scans and questions of different files have much in common: each is kept once, and named by its number. */
interface RecordHead {
  addresses: readonly (readonly [where: string, value: string, isOfLanguage: 0 | 1])[]
  questions: readonly (readonly [question: LookUp, answer: string])[]
  files: [file: string, stamp: string, digest: string, drawing: PackedDrawing | 0][]
  links?: CheckedLinks | undefined
  /** How many addresses and questions it had when all of them were in use. */
  used: number
}

type PackedDrawing = readonly [key: string, questions: number[], scan: PackedScan | 0]
type PackedScan = readonly [lang: string, ids: readonly string[], addresses: number[]]

/** What drawings of a record have in common, and how each is written there. */
interface RecordTables {
  addresses: readonly BuiltAddress[]
  questions: RecordHead['questions']
  packed: WeakMap<KnownDrawing, PackedDrawing>
  used: number
}

/** A published site of which a record was kept. */
export interface RecordedSite extends EarlierSite {
  tables: RecordTables
}

/** Where this share of a record is in use no more, it is written anew. */
const maxUnusedShare = 1 / 3

/**
 * The site as a build has published it at `folder`; undefined where nothing is known of it.
 *
 * @param tree - The site as it was found, before this is called.
 */
export async function readPublished(
  { store, ...place }: RecordPlace,
  folder: string,
  tree: PublishedTree | undefined = publishedTree(folder),
): Promise<RecordedSite | undefined> {
  if (!tree) return undefined
  const key = keyOf(place)
  const kept = unpackRecord<RecordHead>(key, await store.read(key))
  if (!kept) return undefined
  const { addresses, questions, files, links, used } = kept.head
  const all = addresses.map(([where, value, isOfLanguage]): BuiltAddress => ({
    where,
    value,
    isOfLanguage: isOfLanguage === 1,
  }))
  const scanOf = ([lang, ids, numbers]: PackedScan) => ({
    lang,
    ids,
    addresses: numbers.map((number) => all[number]!),
  })
  const packed: RecordTables['packed'] = new WeakMap()
  const drawingOf = (written: PackedDrawing): KnownDrawing => {
    const [drawn, asked, scan] = written
    const drawing = {
      key: drawn,
      questions: asked.map((number) => questions[number]!),
      scan: scan === 0 ? undefined : scanOf(scan),
    }
    packed.set(drawing, written)
    return drawing
  }
  return {
    folder,
    tree,
    links,
    tables: { addresses: all, questions, packed, used },
    files: new Map(
      files.map(([file, stamp, digest, drawing]) => [
        file,
        { stamp, digest, drawing: drawing === 0 ? undefined : drawingOf(drawing) },
      ]),
    ),
  }
}

/** A site that has just got into its place. */
export interface NewSite {
  folder: string
  written: ReadonlyMap<string, WrittenFile>
  /** Whether files that were not written have stayed where they were; else they have moved with the site. */
  isChanged: boolean
  links?: CheckedLinks | undefined
  /** Of the record of the last site. */
  tables?: RecordTables | undefined
}

/**
 * Keep what is known of a site, while no other build can publish there.
 *
 * @returns What `treeDigest` gives for it as it was built; undefined where it is not: somebody may have edited a file that
 *   the last site had, too. In a site that was changed in place, files that have stayed are not looked at again: one that
 *   was edited has another stamp than what is kept.
 */
export async function keepPublished(
  { store, ...place }: RecordPlace,
  { folder, written, isChanged, links, tables }: NewSite,
): Promise<string | undefined> {
  // Most drawings are those of the last record: they stay as they are written there.
  const earlier = isChanged && tables && isInUse(tables) ? tables : undefined
  const addresses = numbered(
    (item: BuiltAddress) => [item.where, item.value, item.isOfLanguage].join(' '),
    earlier?.addresses,
  )
  const questions = numbered(
    (item: readonly [LookUp, string]) => JSON.stringify(item),
    earlier?.questions,
  )
  const packed = (drawing: KnownDrawing): PackedDrawing => {
    const before = earlier?.packed.get(drawing)
    if (before) return before
    const { key, questions: asked, scan } = drawing
    const found = scan?.addresses.map(addresses.numberOf) ?? []
    return [key, asked.map(questions.numberOf), scan ? [scan.lang, scan.ids, found] : 0]
  }
  const files: RecordHead['files'] = []
  const stamps = new Map<string, string>()
  for (const [file, { digest, drawing, stamp: before }] of written) {
    const stamp = isChanged && before !== undefined ? before : stampOf(join(folder, file))
    if (stamp === undefined || (before && unlinkedMark(stamp) !== unlinkedMark(before))) continue
    stamps.set(file, stamp)
    files.push([file, stamp, digest, drawing ? packed(drawing) : 0])
  }
  const head: RecordHead = {
    addresses: addresses.items.map(({ where, value, isOfLanguage }) => [
      where,
      value,
      isOfLanguage ? 1 : 0,
    ]),
    questions: questions.items,
    files,
    links,
    used: earlier?.used ?? addresses.items.length + questions.items.length,
  }
  const key = keyOf(place)
  await store.write(key, packRecord(key, head))
  const site = siteStamp(folder)
  const isWhole = site !== undefined && stamps.size === written.size
  return isWhole ? treeDigest({ site, files: stamps }) : undefined
}

function keyOf({ program, out }: Omit<RecordPlace, 'store'>): string {
  return digestAll(['published', program, out])
}

function isInUse({ addresses, questions, used }: RecordTables): boolean {
  return (1 - maxUnusedShare) * (addresses.length + questions.length) <= used
}

/** Each item once, and its number: after those that there are already. */
function numbered<T>(nameOf: (item: T) => string, before: readonly T[] = []) {
  const items = [...before]
  const numbers = new Map(items.map((item, number) => [nameOf(item), number]))
  const known = new Map<T, number>()
  const numberOf = (item: T): number => {
    const before = known.get(item)
    if (before !== undefined) return before
    const name = nameOf(item)
    const number = numbers.get(name) ?? items.push(item) - 1
    numbers.set(name, number)
    known.set(item, number)
    return number
  }
  return { items, numberOf }
}
