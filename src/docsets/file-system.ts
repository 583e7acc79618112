/** The disk as the readers of docsets see it; passed in, so that a test can give a tree of strings. */
export interface FileSystem {
  /** The bytes of a file; undefined when there is no such file, or when links lead out of its folder. */
  read: (path: string) => Promise<Uint8Array | undefined>
  /** How many bytes `read` would give, without reading them. */
  size: (path: string) => Promise<number | undefined>
  /**
   * All files under a folder, as paths relative to it with `/`, sorted; empty when there is no folder.
   * Files behind a link that is refused are not among them.
   */
  list: (folder: string) => Promise<readonly string[]>
  /** The symbolic links under a folder, or a file's own; absent where there can be none. */
  links?: (path: string) => Promise<readonly FileLink[]>
  /** Absent where everything is made once: see `keptBy`. */
  keep?: Keep
}

/** Gives what was made before, while `inputs` are the same values and the files that it was made of have not changed. */
export type Keep = <T>(
  name: string,
  inputs: readonly unknown[],
  make: (files: FileSystem) => Promise<T>,
) => Promise<T>

/**
 * What `make` makes of `files`: made again, in a process that goes on, only when one of them or one of `inputs` is
 * another.
 *
 * @param name - Of what is made: each is kept once.
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
  /** Relative to the folder; empty for the file that was asked for. */
  path: string
  /** Where it leads, relative to the folder; absent if it is not followed. */
  target?: string
  /**
   * Why it is not followed: it leads out of the folder, to what the docset is made from
   * (`docfx.json`, hidden files), or to a folder that it is in.
   */
  refused?: 'outside' | 'source' | 'loop' | undefined
}
