/** The folder of a docset in the repository that publishes it. */
import { posix } from 'node:path'
import { composed } from '../address.ts'
import type { PublishConfig } from './config.ts'

/** Where a docset is in its repository, without a slash at its end; empty for the repository itself. */
export function sourceFolder({
  build_source_folder: folder,
}: PublishConfig['docsets_to_publish'][number]): string {
  return posix.normalize(folder).replace(/^\.$|\/$/g, '')
}

/** Whether a folder that a configuration names is not in its repository. */
export function isOutside(folder: string): boolean {
  return /^(?:\/|\.\.(?:\/|$))/.test(folder)
}

/** The links of a repository that are not in a docset but decide what is read of it. */
export function isPublished({ docsets_to_publish }: PublishConfig): (path: string) => boolean {
  const folders = docsets_to_publish.map((docset) => composed(`${sourceFolder(docset)}/`))
  return (path) =>
    /^\.openpublishing\.[^/]+$/i.test(path) ||
    folders.some((folder) => folder.startsWith(`${composed(path)}/`))
}

/** A folder as the disk has it, which may keep its letters in decomposed Unicode. */
export function folderOnDisk(typed: string, files: readonly string[]): string {
  const depth = typed.split('/').length
  const twin = (path: string) => path.split('/').slice(0, depth).join('/')
  if (files.some((path) => path.startsWith(`${typed}/`))) return typed
  const file = files.find((path) => composed(twin(path)) === composed(typed))
  return file === undefined ? typed : twin(file)
}
