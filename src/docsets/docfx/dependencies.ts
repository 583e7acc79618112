/**
 * Repositories that a docset takes code and includes from: `dependent_repositories` of its publishing configuration.
 *
 * Microsoft’s build clones each of them into the folder `path_to_root` of the docset’s repository. Here they are read
 * if they are there; nothing is fetched.
 */
import { posix } from 'node:path'
import type { PublishConfig } from './config.ts'
import { isOutside } from './source-folder.ts'

/** A repository that pages may take files from. */
interface Dependency {
  /** Its folder, relative to the docset's: `../samples`. */
  path: string
  /** Its folder, relative to the docset's repository. */
  folder: string
  /** Its URL; empty if the configuration has none. */
  url: string
}

export interface Dependencies {
  /** Files of repositories beside the docset, by their path from its folder. */
  files: string[]
  /** Whether a file in the docset’s folder belongs to another repository, and so is not a page. */
  isForeign: (path: string) => boolean
  /** Repositories that are missing. */
  missing: Dependency[]
}

/**
 * Find the repositories that a docset depends on, without templates and the source of a translation.
 *
 * @param folder - Of the docset in its repository.
 * @param files - Every file of that repository.
 */
export function findDependencies(
  { dependent_repositories }: PublishConfig,
  folder: string,
  files: readonly string[],
): Dependencies {
  const all = dependent_repositories
    .map(({ path_to_root, url }): Dependency => {
      const place = posix.normalize(path_to_root.replaceAll('\\', '/')).replace(/\/$/, '')
      return { path: posix.relative(folder, place), folder: place, url: url ?? '' }
    })
    .filter((item) => item.path && !isOutside(item.folder) && !/^[._]/.test(item.folder))
  const filesOf = ({ folder: place }: Dependency) =>
    files.filter((path) => path.startsWith(`${place}/`))
  const beside = all.filter(({ path }) => path.startsWith('../'))
  const inside = all.filter(({ path }) => !path.startsWith('../'))
  return {
    files: beside.flatMap(filesOf).map((path) => posix.relative(folder, path)),
    isForeign: (path) => inside.some((item) => path.startsWith(`${item.path}/`)),
    missing: all.filter((item) => filesOf(item).length === 0),
  }
}
