/** Which short name a person means who heard it, or copied more than it. */
import { nearestName } from '#plugins/nearest-name.ts'

export interface LookupResult {
  /** The path below `/go/` of what was meant. */
  id?: string
  /** Else the nearest one. */
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

function shortOf(name: string): string {
  return name.slice(name.indexOf('/') + 1)
}
