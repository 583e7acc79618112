/** The file system as readers of docsets use it; passed in, so that tests can use files in memory. */
export interface FileSystem {
  /** The bytes of a file; undefined if it does not exist, or if a symbolic link leads out of its folder. */
  read: (path: string) => Promise<Uint8Array | undefined>
  /** The size in bytes of what `read` would return, without reading it. */
  size: (path: string) => Promise<number | undefined>
  /**
   * All files under a folder, as paths relative to it with `/`, sorted; empty when there is no folder. Files behind a
   * refused symbolic link are left out.
   */
  list: (folder: string) => Promise<readonly string[]>
  /** The symbolic links under a folder, or of a file; absent for a file system without links. */
  links?: (path: string) => Promise<readonly FileLink[]>
  /** Absent in a process that makes everything once: see `keptBy`. */
  keep?: Keep
  /** The same. */
  history?: FileHistory
}

/** What has become of files while a process runs. */
export interface FileHistory {
  /** Another one after each change. */
  version: () => number
  /** The files that have changed since a version; undefined where files have come or gone, too. */
  changedSince: (version: number) => ReadonlySet<string> | undefined
}

/** Return the earlier result while `inputs` are the same values and the files it was made of have not changed. */
export type Keep = <T>(
  name: string,
  inputs: readonly unknown[],
  make: (files: FileSystem) => Promise<T>,
) => Promise<T>

/**
 * The result of `make(files)`. A long-running process calls `make` again only if a file that it read, or one of
 * `inputs`, has changed.
 *
 * @param name - Identifies the result: the last one of each name is kept.
 */
export function keptBy<T>(
  files: FileSystem,
  name: string,
  inputs: readonly unknown[],
  make: (files: FileSystem) => Promise<T>,
): Promise<T> {
  return files.keep ? files.keep(name, inputs, make) : make(files)
}

export interface FileLink {
  /** Relative to the folder; empty for the requested file itself. */
  path: string
  /** Its target, relative to the folder; absent if it is not followed. */
  target?: string
  /**
   * Why it is not followed: it leads out of the folder, to a file that is never published (`docfx.json`, hidden
   * files), or to a folder that it is in.
   */
  refused?: 'outside' | 'source' | 'loop' | undefined
}
