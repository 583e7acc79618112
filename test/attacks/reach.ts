/** Does each vector reach a page, or does a rule refuse it? One that does neither tries nothing. */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathsOf } from './beside.ts'
import { secret } from './files.ts'
import { type Vector, after, armed, before } from './vector.ts'

/** What a build gave. */
export interface Built {
  folder: string
  /** What it printed. */
  output: string
  /** What the import before it left out, by the vector’s id. */
  refused: ReadonlyMap<string, string>
}

export interface Reached {
  /** Ids of those whose text, or what is left of it, stands on a page or in a file. */
  published: string[]
  /** Ids of those that a message names. */
  refused: string[]
  /** Ids of the others. */
  unseen: string[]
}

const outside = new Set<Vector['into']>(['hash', 'query', 'stored'])
const beside = new Set<Vector['into']>(['svg', 'svg-prolog', 'linked', 'symlink'])

const everywhere = ['body', 'text', 'exchange', 'svg', 'svg-prolog', 'linked', 'symlink'] as const

/** What the authors of each dialect write; a guide’s links are in its text, its files have plain names. */
export const placesOf: Readonly<Record<'guides' | 'docfx', ReadonlySet<Vector['into']>>> = {
  guides: new Set([...everywhere, 'mdx']),
  docfx: new Set([...everywhere, 'md', 'link', 'file']),
}

/** @param places - Those that the dialect of the site has. */
export async function reached(
  vectors: readonly Vector[],
  { folder, output, refused }: Built,
  places: ReadonlySet<Vector['into']>,
): Promise<Reached> {
  const names = await readdir(folder, { recursive: true })
  const text = (await textsOf(folder, names)).join('\n')
  const result: Reached = { published: [], refused: [], unseen: [] }
  for (const vector of vectors) {
    if (outside.has(vector.into) || !places.has(vector.into)) continue
    if (isPublished(vector)) result.published.push(vector.id)
    else if (isRefused(vector)) result.refused.push(vector.id)
    else result.unseen.push(vector.id)
  }
  return result

  function isPublished(vector: Vector): boolean {
    if (vector.into === 'symlink') return false
    if (vector.into === 'linked') {
      return pathsOf(vector).every((path) => names.some((name) => name.endsWith(`/${path}`)))
    }
    return text.includes(before(vector)) && text.includes(after(vector))
  }

  function isRefused(vector: Vector): boolean {
    if (vector.into === 'exchange') return refused.has(vector.id)
    if (beside.has(vector.into)) {
      const missing = pathsOf(vector).filter(
        (path) => !names.some((name) => name.endsWith(`/${path}`)),
      )
      return missing.every((path) => output.includes(path))
    }
    const name = vector.into === 'file' ? armed(vector) : vector.id
    return [`/${name}.md:`, `/${name}.mdx:`].some((place) => output.includes(place))
  }
}

/** Paths of files on the site that hold the word of files outside it. */
export async function leaked(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  const texts = await textsOf(folder, names)
  return names.filter((_, index) => texts[index]?.includes(secret))
}

async function textsOf(folder: string, names: readonly string[]): Promise<string[]> {
  return Promise.all(
    names.map((name) =>
      /\.[^/]*$/.test(name)
        ? readFile(join(folder, name), 'latin1').catch(() => '')
        : Promise.resolve(''),
    ),
  )
}
