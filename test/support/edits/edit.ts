/** What an edit of a site is, and how files for it are chosen. */
import type { Random } from '../random.ts'
import type { Files } from './files.ts'

/** A site after an edit. */
export interface Edited {
  /** What the edit is about: see `subjects`. */
  subject: string
  /** The same, and in which way. */
  kind: string
  files: Files
}

/** What was there before, the latest last. */
export type History = readonly Edited[]

/** Undefined where there is nothing to do in that way. */
export type MakeEdit = (
  files: Files,
  random: Random,
  history: History,
) => { kind: string; changes: Changes } | undefined

/** Bytes by path; undefined for a file that goes. */
export type Changes = ReadonlyMap<string, Buffer | undefined>

export const isPage = (path: string): boolean =>
  /\.mdx?$/.test(path) && !/(?:TOC|README)\.md$/i.test(path) && !path.includes('/includes/')

export const isContents = (path: string): boolean => /TOC\.(?:md|yml)$/i.test(path)

export const isConfig = (path: string): boolean => path.endsWith('site.config.ts')

export function pathsOf(files: Files, is: (path: string) => boolean): string[] {
  return [...files.keys()].filter(is).toSorted()
}

export function pickPath(
  files: Files,
  random: Random,
  is: (path: string) => boolean,
): string | undefined {
  const paths = pathsOf(files, is)
  return paths.length ? random.pick(paths) : undefined
}

export function differs(one: Buffer | undefined, other: Buffer | undefined): boolean {
  return one && other ? !one.equals(other) : one !== other
}

/** The page in all languages; with `random` sometimes in its own only. */
export function inLanguages(files: Files, path: string, random?: Random): string[] {
  if (random?.once(3)) return [path]
  const nameOf = (file: string) => file.replace(/^(docs|project\/content\/docs)\/[\w-]+\//, '')
  return pathsOf(files, (file) => nameOf(file) === nameOf(path))
}

/** Words at the end of a page. */
export function appended(
  files: Files,
  path: string,
  words: string,
  kind: string,
): ReturnType<MakeEdit> {
  const bytes = Buffer.from(`${String(files.get(path))}\n${words}\n`)
  return { kind, changes: new Map([[path, bytes]]) }
}
