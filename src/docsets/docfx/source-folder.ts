/** The folder of a docset in the repository that publishes it. */
import { posix } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import { composed } from '../address.ts'
import type { PublishConfig } from './config.ts'

const problem = defineProblems('configuration', {
  'folder-outside': (key: 'build_source_folder' | 'fallback', folder: string) => ({
    severity: key === 'fallback' ? 'warning' : 'error',
    reason: `\`${key}\` is \`${folder}\`, which is not in this folder. Name a folder in it.`,
  }),
})

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

/** @param name - The name of the configuration in messages. */
export function outsideProblem(
  name: string,
  key: 'build_source_folder' | 'fallback',
  folder: string,
): VFileMessage {
  return problemAt(name, problem('folder-outside', key, folder), { line: 1, column: 1 })
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
