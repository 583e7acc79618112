/** Find the images that a site cannot show. */
import { digestAll } from '../facts/digest.ts'
import { type FactOptions, recall } from '../facts/store.ts'
import { type Docset, foldersIn } from './docset.ts'
import { type FileSystem, keptBy } from './file-system.ts'
import { isImageName, isVectorName } from './image-names.ts'

/** Why an image cannot be shown: it cannot be read, or does not say how large it is. */
export type ImageFault = 'unreadable' | 'size'

/**
 * The image files of a docset that are damaged, have another format than their name says, or lack a size, by absolute
 * path.
 *
 * @param facts - The cache of the results: decoding an image takes a while.
 */
export async function imageFaults(
  docset: Docset,
  files: FileSystem,
  facts: FactOptions | undefined,
): Promise<Map<string, ImageFault>> {
  const paths = foldersIn(docset).flatMap(({ root, resources }) =>
    resources.filter(isImageName).map((path) => `${root}/${path}`),
  )
  const faults = new Map<string, ImageFault>()
  await Promise.all(
    paths.map(async (path) => {
      const fault = await keptBy(files, `fault ${path}`, [], async ({ read }) => {
        const bytes = await read(path)
        return bytes ? recallFault(facts, path, bytes) : 'unreadable'
      })
      if (fault) faults.set(path, fault)
    }),
  )
  return faults
}

async function recallFault(
  facts: FactOptions | undefined,
  path: string,
  bytes: Uint8Array,
): Promise<ImageFault | undefined> {
  if (!facts) return imageFault(path, bytes)
  const key = digestAll(['image', facts.program, isVectorName(path), bytes])
  const compute = async () => ({ facts: (await imageFault(path, bytes)) ?? null })
  const { facts: fault } = await recall(
    { ...facts, answerOf: () => undefined, name: `image ${path}` },
    key,
    compute,
  )
  return fault ?? undefined
}

/** What is wrong with an image file, by its name and bytes. */
export async function imageFault(path: string, bytes: Uint8Array): Promise<ImageFault | undefined> {
  const isVector = isVectorName(path)
  if (isVector) {
    if (!/<svg[\s>]/i.test(new TextDecoder().decode(bytes))) return 'unreadable'
  } else if (!(await isWhole(bytes))) return 'unreadable'
  if (await hasSize(bytes, path)) return undefined
  return isVector ? 'size' : 'unreadable'
}

async function isWhole(bytes: Uint8Array): Promise<boolean> {
  // Loaded on demand, because decoders take a while to load.
  const { default: sharp } = await import('sharp')
  try {
    // The header alone would not show that an image is truncated.
    await sharp(bytes, { failOn: 'truncated' }).resize(8, 8, { fit: 'fill' }).raw().toBuffer()
    return true
  } catch {
    return false
  }
}

/** Whether the function that the build uses finds a width and a height. */
async function hasSize(bytes: Uint8Array, path: string): Promise<boolean> {
  const { imageMetadata } = await import('astro/assets/utils')
  try {
    const { width, height } = await imageMetadata(bytes, path)
    return [width, height].every((length) => Number.isFinite(length) && length > 0)
  } catch {
    return false
  }
}
