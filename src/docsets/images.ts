/** Find the pictures that no program can read, before Astro stumbles over them. */
import sharp from 'sharp'
import type { Docset } from './docset.ts'
import type { Files } from './files.ts'

const raster = /\.(?:png|jpe?g|webp|gif|tiff?|avif)$/i

/** Whole paths of the docset's image files that are empty, cut off or something else. */
export async function unreadableImages(docset: Docset, files: Files): Promise<string[]> {
  const paths = docset.editions.flatMap(({ root, resources }) =>
    resources
      .filter((path) => raster.test(path) || /\.svg$/i.test(path))
      .map((path) => `${root}/${path}`),
  )
  const found = await Promise.all(
    paths.map(async (path) => ((await isReadable(path, files)) ? [] : [path])),
  )
  return found.flat()
}

async function isReadable(path: string, files: Files): Promise<boolean> {
  const bytes = await files.read(path)
  if (!bytes) return false
  if (!raster.test(path)) return /<svg[\s>]/i.test(new TextDecoder().decode(bytes))
  try {
    // The header alone would not tell a picture that was cut off.
    await sharp(bytes, { failOn: 'truncated' }).resize(8, 8, { fit: 'fill' }).raw().toBuffer()
    return true
  } catch {
    return false
  }
}
