/**
 * The disk as a running process remembers it: no file is read, and nothing is made of files, twice until somebody
 * says that they have changed.
 */
import type { FileHistory, FileSystem, Keep } from '../../docsets/file-system.ts'
import { isImageName } from '../../docsets/image-names.ts'

/** A change of the disk, as a watcher tells it. */
export interface FileChange {
  /** Whole. */
  path: string
  /** A file or folder has come, or is gone; else what is in the file is another. */
  isTree: boolean
}

export interface KeptFiles {
  files: FileSystem
  /** Called between readings, not during one. */
  forget: (changes: readonly FileChange[]) => void
}

interface Kept {
  inputs: readonly unknown[]
  seen: Seen
  value: Promise<unknown>
}

/** What a computation has asked for, by absolute path. */
interface Seen {
  files: Set<string>
  folders: Set<string>
}

/** Files of `disk` that keep what they have answered, and what was made of them. */
export function keepFiles(disk: FileSystem): KeptFiles {
  const answers = {
    read: new Map<string, Promise<Uint8Array | undefined>>(),
    list: new Map<string, Promise<readonly string[]>>(),
    links: new Map<string, ReturnType<NonNullable<FileSystem['links']>>>(),
  }
  const kept = new Map<string, Kept>()
  const { links } = disk
  let hasLinks = false
  const { history, add } = openHistory()
  const files: FileSystem = {
    history,
    // Images are large, and looked at once.
    read: (path) =>
      isImageName(path) ? disk.read(path) : once(answers.read, path, () => disk.read(path)),
    size: (path) => disk.size(path),
    list: (folder) => once(answers.list, folder, () => disk.list(folder)),
    ...(links && {
      links: (path) =>
        once(answers.links, path, async () => {
          const all = await links(path)
          hasLinks ||= all.length > 0
          return all
        }),
    }),
  }
  return {
    files: seeing(files, kept),
    forget(changes) {
      add(changes, hasLinks)
      // Behind a link a file has another name.
      if (hasLinks) for (const map of [...Object.values(answers), kept]) map.clear()
      hasLinks = false
      for (const change of changes) forgetIn(answers, kept, change)
    },
  }
}

/** The history of files, and a function that adds changes; behind links, any file may have changed. */
function openHistory() {
  let version = 0
  /** Of the last change of a tree. */
  let lastTree = 0
  const changed = new Map<string, number>()
  const history: FileHistory = {
    version: () => version,
    changedSince: (earlier) =>
      lastTree > earlier
        ? undefined
        : new Set([...changed].flatMap(([path, at]) => (at > earlier ? [path] : []))),
  }
  return {
    history,
    add: (changes: readonly FileChange[], hasLinks: boolean) => {
      version++
      if (hasLinks || changes.some(({ isTree }) => isTree)) lastTree = version
      for (const { path } of changes) changed.set(path, version)
    },
  }
}

function once<T>(map: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const known = map.get(key) ?? read()
  map.set(key, known)
  return known
}

function isSame(before: readonly unknown[], inputs: readonly unknown[]): boolean {
  return before.length === inputs.length && before.every((value, index) => value === inputs[index])
}

/** The same files, which write down in `seen` what is asked of them. */
function seeing(files: FileSystem, kept: Map<string, Kept>, seen?: Seen): FileSystem {
  const { read, size, list, links, history } = files
  const keep: Keep = <T>(
    name: string,
    inputs: readonly unknown[],
    make: (files: FileSystem) => Promise<T>,
  ) => {
    const { value, seen: inside } = known(name, inputs) ?? made(name, inputs, make)
    // What depends on it depends on its files.
    return (seen ? value.finally(() => addTo(seen, inside)) : value) as Promise<T>
  }
  return {
    read(path) {
      seen?.files.add(path)
      return read(path)
    },
    size(path) {
      seen?.files.add(path)
      return size(path)
    },
    list(folder) {
      seen?.folders.add(folder)
      return list(folder)
    },
    ...(links && {
      links(path: string) {
        seen?.folders.add(path)
        return links(path)
      },
    }),
    keep,
    ...(history && { history }),
  }

  function known(name: string, inputs: readonly unknown[]): Kept | undefined {
    const before = kept.get(name)
    return before && isSame(before.inputs, inputs) ? before : undefined
  }

  function made(
    name: string,
    inputs: readonly unknown[],
    make: (files: FileSystem) => Promise<unknown>,
  ): Kept {
    const inside = nothingSeen()
    const value = make(seeing(files, kept, inside))
    const fresh = { inputs, seen: inside, value }
    kept.set(name, fresh)
    // What could not be made is tried again.
    value.catch(() => {
      if (kept.get(name) === fresh) kept.delete(name)
    })
    return fresh
  }
}

function nothingSeen(): Seen {
  return { files: new Set(), folders: new Set() }
}

function addTo(seen: Seen, { files, folders }: Seen): void {
  for (const path of files) seen.files.add(path)
  for (const path of folders) seen.folders.add(path)
}

function forgetIn(
  answers: Readonly<Record<'read' | 'list' | 'links', Map<string, unknown>>>,
  kept: Map<string, Kept>,
  { path, isTree }: FileChange,
): void {
  answers.read.delete(path)
  // With a folder all that is in it has come or gone, and every folder around it has changed.
  const isTouched = (other: string) => isIn(other, path) || isIn(path, other)
  if (isTree) {
    for (const map of Object.values(answers)) {
      for (const other of map.keys()) if (isTouched(other)) map.delete(other)
    }
  }
  for (const [name, { seen }] of kept) {
    const isStale =
      seen.files.has(path) || (isTree && [...seen.files, ...seen.folders].some(isTouched))
    if (isStale) kept.delete(name)
  }
}

/** Whether a path is the folder, or in it. */
export function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}
