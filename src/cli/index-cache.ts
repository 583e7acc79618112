/** The parts of an index, from the cache where they did not change. */
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { IndexEntry } from '../search/entries.ts'
import { decodeIndexPart, encodeIndexPart, type IndexPart } from '../search/index-part.ts'
import { partKey, splitEntries } from '../search/parts.ts'
import { makePart } from './pagefind-process.ts'
import { temporaryName } from './process/temporary.ts'

/** What makes parts, or takes them from a folder. */
export interface PartMaker {
  /** Undefined where nothing is kept. */
  cache: string | undefined
  /** Of Pagefind. */
  version: string
  /** Whether Pagefind was started. */
  started: boolean
}

/** A program named by its content. */
export interface NamedProgram {
  name: string
  content: Uint8Array
}

/** Increase it when a part has other contents for the same entries. */
const format = 1
/** A file of the cache begins with the digest of what follows: half of one is none. */
const digestLength = 32

/**
 * The parts of an index of one language, and the program that searches it.
 *
 * Pagefind is started only when a part is not in the cache.
 */
export async function indexParts(
  maker: PartMaker,
  language: string,
  entries: readonly IndexEntry[],
): Promise<{ parts: IndexPart[]; wasm: NamedProgram }> {
  const program = `${maker.version} ${format} ${language}`
  const programKey = digest(program).toString('hex')
  const kept = await readKept(maker, programKey)
  let wasm = kept
  const parts: IndexPart[] = []
  for (const part of splitEntries(entries)) {
    const key = partKey(part, program)
    const known = wasm && (await readKept(maker, key))
    if (known) {
      parts.push(decodeIndexPart(known))
      continue
    }
    maker.started = true
    const made = await makePart(part)
    parts.push(made.part)
    await keep(maker, key, encodeIndexPart(made.part))
    wasm = made.wasm
  }
  if (wasm && !kept) await keep(maker, programKey, wasm)
  const content = wasm ?? new Uint8Array()
  return { parts, wasm: { name: digest(content).toString('hex').slice(0, 10), content } }
}

/** Undefined for a file that is not there, or not whole. */
async function readKept({ cache }: PartMaker, key: string): Promise<Uint8Array | undefined> {
  if (cache === undefined) return undefined
  const file = await readFile(pathOf(cache, key)).catch(() => undefined)
  const content = file?.subarray(digestLength)
  return file && content && digest(content).equals(file.subarray(0, digestLength))
    ? content
    : undefined
}

async function keep({ cache }: PartMaker, key: string, content: Uint8Array): Promise<void> {
  if (cache === undefined) return
  const path = pathOf(cache, key)
  const draft = join(dirname(path), temporaryName('part-'))
  await mkdir(dirname(path), { recursive: true })
  try {
    await writeFile(draft, Buffer.concat([digest(content), content]))
    await rename(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
}

function pathOf(cache: string, key: string): string {
  return join(cache, 'search', key.slice(0, 2), key)
}

function digest(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}
