/**
 * Fallbacks: pages and files of the source language in the repository of a translation.
 *
 * docfx looks for a page, an image or an include in the translation, then in these, then in the source repository
 * (`docs/designs/conceptual-localization.md`). They are as old as the translation and may differ from the source of
 * today.
 */
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { append } from '#plugins/large-arrays.ts'
import type { FileSystem } from '../file-system.ts'
import { type DocfxConfig, docfxSchema, readConfig } from './config.ts'
import { listFiles } from './list-files.ts'
import { isOutside, outsideProblem } from './source-folder.ts'

/** A repository of a translation, with its files. */
interface Repository {
  /** Its folder. */
  root: string
  /** Every file in it. */
  files: readonly string[]
  options: { files: FileSystem; nameOf: (absolute: string) => string }
  messages: VFileMessage[]
}

/** A folder of fallbacks, with its files and its configuration. */
export type Fallback = Awaited<ReturnType<typeof listFiles>> & {
  root: string
  folder: string
  build: DocfxConfig['build']
  redirectionFiles: readonly string[]
}

/** Candidates for the folder of fallbacks, relative to the repository: those that `docfx.json` names come first. */
function fallbackFolders(folder: string, { fallback }: DocfxConfig['build']): string[] {
  const named = fallback.map((path) => posix.join(folder, path.replaceAll('\\', '/')))
  return [...named, posix.join('.fallback', folder)].map((path) => path.replace(/\/$/, ''))
}

/**
 * Read the fallbacks of a translation; undefined if it has none.
 *
 * @param folder - Of the docset in its repository.
 * @param build - Its configuration, used for fallbacks without their own.
 */
export async function findFallback(
  { root, files, options, messages }: Repository,
  folder: string,
  build: DocfxConfig['build'],
): Promise<Fallback | undefined> {
  const folders = fallbackFolders(folder, build)
  const configName = options.nameOf(`${posix.join(root, folder)}/docfx.json`)
  const outside = folders.filter(isOutside)
  append(
    messages,
    outside.map((path) => outsideProblem(configName, 'fallback', posix.relative(folder, path))),
  )
  const place = folders.find((path) => files.some((file) => file.startsWith(`${path}/`)))
  if (place === undefined) return undefined
  const base = posix.join(root, place)
  const hasConfig = files.includes(`${place}/docfx.json`)
  const config = hasConfig
    ? await readConfig(options, messages, `${base}/docfx.json`, docfxSchema)
    : undefined
  const own = config?.build ?? build
  const problems: VFileMessage[] = []
  const listed = await listFiles(options, problems, base, own)
  // Problems of the translation’s configuration are reported where it is read itself.
  if (hasConfig) append(messages, problems)
  const redirectionFiles = files
    .filter((path) => /^\.fallback\/\.openpublishing\.redirection[^/]*\.json$/i.test(path))
    .map((path) => `${root}/${path}`)
  return { root: base, folder, build: own, ...listed, redirectionFiles }
}
