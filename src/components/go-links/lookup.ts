/** Find the go link that a reader means, who heard its name, remembers some words of it, or copied an address. */
import { nearestName } from '#plugins/nearest-name.ts'
import { plainLetters } from '#src/search/letters.ts'

export interface LookupResult {
  /** The path below `/go/` of an exact match. */
  id?: string
  /** Without a match, the nearest one. */
  near?: string
}

/**
 * `names` are paths below `/go/`. A name counts with its docset before it or without, in any case,
 * with spaces for its hyphens, and as the end of an address.
 */
export function lookUp(typed: string, names: readonly string[]): LookupResult {
  const path = typed.trim().toLowerCase().split(/[?#]/)[0] ?? ''
  const wanted = (path.includes('/go/') ? path.slice(path.indexOf('/go/') + 4) : path)
    .replace(/^\/+|\/+$/g, '')
    .replaceAll(/\s*-\s*|\s+/g, '-')
  if (!wanted) return {}
  const id = names.find((name) => name === wanted) ?? names.find((name) => shortOf(name) === wanted)
  if (id !== undefined) return { id }
  const forms = new Map(
    names.flatMap((name) => [[name, name] as const, [shortOf(name), name] as const]),
  )
  const near = nearestName(wanted, [...forms.keys()], Math.max(2, wanted.length / 3))
  return near ? { near: forms.get(near) ?? near } : {}
}

/**
 * The short name of the place that an address of the site leads to, as a person copies it from the browser; undefined
 * for what is none. An anchor that has no name of its own counts as its page.
 *
 * @param places - Short names by the paths of their places, anchors included.
 */
export function lookUpAddress(
  typed: string,
  places: ReadonlyMap<string, string>,
): string | undefined {
  const text = typed.trim()
  if (!text.includes('/') || !URL.canParse(text, 'https://localhost')) return undefined
  const { pathname, hash } = new URL(text, 'https://localhost')
  const page = pathname.replace(/(?:original\/)?(?:index\.html)?$/, '')
  return places.get(page + hash) ?? places.get(page)
}

/** Whether a row of the table has all typed words, ignoring case and diacritics. */
export function matchesWords(row: string, typed: string): boolean {
  const text = folded(row)
  const words = folded(typed)
    .split(/[\s-]+/)
    .filter((word) => word !== '')
  return words.every((word) => text.includes(word))
}

function folded(text: string): string {
  return plainLetters(text).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function shortOf(name: string): string {
  return name.slice(name.indexOf('/') + 1)
}
