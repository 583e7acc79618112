/** The files of a commit, read into memory: the same readers of docsets read them. */
import { posix, resolve } from 'node:path'
import type { FileSystem } from '../../docsets/file-system.ts'
import { isImageName } from '../../docsets/image-names.ts'
import { Failure } from '../process/failure.ts'
import { ignoredFolders, rootAround } from '../../real-path.ts'
import { askGit } from './git.ts'

/** A folder, and the commit that its repository was at; without one the folder is read as it is on disk. */
export interface FolderAt {
  folder: string
  commit: string | undefined
}

/** A file of a commit. */
interface Blob {
  path: string
  object: string
  isLink: boolean
}

/**
 * @param disk - For folders without a commit.
 * @throws Failure when Git cannot read them.
 */
export async function filesAt(folders: readonly FolderAt[], disk: FileSystem): Promise<FileSystem> {
  const past = folders.filter(({ commit }) => commit !== undefined)
  const maps = await Promise.all(past.map(({ folder, commit = '' }) => readFolder(folder, commit)))
  const contents = new Map(maps.flatMap((map) => [...map]))
  const paths = [...contents.keys()].toSorted()
  const roots = folders.map(({ folder }) => folder)
  const isPast = (path: string) => {
    const root = rootAround(path, roots)
    return past.some(({ folder }) => resolve(folder) === root)
  }
  return {
    read: async (path) => (isPast(path) ? contents.get(resolve(path)) : disk.read(path)),
    size: async (path) => (isPast(path) ? contents.get(resolve(path))?.length : disk.size(path)),
    async list(folder) {
      if (!isPast(folder)) return disk.list(folder)
      const start = `${resolve(folder)}/`
      return paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length))
    },
  }
}

/** Bytes by absolute path; images have none, for nobody looks at them. */
async function readFolder(folder: string, commit: string): Promise<Map<string, Uint8Array>> {
  const blobs = await listFolder(folder, commit)
  const wanted = blobs.filter(({ path, isLink }) => isLink || !isImageName(path))
  const objects = await readObjects(folder, [...new Set(wanted.map(({ object }) => object))])
  const byPath = new Map(blobs.map((blob) => [blob.path, blob]))
  const bytesOf = ({ path, object, isLink }: Blob): Uint8Array | undefined => {
    if (!isLink) return objects.get(object) ?? new Uint8Array()
    // A link to a file of the folder is that file.
    const target = Buffer.from(objects.get(object) ?? []).toString()
    const file = byPath.get(posix.normalize(posix.join(posix.dirname(path), target)))
    return file && !file.isLink ? bytesOf(file) : undefined
  }
  return new Map(
    blobs.flatMap((blob) => {
      const bytes = bytesOf(blob)
      return bytes ? [[resolve(folder, blob.path), bytes] as const] : []
    }),
  )
}

async function listFolder(folder: string, commit: string): Promise<Blob[]> {
  // Paths count from the folder that Git is started in.
  const { code, output, fault } = await askGit(folder, ['ls-tree', '-r', '-z', commit])
  if (code !== 0) throw new Failure(`Git cannot list \`${folder}\`: ${fault}`)
  return output
    .toString()
    .split('\0')
    .flatMap((line): Blob[] => {
      const [, mode, object = '', path = ''] = /^(\d+) blob ([\da-f]+)\t(.*)$/s.exec(line) ?? []
      const isIgnored = path.split('/').some((name) => ignoredFolders.has(name))
      return mode && !isIgnored ? [{ path, object, isLink: mode === '120000' }] : []
    })
}

/**
 * Objects by name, all of one process.
 *
 * @throws Failure for one that Git has not.
 */
export async function readObjects(
  folder: string,
  names: readonly string[],
): Promise<Map<string, Uint8Array>> {
  if (names.length === 0) return new Map()
  const input = names.map((name) => `${name}\n`).join('')
  const { code, output, fault } = await askGit(folder, ['cat-file', '--batch'], input)
  if (code !== 0) throw new Failure(`Git cannot read files of \`${folder}\`: ${fault}`)
  const objects = new Map<string, Uint8Array>()
  let offset = 0
  while (offset < output.length) {
    const end = output.indexOf(10, offset)
    const [name = '', kind, size] = output.toString('latin1', offset, end).split(' ')
    if (kind !== 'blob') throw new Failure(`Git has lost the file \`${name}\`. Run \`git fsck\`.`)
    const start = end + 1
    objects.set(name, output.subarray(start, start + Number(size)))
    // A line break follows the bytes.
    offset = start + Number(size) + 1
  }
  return objects
}
