/**
 * The maps of cross references that an archive holds: docfx takes a `.zip` of `.yml` and `.json` files, too.
 *
 * How large a file of it is, the archive itself says, and nothing is unpacked that says too much or says what is not so.
 */
import { unzipSync } from 'fflate'

/** The map of all of .NET has some 100 MB. */
const maxBytes = 512 * 1024 * 1024

/** A file of an archive. */
interface PackedFile {
  name: string
  bytes: Uint8Array
}

/** The maps in their order in the archive; undefined where it is no archive, or too large when it is unpacked. */
export function mapsInArchive(bytes: Uint8Array): readonly PackedFile[] | undefined {
  let size = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const isMap = /\.(?:json|ya?ml)$/i.test(name)
        if (isMap) size += originalSize
        return isMap && size <= maxBytes
      },
    })
    if (size > maxBytes) return undefined
    return Object.entries(files).map(([name, content]) => ({ name, bytes: content }))
  } catch {
    return undefined
  }
}
