/**
 * Which files the lists in `docfx.json` take, and what they are called on the site.
 *
 * Rules from docfx `docs/reference/docfx-json-reference.md` (file mappings): a list is one entry or several, an entry
 * a pattern or an object, and a file goes to `dest` by its path in `src`.
 */
import { posix } from 'node:path'
import picomatch from 'picomatch'
import { z } from 'zod'
import { composed } from '../address.ts'
import { isSource } from '../file-kinds.ts'

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')

const glob = z.string().min(1, 'it is empty. Write a pattern such as `**/*.md`, or take it out.')

/** One value or a list, without the nulls that templates leave; nothing is an empty list. */
const listOf = <T>(item: z.ZodType<T>) =>
  z.preprocess(
    (value) => [value].flat().filter((entry) => entry !== null && entry !== undefined),
    z.array(item),
  )

const fileSet = z.preprocess(
  (value) => (typeof value === 'string' ? { files: [value] } : value),
  z
    .object({
      files: listOf(glob),
      exclude: listOf(glob),
      src: text,
      /** What `src` was called before. */
      cwd: text,
      dest: text,
      group: text,
      /** What `group` was called before. */
      version: text,
    })
    .transform(({ cwd, src, version, group, ...set }) => ({
      ...set,
      src: src || cwd,
      group: group || version,
    })),
)

export const fileSets = listOf(fileSet)

/** An entry of `content` or `resource`. */
export type FileSet = z.infer<typeof fileSet>

/** Does one of the entries take this path, relative to the folder of `docfx.json`? */
export function matcher(sets: readonly FileSet[]): (path: string) => boolean {
  const tests = sets.map(matcherOf)
  return (path) => tests.some((test) => test(path) !== undefined)
}

/**
 * Gives where an entry’s file is published, relative to the docset’s address; the first entry that takes it counts.
 * Undefined for a file that none takes.
 */
export function publishedPaths(
  sets: readonly FileSet[],
): (path: string) => { path: string; set: FileSet } | undefined {
  const tests = sets.map((set) => ({ set, test: matcherOf(set) }))
  return (path) => {
    for (const { set, test } of tests) {
      const inside = test(path)
      if (inside !== undefined) return { path: posix.join(folderOf(set.dest), inside), set }
    }
    return undefined
  }
}

/** Gives the path in `src` of a file that the entry takes. */
function matcherOf({ files, exclude, src }: FileSet): (path: string) => string | undefined {
  const folder = folderOf(src)
  const prefix = folder && `${folder.toLowerCase()}/`
  // docfx matches as Windows does: letter case does not count.
  const options = { nocase: true, dot: true }
  const includes = picomatch(files.map(globOf), options)
  const excludes = exclude.length ? picomatch(exclude.map(globOf), options) : () => false
  return (typed) => {
    const path = composed(typed)
    if (!path.toLowerCase().startsWith(prefix)) return undefined
    const inside = path.slice(prefix.length)
    return includes(inside) && !excludes(inside) ? inside : undefined
  }
}

/** `./articles/` and `articles\` are `articles`; the folder itself is the empty string. */
function folderOf(typed: string): string {
  const path = posix.normalize(composed(typed).replaceAll('\\', '/').trim())
  return path.replace(/^(?:\.?\/)+|\/+$/g, '').replace(/^\.$/, '')
}

/** A pattern of docfx as the library reads it: `**.md` is `**∕*.md` there, and `{md|yml}` is `{md,yml}`. */
export function globOf(typed: string): string {
  return composed(typed)
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .replace(/(^|\/)\*\*(?=[^/*])/g, '$1**/*')
    .replace(/\{[^{}]*\}/g, (group) => group.replaceAll('|', ','))
}

/**
 * Does a docset publish this file, which is no page of it?
 *
 * docfx copies what `resource` takes. What only `content` takes is the source of a page, unless it is of
 * a kind that no page is made of.
 */
export function publishes({
  content,
  resource,
}: {
  content: readonly FileSet[]
  resource: readonly FileSet[]
}): (path: string) => boolean {
  const isResource = matcher(resource)
  const isContent = matcher(content)
  return (path) =>
    !isSource(path) &&
    (isResource(path) || (isContent(path) && !/\.(?:md|markdown|ya?ml|json)$/i.test(path)))
}
