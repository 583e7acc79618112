/**
 * Facts of many pages in few files: to make a file of its own for each costs more than to draw the page.
 *
 * A pack is written by one process, from its first record to its last, and by nobody else: packs of several machines can
 * be copied into one folder. Each record follows its key and its length, so that a pack of a killed build holds all but
 * the record that was being written.
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  rmSync,
  statSync,
  writevSync,
} from 'node:fs'
import { join } from 'node:path'
import type { FactStore, ReadAgain } from '../facts/store.ts'

/** Where a record is. */
interface Place {
  pack: string
  start: number
  length: number
  /** Whether the pack was written so long ago that it is going to be removed. */
  isOld: boolean
}

const day = 24 * 60 * 60_000
/** What is read of a pack of this age is written again: a pack has no other sign of use than its time. */
const old = 7 * day

/** `<key> <length>` and a newline before each record. */
const headLength = 32 + 1 + 8 + 1

const opened = new Map<string, FactStore>()

/**
 * Facts in the packs of a folder. A process that goes on has one such store for each folder, and writes one pack there. A
 * cache that cannot be written, on a full disk for example, costs time only.
 */
export function packStore(folder: string, now = Date.now()): FactStore {
  const before = opened.get(folder)
  if (before) return before
  const store = openPacks(folder, now)
  opened.set(folder, store)
  return store
}

/** The same, as another process opens it. */
export function openPacks(folder: string, now: number): FactStore {
  let places: Map<string, Place> | undefined
  const readPlace = placeReader()
  let own: { pack: string; file: number; length: number } | undefined

  async function write(key: string, bytes: Uint8Array): Promise<ReadAgain | undefined> {
    const head = Buffer.from(`${key} ${bytes.length.toString(16).padStart(8, '0')}\n`, 'latin1')
    try {
      if (!own || fstatSync(own.file).nlink === 0) own = createPack(folder)
      const { pack, file, length } = own
      const start = length + head.length
      const end = start + bytes.length
      if (writevSync(file, [head, bytes]) < end - length) throw new Error('The disk is full.')
      own.length = end
      places?.set(key, { pack, start, length: bytes.length, isOld: false })
      return (from, to) => readBytes(file, start + from, to - from)
    } catch {
      // What a full disk has taken of the record is the end of its pack; a folder may have been removed.
      own = undefined
      return undefined
    }
  }

  return {
    write,
    async read(key) {
      places ??= placesIn(folder, now - old)
      const place = places.get(key)
      const bytes = place && readPlace(place)
      if (bytes && place.isOld) await write(key, bytes)
      return bytes
    },
  }
}

/** It stays open: what is read of it again is there even if somebody removes the cache. */
function createPack(folder: string): { pack: string; file: number; length: number } {
  mkdirSync(folder, { recursive: true })
  const pack = join(folder, `${randomBytes(16).toString('hex')}.pack`)
  return { pack, file: openSync(pack, 'ax+'), length: 0 }
}

/** @throws Error where there are fewer bytes. */
function readBytes(file: number, start: number, length: number): Uint8Array {
  // A buffer of its own: one of Node’s pool would keep all that is beside it.
  const bytes = Buffer.allocUnsafeSlow(length)
  if (readSync(file, bytes, 0, length, start) < length) throw new Error('The file was cut off.')
  return bytes
}

/** Remove packs that nobody has written to since `time`. */
export function prunePacks(folder: string, time: number): void {
  for (const { pack, written } of packsIn(folder)) if (written < time) rmSync(pack, { force: true })
}

/** Of records of the same key the one that was written last. */
function placesIn(folder: string, time: number): Map<string, Place> {
  const places = new Map<string, Place>()
  const packs = packsIn(folder).toSorted((a, b) => a.written - b.written)
  for (const { pack, written, size } of packs) {
    const isOld = written < time
    for (const { key, ...place } of recordsIn(pack, size)) places.set(key, { ...place, isOld })
  }
  return places
}

function packsIn(folder: string): { pack: string; written: number; size: number }[] {
  try {
    const names = readdirSync(folder).filter((name) => /^[\da-f]{32}\.pack$/.test(name))
    return names.flatMap((name) => {
      const pack = join(folder, name)
      const stats = statSync(pack, { throwIfNoEntry: false })
      return stats?.isFile() ? [{ pack, written: stats.mtimeMs, size: stats.size }] : []
    })
  } catch {
    return []
  }
}

/** Up to the first that is not whole. What is in them has a digest of its own. */
function recordsIn(pack: string, size: number): (Omit<Place, 'isOld'> & { key: string })[] {
  const records: (Omit<Place, 'isOld'> & { key: string })[] = []
  withPack(pack, (file) => {
    const head = Buffer.alloc(headLength)
    let end = 0
    while (end < size && readSync(file, head, 0, headLength, end) === headLength) {
      const [, key, digits = ''] =
        /^([\da-f]{32}) ([\da-f]{8})\n$/.exec(head.toString('latin1')) ?? []
      const start = end + headLength
      const length = Number.parseInt(digits, 16)
      if (key === undefined || start + length > size) return
      records.push({ key, pack, start, length })
      end = start + length
    }
  })
  return records
}

/** Reads records. The pack that was read last stays open: most records of a build are in one. */
function placeReader(): (place: Place) => Uint8Array | undefined {
  let last: { pack: string; file: number } | undefined
  return ({ pack, start, length }) => {
    try {
      if (last?.pack !== pack) {
        if (last) closeSync(last.file)
        last = undefined
        last = { pack, file: openSync(pack, 'r') }
      }
      return readBytes(last.file, start, length)
    } catch {
      // It cannot be read, or another build has removed it.
      return undefined
    }
  }
}

/** Undefined for a pack that cannot be read, or that another build has removed. */
function withPack<T>(pack: string, read: (file: number) => T): T | undefined {
  try {
    const file = openSync(pack, 'r')
    try {
      return read(file)
    } finally {
      closeSync(file)
    }
  } catch {
    return undefined
  }
}
