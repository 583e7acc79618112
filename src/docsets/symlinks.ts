/** Symbolic links in a docset: which are refused, and the targets of the others. */
import type { VFileMessage } from 'vfile-message'
import { defineProblems, problemAt } from '#plugins/problems.ts'
import type { FileLink, FileSystem } from './file-system.ts'

const problem = defineProblems('configuration', {
  'file-link': (why: NonNullable<FileLink['refused']>) => ({
    severity: 'error',
    reason: {
      outside:
        'This symbolic link leads out of its folder, so nothing is read from it. Put the file itself here.',
      source:
        'This symbolic link leads to configuration or to a hidden file, so nothing is read from it. Take the link out.',
      loop: 'This symbolic link leads to a folder that it is in itself, or stands in a linked folder, so it is not followed. Take it out.',
    }[why],
  }),
})

/**
 * A problem for each link under `folder` that is not followed.
 *
 * @param folder - Or a single file.
 * @param isWanted - Which links to report, by path in the folder. (default: all)
 */
export async function linkProblems(
  files: FileSystem,
  folder: string,
  nameOf: (absolute: string) => string,
  isWanted: (path: string) => boolean = () => true,
): Promise<VFileMessage[]> {
  const links = (await files.links?.(folder)) ?? []
  return links.flatMap(({ path, refused }) => {
    if (!refused || !isWanted(path)) return []
    const name = nameOf(path ? `${folder}/${path}` : folder)
    return [problemAt(name, problem('file-link', refused), { line: 1, column: 1 })]
  })
}

/** The path of the file that is read at a path, with symbolic links resolved. */
export async function linkTargets(
  files: FileSystem,
  folder: string,
): Promise<(path: string) => string> {
  const links = ((await files.links?.(folder)) ?? []).flatMap(({ path, target }) =>
    target === undefined ? [] : [{ path, target }],
  )
  return (path) => {
    const link = links.find((item) => path === item.path || path.startsWith(`${item.path}/`))
    return link ? `${link.target}${path.slice(link.path.length)}`.replace(/^\//, '') : path
  }
}
