/**
 * File mappings: which files the lists in `docfx.json` include, and their paths on the site.
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
      /** The former name of `src`. */
      cwd: text,
      dest: text,
      group: text,
      /** The former name of `group`. */
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

/** Whether one of the entries includes a path, relative to the folder of `docfx.json`. */
export function matcher(sets: readonly FileSet[]): (path: string) => boolean {
  const tests = sets.map(matcherOf)
  return (path) => tests.some((test) => test(path) !== undefined)
}

/**
 * A function that returns where a file is published, relative to the docset’s address, by the first entry that
 * includes it; undefined if none does.
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

/** A function that returns the path in `src` of a file that the entry includes. */
function matcherOf({ files, exclude, src }: FileSet): (path: string) => string | undefined {
  const folder = folderOf(src)
  const prefix = folder && `${folder.toLowerCase()}/`
  // docfx ignores case, as Windows does.
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
 * Whether a docset publishes a file that is not one of its pages. docfx copies what `resource` includes. A file that
 * only `content` includes is the source of a page, unless no page can be made of its kind.
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
