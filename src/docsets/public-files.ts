/** Files of `public/`, which are published as they are, from the root of the site. */
import { composed } from './address.ts'
import type { FileSystem } from './file-system.ts'

export interface PublicFiles {
  /** The path below the site's root of a file, or of a folder with an `index.html`, in exactly this case of letters. */
  find: (path: string) => string | undefined
  /** Bytes of the file at a path that `find` gave. */
  size: (path: string) => Promise<number | undefined>
  /** Paths of all files, for a near miss. */
  paths: readonly string[]
}

/**
 * Look-ups among the files of a folder: hosts keep the case of letters, so a name in another case is not found.
 *
 * @param folder - Absolute path of `public/`; nothing is found where there is none.
 */
export async function readPublicFiles(folder: string, files: FileSystem): Promise<PublicFiles> {
  const paths = await files.list(folder)
  const byPath = new Map(paths.map((path) => [composed(path), path]))
  return {
    paths,
    size: (path) => files.size(`${folder}/${path}`),
    find(path) {
      const name = composed(path).replace(/\/$/, '')
      const file = path.endsWith('/') ? undefined : byPath.get(name)
      if (file !== undefined) return file
      const index = byPath.get(`${name}/index.html`)
      return index?.slice(0, -'index.html'.length)
    },
  }
}
