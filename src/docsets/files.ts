/** The disk as the readers of docsets see it; passed in, so that a test can give a tree of strings. */
export interface Files {
  /** The bytes of a file; undefined when there is no such file. */
  read: (path: string) => Promise<Uint8Array | undefined>
  /** All files under a folder, as paths relative to it with `/`, sorted; empty when there is no folder. */
  list: (folder: string) => Promise<readonly string[]>
}
