/** Files of `public/`, which are published as they are, from the root of the site. */
import { composed } from './address.ts'
import type { FileSystem } from './file-system.ts'

export interface PublicFiles {
  /** The path below the site’s root of a file, or of the `index.html` of a folder; case-sensitive. */
  find: (path: string) => string | undefined
  /** The bytes of the file at a path that `find` returned. */
  size: (path: string) => Promise<number | undefined>
  /** Paths of all files, for “did you mean”. */
  paths: readonly string[]
}

/**
 * Look-ups among the files of a folder. They are case-sensitive, as hosts are.
 *
 * @param folder - Absolute path of `public/`, which need not exist.
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
